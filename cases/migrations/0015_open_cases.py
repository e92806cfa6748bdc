"""A row for each open case with its team, contact person and the wait it shows, kept by triggers."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KEPT = """
CREATE FUNCTION keep_open_case_wait(which bigint) RETURNS void LANGUAGE sql AS $$
    -- whoever changes waits holds the lock of the case, so the waits seen here are all there are
    UPDATE cases_opencase SET (wait_on, wait_since) = (
        SELECT "on", since FROM cases_wait WHERE case_id = which AND until IS NULL
        ORDER BY array_position(ARRAY['us', 'resident', 'partner', 'provider', 'authority'], "on"::text), since, id
        LIMIT 1
    ) WHERE case_id = which;
$$;

CREATE FUNCTION contact_person_now(who bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT user_id FROM cases_contactterm WHERE resident_id = who AND upper_inf(during);
$$;

CREATE FUNCTION keep_open_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.team_id = NEW.team_id AND OLD.resident_id = NEW.resident_id
        AND (OLD.status = 'closed') = (NEW.status = 'closed')
    THEN
        RETURN NULL;
    END IF;
    IF NEW.status = 'closed' THEN
        DELETE FROM cases_opencase WHERE case_id = NEW.id;
        RETURN NULL;
    END IF;
    INSERT INTO cases_opencase (case_id, team_id, contact_id)
    VALUES (NEW.id, NEW.team_id, contact_person_now(NEW.resident_id))
    ON CONFLICT (case_id) DO UPDATE SET team_id = excluded.team_id, contact_id = excluded.contact_id;
    PERFORM keep_open_case_wait(NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION keep_wait_of_open_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_open_case_wait(coalesce(NEW.case_id, OLD.case_id));
    RETURN NULL;
END $$;

CREATE FUNCTION keep_contact_of_open_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE cases_opencase o SET contact_id = contact_person_now(c.resident_id) FROM cases_case c
    WHERE c.id = o.case_id AND c.resident_id IN (NEW.resident_id, OLD.resident_id);
    RETURN NULL;
END $$;

CREATE TRIGGER open_case_is_kept AFTER INSERT OR UPDATE OF status, team_id, resident_id ON cases_case
    FOR EACH ROW EXECUTE FUNCTION keep_open_case();
CREATE TRIGGER wait_of_open_case_is_kept AFTER INSERT OR UPDATE OR DELETE ON cases_wait
    FOR EACH ROW EXECUTE FUNCTION keep_wait_of_open_case();
CREATE TRIGGER contact_of_open_case_is_kept AFTER INSERT OR UPDATE OR DELETE ON cases_contactterm
    FOR EACH ROW EXECUTE FUNCTION keep_contact_of_open_case();

INSERT INTO cases_opencase (case_id, team_id, contact_id)
SELECT id, team_id, contact_person_now(resident_id) FROM cases_case WHERE status <> 'closed';
SELECT keep_open_case_wait(case_id) FROM cases_opencase;
"""

UNDO = """
DROP TRIGGER open_case_is_kept ON cases_case;
DROP TRIGGER wait_of_open_case_is_kept ON cases_wait;
DROP TRIGGER contact_of_open_case_is_kept ON cases_contactterm;
DROP FUNCTION keep_open_case, keep_wait_of_open_case, keep_contact_of_open_case;
DROP FUNCTION keep_open_case_wait(bigint), contact_person_now(bigint);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0014_letter_templates"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OpenCase",
            fields=[
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="open_case",
                        serialize=False,
                        to="cases.case",
                    ),
                ),
                ("wait_on", models.CharField(max_length=10, null=True)),
                ("wait_since", models.DateTimeField(null=True)),
                (
                    "contact",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.team",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["team", "wait_since", "case"], name="open_case_by_wait"),
                    models.Index(fields=["team", "contact"], name="open_case_by_contact"),
                ],
            },
        ),
        migrations.RunSQL(KEPT, UNDO),
    ]
