"""Count cases and help requests anew from their events. As often as one likes: the outcome is the same.

Two recounts of one case wait for each other; the second reads what was committed meanwhile.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db import connection, models, transaction

from cases.models import Case, HelpRequest
from regie.metrics.facts import Facts, Span
from regie.metrics.journey import facts_of_case, facts_of_request
from regie.metrics.models import HandoverFact, Spell, StepSpell, WaitSpell
from regie.metrics.queries.events import events_of_cases, events_of_requests, requests_of_cases

CASES, REQUESTS = "metrics case", "metrics request"
Rows = Mapping[tuple, Mapping[str, Any]]
"""Key of a row to its other fields."""


@transaction.atomic
def recount_cases(cases: Sequence[int]) -> set[int]:
    """Write the spells of these cases (keys). Returns the teams whose figures this may change."""
    lock(CASES, cases)
    requests = requests_of_cases(cases)
    lock(REQUESTS, requests)
    teams = dict(Case.objects.filter(pk__in=cases).values_list("pk", "team"))
    events = events_of_cases(cases, requests)
    facts = {case: facts_of_case(events[case]) for case in teams}
    touched = set(teams.values())
    for model, key, rows_of in _TABLES:
        wanted = {
            (case, *place): {"team_id": teams[case], **fields}
            for case, found in facts.items()
            for place, fields in rows_of(found).items()
        }
        touched |= _sync(model, model.objects.filter(case__in=cases), ("case_id", *key), wanted)
    touched |= _sync(Spell, Spell.objects.filter(help_request__in=list(requests)), ("pk",), {})
    return touched


@transaction.atomic
def recount_requests(requests: Sequence[int]) -> set[int]:
    """The same for help requests; one that belongs to a case has no spells of its own."""
    lock(REQUESTS, requests)
    events = events_of_requests(requests)
    teams = dict(HelpRequest.objects.filter(pk__in=requests).values_list("pk", "team"))
    wanted = {
        (request, *place): {"team_id": teams[request], **fields}
        for request in events.keys() & teams.keys()
        for place, fields in _spans(facts_of_request(events[request])).items()
    }
    present = Spell.objects.filter(help_request__in=requests)
    return set(teams.values()) | _sync(Spell, present, ("help_request_id", "measure", "about"), wanted)


def recount_case(case: int) -> set[int]:
    """Write the spells of one case. Returns the teams whose figures this may change."""
    return recount_cases([case])


def recount_request(request: int) -> set[int]:
    """Write the spells of one help request. Returns the teams whose figures this may change."""
    return recount_requests([request])


def lock(what: str, keys: Iterable[int]) -> None:
    """Wait until no other transaction counts these, and keep them until this one ends. Lowest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext(%s), key) FROM unnest(%s::int[]) AS key",
            [what, sorted(keys)],
        )


def _spans(facts: Facts) -> Rows:
    return {(span.measure, span.about): _span_fields(span) for span in facts.spans}


def _span_fields(span: Span) -> Mapping[str, Any]:
    return {"started_at": span.started_at, "ended_at": span.ended_at, "end": span.end}


def _waits(facts: Facts) -> Rows:
    return {
        (one.wait,): {
            "on": one.on, "subject": one.subject, "started_at": one.started_at, "ended_at": one.ended_at
        }
        for one in facts.waits
    }  # fmt: skip


def _stays(facts: Facts) -> Rows:
    return {
        (one.number,): {
            "step": one.step, "started_at": one.started_at, "ended_at": one.ended_at, "left_to": one.left_to
        }
        for one in facts.stays
    }  # fmt: skip


def _handovers(facts: Facts) -> Rows:
    return {(one.handover,): {"reason": one.reason, "at": one.at} for one in facts.handovers}


_TABLES: Sequence[tuple[Any, tuple[str, ...], Callable[[Facts], Rows]]] = (
    (Spell, ("measure", "about"), _spans),
    (WaitSpell, ("wait",), _waits),
    (StepSpell, ("number",), _stays),
    (HandoverFact, ("handover",), _handovers),
)


def _sync(model: Any, present: models.QuerySet, key: tuple[str, ...], wanted: Rows) -> set[int]:
    """Make the rows of `present` equal to `wanted`: delete, change, add. Returns the teams of those rows."""
    rows = {tuple(getattr(row, name) for name in key): row for row in present}
    gone = [row for place, row in rows.items() if place not in wanted]
    touched, changed = {row.team_id for row in gone}, []
    names: set[str] = set()
    for place, fields in wanted.items():
        row = rows.get(place)
        if row is None or all(getattr(row, name) == value for name, value in fields.items()):
            continue
        touched.add(row.team_id)
        names |= fields.keys()
        for name, value in fields.items():
            setattr(row, name, value)
        changed.append(row)
    new = [
        model(**dict(zip(key, place, strict=True)), **fields)
        for place, fields in wanted.items()
        if place not in rows
    ]
    if gone:
        model.objects.filter(pk__in=[row.pk for row in gone]).delete()
    if changed:
        model.objects.bulk_update(changed, sorted(names))
    if new:
        model.objects.bulk_create(new)
    return touched
