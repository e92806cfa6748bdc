"""Which running terms end on another day when a day comes into the table of decreed days, or leaves it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from cases.enums import ProcedureState
from cases.models import Procedure, Suspension
from cases.models.procedure import OBJECTION_RUNS
from cases.queries.case_rows import procedures_of
from cases.queries.procedure_rows import facts_of
from cases.queries.term_facts import ASKS_OF_US, TermFacts
from cases.queries.terms import TermRow, term_rows
from sociaal.core.prepared import Given, Prepared

LONGEST = timedelta(days=100)
"""No term under the Algemene termijnenwet that did not stand still is longer (its art. 4: twelve weeks)."""


@dataclass(frozen=True)
class TermMove:
    """A term of a procedure with its day as it was and as it becomes."""

    case: int
    procedure: int
    law: str
    term: str
    before: date
    after: date


def _in_reach(given: Given) -> QuerySet[Any, Any]:
    """The procedures in which a term may run over this day: one began shortly before it or stood still, or an
    objection runs, whose term begins weeks after the decision.
    """
    runs = ASKS_OF_US | Q(state=ProcedureState.DECIDED, sent_date__isnull=False)
    since, day = given.day("since"), given.day("day")
    began = Q(pk__in=[])
    for name in ("reported_date", "applied_date", "sent_date"):
        began |= Q(**{f"{name}__gte": since, f"{name}__lte": day})
    held = Q(held_at__gte=given.moment("held_since"), held_at__lt=given.moment("held_until"))
    stood_still = Exists(Suspension.objects.filter(procedure=OuterRef("pk")))
    reached = began | held | OBJECTION_RUNS | Q(stood_still)
    return procedures_of(Procedure.objects.filter(runs)).filter(reached)


def _of_case(given: Given) -> QuerySet[Any, Any]:
    return procedures_of(Procedure.objects.filter(case=given.number("case")))


_IN_REACH, _OF_CASE = Prepared(_in_reach), Prepared(_of_case)


def moves_by(day: date, *, adding: bool, today: date) -> list[TermMove]:
    """All running terms that this day moves, when it is added or else removed. One query."""
    since = day - LONGEST
    moments = {"held_since": _start_of(since), "held_until": _start_of(day + timedelta(days=1))}
    rows = _IN_REACH(since=since, day=day, **moments)
    return list(_moves(rows, day, adding, today))


def moves_in(case: int, day: date, *, adding: bool, today: date) -> list[TermMove]:
    """As `moves_by`, in one case. One query."""
    return list(_moves(_OF_CASE(case=case), day, adding, today))


def _moves(rows: Iterable[Any], day: date, adding: bool, today: date) -> Iterable[TermMove]:
    for row in rows:
        facts = facts_of(row)
        without, given = facts.decreed - {day}, facts.decreed | {day}
        before = _running(replace(facts, decreed=without if adding else given), today)
        after = _running(replace(facts, decreed=given if adding else without), today)
        for old, new in zip(before, after, strict=True):
            if old.due != new.due and (new.is_ours or max(old.due, new.due) >= today):
                yield TermMove(row.case_id, row.pk, row.law, new.code, old.due, new.due)


def _running(facts: TermFacts, today: date) -> list[TermRow]:
    """What nothing has met yet, in an order that does not hang on the dates."""
    return sorted(
        (term for term in term_rows(facts, today) if term.still_asks), key=lambda term: (term.code, term.kind)
    )


def _start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
