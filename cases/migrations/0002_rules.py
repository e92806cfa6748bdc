"""What must never be, whatever the code does: held by the database; and the list of open cases it keeps itself."""

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

CONTACT_PERSON_IS_ACTIVE = """
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

NOTHING_HANGS_ON_MERGED = """
CREATE FUNCTION check_resident_not_merged() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE hangs boolean;
BEGIN
    -- the row as it is at commit; its foreign key holds the resident's row, so that a merge waits for this
    -- transaction, or was there before it
    EXECUTE format(
        'SELECT EXISTS (SELECT 1 FROM %I t JOIN cases_resident r ON r.id = t.resident_id'
        ' WHERE t.id = $1 AND r.merged_into_id IS NOT NULL%s)',
        TG_TABLE_NAME,
        CASE WHEN TG_TABLE_NAME = 'cases_contactterm' THEN ' AND upper_inf(t.during)' ELSE '' END
    ) INTO hangs USING NEW.id;
    IF hangs THEN
        RAISE EXCEPTION '% % is of a resident who was merged into another', TG_TABLE_NAME, NEW.id
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'nothing_hangs_on_merged';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION check_merged_resident() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE target bigint;
BEGIN
    PERFORM 1 FROM cases_resident WHERE id IN (NEW.id, NEW.merged_into_id) ORDER BY id FOR NO KEY UPDATE;
    SELECT merged_into_id INTO target FROM cases_resident WHERE id = NEW.id;
    IF target IS NULL THEN
        RETURN NULL;
    END IF;
    IF EXISTS (SELECT 1 FROM cases_resident WHERE id = target AND merged_into_id IS NOT NULL)
       OR EXISTS (SELECT 1 FROM cases_resident WHERE merged_into_id = NEW.id)
    THEN
        RAISE EXCEPTION 'resident % is merged into or from a merged one', NEW.id
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'merged_once_only';
    END IF;
    IF EXISTS (SELECT 1 FROM cases_case WHERE resident_id = NEW.id)
       OR EXISTS (SELECT 1 FROM cases_helprequest WHERE resident_id = NEW.id)
       OR EXISTS (SELECT 1 FROM cases_contactterm WHERE resident_id = NEW.id AND upper_inf(during))
    THEN
        RAISE EXCEPTION 'something still hangs on merged resident %', NEW.id
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'nothing_hangs_on_merged';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER case_not_of_merged AFTER INSERT OR UPDATE OF resident_id ON cases_case
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_resident_not_merged();
CREATE CONSTRAINT TRIGGER request_not_of_merged AFTER INSERT OR UPDATE OF resident_id ON cases_helprequest
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_resident_not_merged();
CREATE CONSTRAINT TRIGGER running_term_not_of_merged AFTER INSERT OR UPDATE ON cases_contactterm
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (upper_inf(NEW.during))
    EXECUTE FUNCTION check_resident_not_merged();
CREATE CONSTRAINT TRIGGER merged_resident_is_empty AFTER UPDATE OF merged_into_id ON cases_resident
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.merged_into_id IS NOT NULL)
    EXECUTE FUNCTION check_merged_resident();
"""

LETTERS_STAY = """
CREATE FUNCTION check_letter_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- what was sent is kept as it was sent; erasing empties it, nothing replaces it
    IF NEW.number <> OLD.number OR NEW.kind <> OLD.kind OR NEW.made_at <> OLD.made_at
       OR (NEW.source <> OLD.source AND NEW.source <> '')
       OR (OLD.sha256 <> '' AND NEW.sha256 <> OLD.sha256)
       OR (OLD.pdf IS NOT NULL AND NEW.pdf IS NOT NULL AND NEW.pdf <> OLD.pdf)
    THEN
        RAISE EXCEPTION 'letter % stays as it was made', OLD.number
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'letter_stays';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER letter_stays BEFORE UPDATE ON cases_letter
    FOR EACH ROW EXECUTE FUNCTION check_letter_stays();

CREATE FUNCTION check_letter_template() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- letters were made from it: what it says stays as it was
    IF OLD.state <> 'concept' AND (TG_OP = 'DELETE' OR NEW.words <> OLD.words OR NEW.kind <> OLD.kind
       OR NEW.version <> OLD.version OR NEW.state = 'concept')
    THEN
        RAISE EXCEPTION 'version % of template % is no concept', OLD.version, OLD.kind
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'only_a_concept_changes';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER only_a_concept_changes BEFORE UPDATE OR DELETE ON cases_lettertemplate
    FOR EACH ROW EXECUTE FUNCTION check_letter_template();

