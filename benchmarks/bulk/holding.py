"""Whether what triggers and operations hold of each case also holds of cases that were written by COPY.

Keys, uniqueness, periods that may not overlap and check constraints the database has checked itself.
"""

from django.db import connections

OPEN_CASES = """
    SELECT id AS case_id, team_id, contact_person_now(resident_id) AS contact_id, resident_id, status,
        w."on" AS wait_on, w.since AS wait_since,
        us.since AS us_since, coalesce(us.by_hand, false) AS us_by_hand,
        EXISTS (SELECT 1 FROM cases_procedure p WHERE p.case_id = c.id
            AND (p.state IN ('reported', 'investigating', 'applied')
                OR p.objection_date IS NOT NULL AND p.objection_ended_date IS NULL)) AS has_procedure,
        (SELECT min(review_date) FROM cases_arrangement a WHERE a.case_id = c.id
            AND a.state IN ('proposed', 'requested', 'accepted', 'started', 'paused')) AS review_date
    FROM cases_case c LEFT JOIN LATERAL (
        SELECT "on", since FROM cases_wait WHERE case_id = c.id AND until IS NULL
        ORDER BY array_position('{us,resident,partner,provider,authority}', "on"::text), since, id LIMIT 1
    ) w ON true LEFT JOIN LATERAL (
        SELECT min(since) AS since, bool_or(by_hand) AS by_hand FROM cases_wait
        WHERE case_id = c.id AND until IS NULL AND "on" = 'us'
    ) us ON true WHERE status <> 'closed'
"""
"""What triggers keep of each open case."""
KEPT = (
    "case_id", "team_id", "contact_id", "resident_id", "status", "wait_on", "wait_since", "us_since",
    "us_by_hand", "has_procedure", "review_date",
)  # fmt: skip
BROKEN = {
    "an open case without a contact person": """
        SELECT count(*) FROM cases_case c WHERE status <> 'closed' AND NOT EXISTS (
            SELECT 1 FROM cases_contactterm t WHERE t.resident_id = c.resident_id AND upper_inf(during))""",
    "a contact person whose account is closed": """
        SELECT count(*) FROM cases_contactterm t JOIN accounts_user u ON u.id = t.user_id
        WHERE upper_inf(during) AND NOT u.is_active""",
    "a case, question or running term of a resident who was merged": """
        SELECT count(*) FROM cases_resident r WHERE merged_into_id IS NOT NULL AND (
            EXISTS (SELECT 1 FROM cases_case c WHERE c.resident_id = r.id)
            OR EXISTS (SELECT 1 FROM cases_helprequest h WHERE h.resident_id = r.id)
            OR EXISTS (SELECT 1 FROM cases_contactterm t
                WHERE t.resident_id = r.id AND upper_inf(during)))""",
    "a status that is not that of the last status event": """
        SELECT count(*) FROM cases_case c LEFT JOIN (
            SELECT DISTINCT ON (case_id) case_id, codes ->> 'to' AS reached, occurred_at FROM cases_event
            WHERE kind = 'status_changed' ORDER BY case_id, occurred_at DESC, id DESC
        ) e ON e.case_id = c.id
        WHERE status <> coalesce(reached, 'registered') OR status_since < occurred_at""",
    "an event before the report of its case": """
        SELECT count(*) FROM cases_event e JOIN cases_case c ON c.id = e.case_id
        WHERE e.occurred_at < c.reported_at OR e.resident_id <> c.resident_id""",
    "an event that is recorded before it happened": """
        SELECT count(*) FROM cases_event WHERE recorded_at < occurred_at""",
    "a case without the event of its taking up, or closed without that": """
        SELECT (SELECT count(*) FROM cases_case) - (SELECT count(*) FROM cases_event WHERE kind = 'taken_up')
            + abs((SELECT count(*) FROM cases_case WHERE status = 'closed')
                - (SELECT count(DISTINCT case_id) FROM cases_event WHERE kind = 'closed'
                   AND case_id IN (SELECT id FROM cases_case WHERE status = 'closed')))""",
    "a wait without its event, or ended without that": """
        SELECT count(*) FROM cases_wait w LEFT JOIN (
            SELECT (codes ->> 'wait')::bigint AS wait, case_id,
                count(*) FILTER (WHERE kind = 'wait_opened') AS o,
                count(*) FILTER (WHERE kind = 'wait_closed') AS c
            FROM cases_event WHERE kind IN ('wait_opened', 'wait_closed') GROUP BY 1, 2
        ) e ON e.wait = w.id AND e.case_id = w.case_id
        WHERE o IS DISTINCT FROM 1 OR c IS DISTINCT FROM (until IS NOT NULL)::int""",
    "a closed case that waits": """
        SELECT count(*) FROM cases_wait w JOIN cases_case c ON c.id = w.case_id
        WHERE until IS NULL AND status = 'closed'""",
    "an open case before help runs that waits for nobody": """
        SELECT count(*) FROM cases_case c WHERE status NOT IN ('supported', 'closed')
        AND NOT EXISTS (SELECT 1 FROM cases_wait w WHERE w.case_id = c.id AND until IS NULL)""",
    "help that runs in a closed case": """
        SELECT count(*) FROM cases_arrangement a JOIN cases_case c ON c.id = a.case_id
        WHERE c.status = 'closed' AND state NOT IN ('ended', 'cancelled', 'refused')""",
    "a contact person named without its event": """
        SELECT count(*) FROM cases_contactterm t WHERE NOT EXISTS (
            SELECT 1 FROM cases_event e WHERE e.resident_id = t.resident_id AND e.kind = 'term_opened'
            AND e.case_id IS NULL AND e.occurred_at = lower(t.during))""",
    "an open case that its list does not know as it is": f"""
        SELECT count(*) FROM ({OPEN_CASES}) c FULL JOIN cases_opencase o ON o.case_id = c.case_id
        WHERE ({", ".join(f"c.{name}" for name in KEPT)})
            IS DISTINCT FROM ({", ".join(f"o.{name}" for name in KEPT)})""",
    "a case number higher than the last that was given": """
        SELECT count(*) FROM cases_case c LEFT JOIN cases_casenumber n ON n.year = left(c.number, 4)::int
        WHERE right(c.number, 6)::int > coalesce(n.last, 0)""",
}
"""What must not be, and how many there are of it."""


def broken() -> dict[str, int]:
    """What does not hold in the present database, and how often; empty when all holds."""
    found = {}
    with connections["default"].cursor() as cursor:
        for what, question in BROKEN.items():
            cursor.execute(question)
            (number,) = cursor.fetchone()
            if number:
                found[what] = number
    return found
