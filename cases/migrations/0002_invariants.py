"""What must never be, whatever the code does: held by the database at commit."""

from django.db import migrations

from sociaal.core.append_only import refuse_changes

OPEN_CASE_HAS_CONTACT_PERSON = """
CREATE FUNCTION case_needs_contact_person(who bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- one at a time per resident: two transactions that each look fine alone must see each other
    PERFORM 1 FROM cases_resident WHERE id = who FOR NO KEY UPDATE;
    IF EXISTS (SELECT 1 FROM cases_case WHERE resident_id = who AND status <> 'closed')
       AND NOT EXISTS (SELECT 1 FROM cases_contactterm WHERE resident_id = who AND upper_inf(during))
    THEN
        RAISE EXCEPTION 'resident % has an open case and no contact person', who
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'open_case_has_contact_person';
    END IF;
END $$;

CREATE FUNCTION check_case_contact_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM case_needs_contact_person(NEW.resident_id);
    RETURN NULL;
END $$;

CREATE FUNCTION check_term_contact_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM case_needs_contact_person(OLD.resident_id);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER open_case_has_contact_person
    AFTER INSERT OR UPDATE OF status, resident_id ON cases_case
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_case_contact_person();
CREATE CONSTRAINT TRIGGER contact_person_stays_while_case_is_open
    AFTER UPDATE OR DELETE ON cases_contactterm
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_term_contact_person();
"""

DEACTIVATION_LEAVES_NOBODY_BEHIND = """
CREATE FUNCTION check_user_has_no_residents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT NEW.is_active AND EXISTS (
        SELECT 1 FROM cases_contactterm WHERE user_id = NEW.id AND upper_inf(during)
    ) THEN
        RAISE EXCEPTION 'user % is still the contact person of residents', NEW.id
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'contact_person_is_active';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION check_term_user_is_active() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- the lock makes naming a contact person and deactivating that user wait for each other
    PERFORM 1 FROM accounts_user WHERE id = NEW.user_id AND is_active FOR SHARE;
    IF NOT FOUND AND upper_inf(NEW.during) THEN
        RAISE EXCEPTION 'user % is not active and cannot be a contact person', NEW.user_id
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'contact_person_is_active';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER contact_person_is_active AFTER UPDATE OF is_active ON accounts_user
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_user_has_no_residents();
CREATE CONSTRAINT TRIGGER term_of_active_user AFTER INSERT OR UPDATE ON cases_contactterm
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_term_user_is_active();
"""

UNDO = """
DROP TRIGGER open_case_has_contact_person ON cases_case;
DROP TRIGGER contact_person_stays_while_case_is_open ON cases_contactterm;
DROP TRIGGER contact_person_is_active ON accounts_user;
DROP TRIGGER term_of_active_user ON cases_contactterm;
DROP FUNCTION check_case_contact_person, check_term_contact_person, check_user_has_no_residents,
    check_term_user_is_active;
DROP FUNCTION case_needs_contact_person(bigint);
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial"), ("accounts", "0002_throttle_table")]
    operations = [
        refuse_changes("cases_event"),
        migrations.RunSQL(OPEN_CASE_HAS_CONTACT_PERSON + DEACTIVATION_LEAVES_NOBODY_BEHIND, UNDO),
    ]