CREATE FUNCTION check_letter_template_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.template_id IS DISTINCT FROM OLD.template_id THEN
        RAISE EXCEPTION 'letter % keeps the template it was made from', OLD.number
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'letter_keeps_template';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER letter_keeps_template BEFORE UPDATE ON cases_letter
    FOR EACH ROW EXECUTE FUNCTION check_letter_template_stays();
"""

DOCUMENTS_STAY = """
CREATE FUNCTION check_document_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- a new file is a new version; erasing deletes rows, nothing rewrites them
    RAISE EXCEPTION 'a version of a document stays as it came in'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'document_version_stays';
END $$;

CREATE TRIGGER document_version_stays BEFORE UPDATE ON cases_documentversion
    FOR EACH ROW EXECUTE FUNCTION check_document_version_stays();
CREATE TRIGGER document_piece_stays BEFORE UPDATE ON cases_documentpiece
    FOR EACH ROW EXECUTE FUNCTION check_document_version_stays();
"""

CALENDAR_DAYS_STAY = """
CREATE FUNCTION check_calendar_day_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.removed_at IS NULL
       AND (NEW.day, NEW.name, NEW.kind, NEW.source, NEW.added_at)
           IS NOT DISTINCT FROM (OLD.day, OLD.name, OLD.kind, OLD.source, OLD.added_at)
       AND NEW.added_by_id IS NOT DISTINCT FROM OLD.added_by_id THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a day of the calendar is only taken away, once'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'calendar_day_stays';
END $$;
CREATE TRIGGER calendar_day_stays BEFORE UPDATE ON cases_calendarday
    FOR EACH ROW EXECUTE FUNCTION check_calendar_day_stays();
"""

OPEN_CASES_ARE_KEPT = """
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
"""

UNDO = """
DROP TRIGGER open_case_is_kept ON cases_case;
DROP TRIGGER wait_of_open_case_is_kept ON cases_wait;
DROP TRIGGER contact_of_open_case_is_kept ON cases_contactterm;
DROP FUNCTION keep_open_case, keep_wait_of_open_case, keep_contact_of_open_case;
DROP FUNCTION keep_open_case_wait(bigint), contact_person_now(bigint);
DROP TRIGGER calendar_day_stays ON cases_calendarday;
DROP FUNCTION check_calendar_day_stays();
DROP TRIGGER document_piece_stays ON cases_documentpiece;
DROP TRIGGER document_version_stays ON cases_documentversion;
DROP FUNCTION check_document_version_stays();
DROP TRIGGER letter_keeps_template ON cases_letter;
DROP FUNCTION check_letter_template_stays();
DROP TRIGGER only_a_concept_changes ON cases_lettertemplate;
DROP FUNCTION check_letter_template();
DROP TRIGGER letter_stays ON cases_letter;
DROP FUNCTION check_letter_stays();
DROP TRIGGER case_not_of_merged ON cases_case;
DROP TRIGGER request_not_of_merged ON cases_helprequest;
DROP TRIGGER running_term_not_of_merged ON cases_contactterm;
DROP TRIGGER merged_resident_is_empty ON cases_resident;
DROP FUNCTION check_resident_not_merged, check_merged_resident;
DROP TRIGGER open_case_has_contact_person ON cases_case;
DROP TRIGGER contact_person_stays_while_case_is_open ON cases_contactterm;
DROP TRIGGER contact_person_is_active ON accounts_user;
DROP TRIGGER term_of_active_user ON cases_contactterm;
DROP FUNCTION check_case_contact_person, check_term_contact_person, check_user_has_no_residents,
    check_term_user_is_active;
DROP FUNCTION case_needs_contact_person(bigint);
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_tables"), ("cases", "0001_tables")]
    replaces = [
        ("cases", "0002_invariants"),
        ("cases", "0004_nothing_hangs_on_a_merged_resident"),
        ("cases", "0017_calendar_day_stays"),
    ]
    operations = [
        refuse_changes("cases_event"),
        migrations.RunSQL(
            [
                OPEN_CASE_HAS_CONTACT_PERSON,
                CONTACT_PERSON_IS_ACTIVE,
                NOTHING_HANGS_ON_MERGED,
                LETTERS_STAY,
                DOCUMENTS_STAY,
                CALENDAR_DAYS_STAY,
                OPEN_CASES_ARE_KEPT,
            ],
            UNDO,
        ),
    ]
