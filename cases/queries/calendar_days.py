"""The administrator's table of days, for everything that computes a term.

`decreed_days` is the one way to it; a query that reads procedures takes the same days along in each row
(`DECREED`, read by `days_in`), which costs no query of its own and the database reads the table once.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import CharField, QuerySet, Subquery
from django.db.models.functions import Cast

from cases.enums import CalendarDayKind
from cases.models import CalendarDay
from cases.terms.calendar import holiday_names
from sociaal.core.errors import NotFound
from sociaal.core.prepared import Given, Prepared

SUNDAY = 6
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


@dataclass(frozen=True)
class ShownDay:
    """A day on which the office is closed or no term ends. `row`: of the table; None for a holiday by law."""

    day: date
    name: str
    row: CalendarDay | None = None

    @property
    def moves_terms(self) -> bool:
        return self.row is None or self.row.moves_terms


def days_of_year(year: int, language: str) -> list[ShownDay]:
    """The holidays by law that are no Sunday, and the days of the table, earliest first. One query."""
    by_law = [
        ShownDay(day, name) for day, name in holiday_names(year, language).items() if day.weekday() != SUNDAY
    ]
    rows = CalendarDay.objects.filter(removed_at__isnull=True, day__year=year).select_related("added_by")
    added = [ShownDay(row.day, row.name, row) for row in rows]
    return sorted([*by_law, *added], key=lambda one: one.day)


def years_with_days() -> list[int]:
    """The years for which the table holds a day. One query."""
    rows = CalendarDay.objects.filter(removed_at__isnull=True).order_by()
    return sorted(rows.values_list("day__year", flat=True).distinct())


def calendar_day_called(pk: int) -> CalendarDay:
    """A day that is in the table. Raises NotFound."""
    row = CalendarDay.objects.filter(pk=pk, removed_at__isnull=True).first()
    if row is None:
        raise NotFound
    return row
