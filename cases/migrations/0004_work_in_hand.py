"""The row of each open case holds all that a list of work is counted and ordered by."""

from django.db import migrations, models
from django.db.models import PROTECT, Q

from sociaal.core.tables import Tables

KEPT = """
CREATE OR REPLACE FUNCTION keep_open_case_wait(which bigint) RETURNS void LANGUAGE sql AS $$
    -- whoever changes waits holds the lock of the case, so the waits seen here are all there are
    UPDATE cases_opencase SET
        (wait_on, wait_since) = (
            SELECT "on", since FROM cases_wait WHERE case_id = which AND until IS NULL
            ORDER BY array_position(ARRAY['us', 'resident', 'partner', 'provider', 'authority'], "on"::text), since, id
            LIMIT 1
        ),
        (us_since, us_by_hand) = (
            SELECT min(since), coalesce(bool_or(by_hand), false) FROM cases_wait
            WHERE case_id = which AND until IS NULL AND "on" = 'us'
        )
    WHERE case_id = which;
$$;

CREATE FUNCTION keep_open_case_procedure(which bigint) RETURNS void LANGUAGE sql AS $$
    UPDATE cases_opencase SET has_procedure = EXISTS (
        SELECT 1 FROM cases_procedure
        WHERE case_id = which AND state IN ('reported', 'investigating', 'applied')
    ) WHERE case_id = which;
$$;

CREATE FUNCTION keep_open_case_review(which bigint) RETURNS void LANGUAGE sql AS $$
    UPDATE cases_opencase SET review_date = (
        SELECT min(review_date) FROM cases_arrangement
        WHERE case_id = which AND state IN ('proposed', 'requested', 'accepted', 'started', 'paused')
    ) WHERE case_id = which;
$$;

CREATE OR REPLACE FUNCTION keep_open_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.team_id = NEW.team_id AND OLD.resident_id = NEW.resident_id
        AND OLD.status <> 'closed' AND NEW.status <> 'closed'
    THEN
        UPDATE cases_opencase SET status = NEW.status WHERE case_id = NEW.id AND status <> NEW.status;
        RETURN NULL;
    END IF;
    IF NEW.status = 'closed' THEN
        DELETE FROM cases_opencase WHERE case_id = NEW.id;
        RETURN NULL;
    END IF;
    INSERT INTO cases_opencase (case_id, team_id, contact_id, resident_id, status, us_by_hand, has_procedure)
    VALUES (
        NEW.id, NEW.team_id, contact_person_now(NEW.resident_id), NEW.resident_id, NEW.status, false, false
    )
    ON CONFLICT (case_id) DO UPDATE SET team_id = excluded.team_id, contact_id = excluded.contact_id,
        resident_id = excluded.resident_id, status = excluded.status;
    PERFORM keep_open_case_wait(NEW.id), keep_open_case_procedure(NEW.id), keep_open_case_review(NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION keep_procedure_of_open_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_open_case_procedure(coalesce(NEW.case_id, OLD.case_id));
    RETURN NULL;
END $$;

CREATE FUNCTION keep_review_of_open_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_open_case_review(coalesce(NEW.case_id, OLD.case_id));
    RETURN NULL;
END $$;

CREATE TRIGGER procedure_of_open_case_is_kept AFTER INSERT OR UPDATE OF state OR DELETE ON cases_procedure
    FOR EACH ROW EXECUTE FUNCTION keep_procedure_of_open_case();
CREATE TRIGGER review_of_open_case_is_kept
    AFTER INSERT OR UPDATE OF state, review_date OR DELETE ON cases_arrangement
    FOR EACH ROW EXECUTE FUNCTION keep_review_of_open_case();

INSERT INTO cases_opencase (case_id, team_id, contact_id, resident_id, status, us_by_hand, has_procedure)
    SELECT id, team_id, contact_person_now(resident_id), resident_id, status, false, false
    FROM cases_case WHERE status <> 'closed';
SELECT keep_open_case_wait(case_id), keep_open_case_procedure(case_id), keep_open_case_review(case_id)
    FROM cases_opencase;
"""

KEPT_BEFORE = """
DROP TRIGGER procedure_of_open_case_is_kept ON cases_procedure;
DROP TRIGGER review_of_open_case_is_kept ON cases_arrangement;
DROP FUNCTION keep_procedure_of_open_case(), keep_review_of_open_case();

CREATE OR REPLACE FUNCTION keep_open_case_wait(which bigint) RETURNS void LANGUAGE sql AS $$
    UPDATE cases_opencase SET (wait_on, wait_since) = (
        SELECT "on", since FROM cases_wait WHERE case_id = which AND until IS NULL
        ORDER BY array_position(ARRAY['us', 'resident', 'partner', 'provider', 'authority'], "on"::text), since, id
        LIMIT 1
    ) WHERE case_id = which;
$$;

CREATE OR REPLACE FUNCTION keep_open_case() RETURNS trigger LANGUAGE plpgsql AS $$
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

DROP FUNCTION keep_open_case_procedure(bigint), keep_open_case_review(bigint);
"""
"""What was kept before: the functions as `0002_rules` made them."""


class Migration(Tables):
    dependencies = [("cases", "0003_first_rows")]
    operations = [
        # written anew below: a row without its resident cannot be
        migrations.RunSQL("DELETE FROM cases_opencase", migrations.RunSQL.noop),
        migrations.AddField("opencase", "status", models.CharField(max_length=50)),
        migrations.AddField(
            "opencase",
            "resident",
            models.ForeignKey("cases.Resident", on_delete=PROTECT, related_name="+", db_index=False),
        ),
        migrations.AddField("opencase", "us_since", models.DateTimeField(null=True)),
        migrations.AddField("opencase", "us_by_hand", models.BooleanField(default=False)),
        migrations.AddField("opencase", "has_procedure", models.BooleanField(default=False)),
        migrations.AddField("opencase", "review_date", models.DateField(null=True)),
        migrations.AddIndex(
            "opencase",
            models.Index(
                fields=["contact"],
                include=[
                    "case",
                    "resident",
                    "status",
                    "wait_on",
                    "wait_since",
                    "us_since",
                    "us_by_hand",
                    "has_procedure",
                    "review_date",
                ],
                name="open_case_in_hand",
            ),
        ),
        migrations.AddIndex(
            "event",
            models.Index(
                fields=["case", "occurred_at"],
                condition=Q(kind="conversation_held"),
                name="event_of_conversation",
            ),
        ),
        migrations.AddIndex(
            "weighing",
            models.Index(
                fields=["second_reader"],
                condition=Q(second_reader_agrees__isnull=True, chosen_at__isnull=True),
                name="weighing_to_read",
            ),
        ),
        migrations.RunSQL(KEPT, KEPT_BEFORE),
    ]
