"""A resident that was merged into another has nothing running of its own, and is not merged any further."""

from django.db import migrations

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

UNDO = """
DROP TRIGGER case_not_of_merged ON cases_case;
DROP TRIGGER request_not_of_merged ON cases_helprequest;
DROP TRIGGER running_term_not_of_merged ON cases_contactterm;
DROP TRIGGER merged_resident_is_empty ON cases_resident;
DROP FUNCTION check_resident_not_merged, check_merged_resident;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_households_and_merging")]
    operations = [migrations.RunSQL(NOTHING_HANGS_ON_MERGED, UNDO)]
