"""Exceptions that the colleagues of a team ask: without names, for who decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from cases.enums import EventKind
from cases.models import Case, Event, Weighing

COUNTED_OVER = timedelta(days=365)


@dataclass(frozen=True)
class ExceptionCounts:
    """Of the past twelve months, from the events."""

    asked: int
    allowed: int
    refused: int


def exception_called(case: Case, pk: int) -> Weighing | None:
    """The weighing of this case that asks, or asked, an exception."""
    rows = Weighing.objects.filter(case=case, pk=pk, exception_asked_at__isnull=False)
    return rows.select_related("made_by", "exception_decided_by", "case__resident", "case__team").first()


def exceptions_of(team: int) -> QuerySet[Weighing]:
    """Of the cases of this team: what waits first, then what was decided, latest first."""
    rows = Weighing.objects.filter(case__team=team, exception_asked_at__isnull=False)
    return rows.select_related("case", "made_by", "exception_decided_by")


def waiting_exceptions(team: int) -> QuerySet[Weighing]:
    """Those that wait for a decision."""
    waits = Q(exception_allowed__isnull=True, chosen_at__isnull=True)
    return exceptions_of(team).filter(waits).exclude(case__status="closed")


def exception_counts(team: int, now: datetime) -> ExceptionCounts:
    """One query."""
    kinds = [EventKind.EXCEPTION_ASKED, EventKind.EXCEPTION_DECIDED]
    rows = Event.objects.filter(case__team=team, kind__in=kinds, occurred_at__gt=now - COUNTED_OVER)
    told: Sequence[tuple[str, bool | None]] = list(rows.values_list("kind", "codes__allowed"))
    return ExceptionCounts(
        asked=sum(kind == EventKind.EXCEPTION_ASKED for kind, _allowed in told),
        allowed=sum(bool(allowed) for _kind, allowed in told),
        refused=sum(allowed is False for _kind, allowed in told),
    )
