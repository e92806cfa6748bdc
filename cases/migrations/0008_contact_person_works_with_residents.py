"""Who is somebody's contact person goes on working with residents, whatever the code does."""

from django.db import migrations

WORKS_WITH_RESIDENTS = """
CREATE FUNCTION works_with_residents(roles varchar[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT roles && ARRAY['consultant', 'case_director', 'care_coordinator']::varchar[];
$$;

CREATE FUNCTION check_user_works_with_residents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- the roles as they are at commit; who opens a term holds the user's row, so that this waits, or was first
    IF EXISTS (
        SELECT 1 FROM cases_contactterm t JOIN accounts_user u ON u.id = t.user_id
        WHERE u.id = NEW.id AND upper_inf(t.during) AND NOT works_with_residents(u.roles)
    ) THEN
        RAISE EXCEPTION 'user % is still the contact person of residents', NEW.id
            USING ERRCODE = 'integrity_constraint_violation',
                CONSTRAINT = 'contact_person_works_with_residents';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER contact_person_works_with_residents AFTER UPDATE OF roles ON accounts_user
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (works_with_residents(OLD.roles) AND NOT works_with_residents(NEW.roles))
    EXECUTE FUNCTION check_user_works_with_residents();
"""
UNDO = """
DROP TRIGGER contact_person_works_with_residents ON accounts_user;
DROP FUNCTION check_user_works_with_residents, works_with_residents(varchar[]);
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0007_email_held_back"), ("accounts", "0001_tables")]
    operations = [migrations.RunSQL(WORKS_WITH_RESIDENTS, UNDO)]
