"""What must be so after every step, asked of the database in plain SQL: nothing of our own code in between.

Each question gives the rows that break it.
"""

from collections.abc import Mapping
from typing import Any

from django.db import connection

from benchmarks.bulk.holding import KEPT, OPEN_CASES

ONE_CONTACT_PERSON = """
    SELECT c.number, count(t.id) FROM cases_case c
    LEFT JOIN cases_contactterm t ON t.resident_id = c.resident_id AND upper_inf(t.during)
    WHERE c.status <> 'closed' GROUP BY c.number HAVING count(t.id) <> 1
"""
NO_OVERLAP = """
    SELECT a.id, b.id FROM cases_contactterm a
    JOIN cases_contactterm b ON a.resident_id = b.resident_id AND a.id < b.id AND a.during && b.during
"""
STATUS_IS_LAST_EVENT = """
    SELECT c.number, c.status, last.codes->>'to' FROM cases_case c
    LEFT JOIN LATERAL (
        SELECT codes FROM cases_event e WHERE e.case_id = c.id AND e.kind = 'status_changed'
        ORDER BY e.id DESC LIMIT 1
    ) last ON true
    WHERE c.status <> coalesce(last.codes->>'to', 'registered')
"""
STATE_IS_LAST_EVENT_OF_HELP = """
    SELECT a.id, a.state, last.state FROM cases_arrangement a
    LEFT JOIN LATERAL (
        SELECT codes->>'state' AS state FROM cases_event e
        WHERE e.kind = 'arrangement_changed' AND (e.codes->>'arrangement')::bigint = a.id
        ORDER BY e.id DESC LIMIT 1
    ) last ON true
    WHERE a.state IS DISTINCT FROM last.state
"""
EVENT_OF_A_CASE_THAT_IS = """
    SELECT e.id FROM cases_event e LEFT JOIN cases_case c ON c.id = e.case_id
    WHERE e.case_id IS NOT NULL AND c.id IS NULL
"""
EVERY_EVENT_COUNTED = """  -- the waits that follow a step count with that step
    SELECT c.number, c.version, count(e.id) FROM cases_case c LEFT JOIN cases_event e ON e.case_id = c.id
    GROUP BY c.id HAVING c.version > count(e.id)
    OR c.version < count(e.id) FILTER (WHERE e.kind NOT IN ('wait_opened', 'wait_closed'))
"""
HELP_IN_OPEN_CASES = """
    SELECT a.id, a.state FROM cases_arrangement a JOIN cases_case c ON c.id = a.case_id
    WHERE c.status = 'closed' AND a.state IN ('proposed', 'requested', 'accepted', 'started', 'paused')
"""
WAITS_IN_OPEN_CASES = """
    SELECT w.id, c.number FROM cases_wait w JOIN cases_case c ON c.id = w.case_id
    WHERE c.status = 'closed' AND w.until IS NULL
"""
LISTED_AS_IT_IS = f"""
    SELECT c.case_id, o.case_id AS listed FROM ({OPEN_CASES}) c
    FULL JOIN cases_opencase o ON o.case_id = c.case_id
    WHERE ({", ".join(f"c.{name}" for name in KEPT)})
        IS DISTINCT FROM ({", ".join(f"o.{name}" for name in KEPT)})
"""
NO_LETTER_TO_WHO_DIED = """
    SELECT l.number, r.died_on FROM cases_letter l JOIN cases_case c ON c.id = l.case_id
    LEFT JOIN cases_procedure p ON p.id = l.procedure_id
    JOIN cases_resident r ON r.id = coalesce(p.applicant_id, c.resident_id)
    WHERE l.state IN ('queued', 'to_print') AND r.died_on IS NOT NULL
"""
HANDED_OVER_BY_ACCEPTING = """
    SELECT t.id FROM cases_contactterm t WHERE t.began = 'handover' AND NOT EXISTS (
        SELECT 1 FROM cases_handover h WHERE h.to_user_id = t.user_id AND h.state = 'accepted'
        AND h.answered_at <= lower(t.during))
"""
CHANGED_BY_WHO_MAY = """
    SELECT e.id, e.codes->>'step', u.name FROM cases_event e
    JOIN cases_case c ON c.id = e.case_id JOIN accounts_user u ON u.id = e.actor_id
    WHERE e.id > %s AND e.kind = 'status_changed'
    AND NOT EXISTS (SELECT 1 FROM cases_contactterm t WHERE t.resident_id = c.resident_id
        AND upper_inf(t.during) AND (t.user_id = u.id OR EXISTS (
            SELECT 1 FROM cases_deputyship d WHERE d.absent_id = t.user_id AND d.deputy_id = u.id
            AND d.during @> e.recorded_at)))
    AND NOT (e.codes->>'from' IN ('supported', 'reviewing', 'closed') AND EXISTS (
        SELECT 1 FROM cases_caserole r WHERE r.case_id = c.id AND r.user_id = u.id
        AND r.kind = 'care_coordinator' AND r.until IS NULL))
    AND NOT (e.codes->>'step' = 'undo_close' AND 'manager' = ANY(u.roles) AND u.team_id = c.team_id)
"""

ALWAYS: Mapping[str, str] = {
    "a resident with an open case has exactly one contact person": ONE_CONTACT_PERSON,
    "terms of one resident never overlap": NO_OVERLAP,
    "the status is that of the last status event": STATUS_IS_LAST_EVENT,
    "the state of help is that of its last event": STATE_IS_LAST_EVENT_OF_HELP,
    "every event is of a case that exists": EVENT_OF_A_CASE_THAT_IS,
    "a case counts each of its events": EVERY_EVENT_COUNTED,
    "help that is open is in a case that is open": HELP_IN_OPEN_CASES,
    "we wait for nobody in a closed case": WAITS_IN_OPEN_CASES,
    "lists know each open case as it is": LISTED_AS_IT_IS,
    "who came by handover accepted one": HANDED_OVER_BY_ACCEPTING,
    "no letter waits to go out to who has died": NO_LETTER_TO_WHO_DIED,
}


def broken() -> dict[str, list[Any]]:
    """Which of `ALWAYS` does not hold now, with the rows that break it."""
    asked = " UNION ALL ".join(
        f"SELECT {number}, to_jsonb(q) FROM ({sql}) q" for number, sql in enumerate(ALWAYS.values())
    )
    names, found = list(ALWAYS), {}
    with connection.cursor() as cursor:
        cursor.execute(asked)
        for number, row in cursor.fetchall():
            found.setdefault(names[number], []).append(row)
    return found


def not_permitted_since(event: int) -> list[Any]:
    """Status changes after the event with this key by somebody whom the design does not let."""
    return _rows(CHANGED_BY_WHO_MAY, [event])


def last_event() -> tuple[int, int]:
    """How many events there are, and the key of the last."""
    return _rows("SELECT count(*), coalesce(max(id), 0) FROM cases_event")[0]


def check_commit() -> None:
    """Have the database check now what it would check at commit."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def fingerprint() -> list[Any]:
    """Of every table how many rows it has and a sum over all that stands in them."""
    if not _rows("SELECT 1 FROM pg_prepared_statements WHERE name = 'fingerprint'"):
        tables = _rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
        one = "SELECT '{0}', count(*), sum(hashtext(t::text)::bigint) FROM \"{0}\" t"
        # planning a hundred tables costs more than reading them
        _rows("PREPARE fingerprint AS " + " UNION ALL ".join(one.format(name) for (name,) in tables))
    return sorted(_rows("EXECUTE fingerprint"))


def _rows(sql: str, params: list[Any] | None = None) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall() if cursor.description else []
