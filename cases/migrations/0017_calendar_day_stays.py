"""A day of the calendar is never changed: only taken away, once. Terms of long ago rest on it."""

from django.db import migrations

DO = """
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

UNDO = """
DROP TRIGGER calendar_day_stays ON cases_calendarday;
DROP FUNCTION check_calendar_day_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0016_specialist_counts_once_read")]
    operations = [migrations.RunSQL(DO, UNDO)]
