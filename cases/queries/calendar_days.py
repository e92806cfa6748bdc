"""The administrator's table of days, for everything that computes a term.

`decreed_days` is the one way to it; a query that reads procedures takes the same days along in each row
(`DECREED`, read by `days_in`), which costs no query of its own and the database reads the table once.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import CharField, QuerySet, Subquery
from django.db.models.functions import Cast

from cases.enums import CalendarDayKind
from cases.models import CalendarDay
from sociaal.core.prepared import Given, Prepared

_COMMA = ","
_ROWS = CalendarDay.objects.filter(kind=CalendarDayKind.DECREED, removed_at__isnull=True).order_by()
_IN_ONE = (
    _ROWS.values("kind")
    .annotate(days=StringAgg(Cast("day", CharField()), _COMMA, order_by="day"))
    .values("days")
)
DECREED = Subquery(_IN_ONE)
"""The decreed days as one text, for `annotate`; NULL when there are none."""


def _in_one(given: Given) -> QuerySet[Any, Any]:
    return _IN_ONE.values_list("days")


_DECREED = Prepared(_in_one)


def decreed_days() -> frozenset[date]:
    """The days put on a par with a Sunday, as the table says now. One query."""
    rows = _DECREED()
    return days_in(rows[0].days) if rows else frozenset()


@lru_cache(maxsize=16)
def days_in(text: str | None) -> frozenset[date]:
    """The days in what `DECREED` gave."""
    return frozenset(date.fromisoformat(day) for day in text.split(_COMMA)) if text else frozenset()


def calendar_days(since: date) -> Sequence[CalendarDay]:
    """The days in the table from that day on, earliest first. One query."""
    rows = CalendarDay.objects.filter(removed_at__isnull=True, day__gte=since)
    return list(rows.select_related("added_by"))


def calendar_day_called(pk: int) -> CalendarDay | None:
    """A day that is in the table; None for another."""
    return CalendarDay.objects.filter(pk=pk, removed_at__isnull=True).first()
