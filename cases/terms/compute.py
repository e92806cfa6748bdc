"""From a term and the day it started to the day it ends.

The day on which a term starts does not count; its last day does. So six weeks from Monday 2 March end on
Monday 13 April. Order of steps: the length of the law, plus the days it stood still (Awb 4:15), at least two
working days in it (ATW art. 2), and no end on a Saturday, Sunday or holiday (ATW art. 1).
"""

import calendar as month_lengths
import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from math import ceil

from cases.terms.calendar import DAY, is_working_day
from cases.terms.explain import explain
from cases.terms.later import Later, last_of
from cases.terms.law import Length, TermCode, TermKind, TermVersion, Unit, version_on

ATW_AT_MOST = {Unit.DAYS: 90, Unit.WORKING_DAYS: 90, Unit.WEEKS: 12, Unit.MONTHS: 3}
"""ATW art. 4 onder a: longer terms, and those in hours or years, fall outside articles 1 to 3."""


@dataclass(frozen=True)
class Period:
    """Days on which a term stands still, both ends included. `last` is None while it has not ended."""

    first: dt.date
    last: dt.date | None = None

    @classmethod
    def to_complete(cls, requested: dt.date, completed: dt.date | None = None) -> "Period":
        """Awb 4:15 lid 1: from the day after the request up to the day it was completed, or the time for that
        ran out. "Tot" leaves that day itself out: on it the term runs again. (A request answered on the same
        or the next day stands nothing still.)"""
        return cls(requested + DAY, completed - DAY if completed else None)


@dataclass(frozen=True)
class DueDate:
    """The last day of a term, and how it was found."""

    date: dt.date
    version: TermVersion
    start: dt.date
    length: Length | None
    """The length counted with: of the law, or of the municipality's ordinance. None: at once."""
    suspended_days: int = 0
    suspension_runs: bool = False
    """It still stands still on the day we look: the date will move with every day."""
    lengthened: bool = False
    """By ATW art. 2: there were fewer than two working days in it."""
    moved: bool = False
    """By ATW art. 1: it would have ended on a Saturday, Sunday or holiday."""
    later: Later | None = None
    """The notice that put the last day off."""

    @property
    def term(self) -> TermCode:
        return self.version.code

    @property
    def article(self) -> str:
        return self.version.article

    @property
    def valid_from(self) -> dt.date:
        return self.version.valid_from

    @property
    def kind(self) -> TermKind:
        return self.version.kind

    @property
    def explanation(self) -> str:
        """How this date came about, in the language of the reader."""
        return explain(self)


def due_date(
    term: TermCode,
    start: dt.date,
    suspensions: Sequence[Period] = (),
    on: dt.date | None = None,
    *,
    decreed: Collection[dt.date],
    ordinance: Length | None = None,
    later: Sequence[Later] = (),
) -> DueDate:
    """The day on which a term ends that started on `start` (receipt; for objections: the day of
    notification).

    `on` is the day we look: a suspension that has no end yet lasts until and including that day; without `on`
    such a suspension is an error (ValueError). Suspensions move only the term for a decision on an
    application; for another they change nothing. `decreed` are the days put on a par with a Sunday.
    `ordinance` is the municipality's own length where the law leaves that to it; never more than the law
    allows, and outside the ATW, which is about statutes. `later`: notices that put this term off, as far as
    each was in time. Raises NoVersionInForceError.
    """
    found = _by_law(term, start, suspensions, on, decreed, ordinance)
    last, notice = last_of(found.date, later)
    return replace(found, date=last, later=notice) if notice else found


def _by_law(
    term: TermCode,
    start: dt.date,
    suspensions: Sequence[Period],
    on: dt.date | None,
    decreed: Collection[dt.date],
    ordinance: Length | None,
) -> DueDate:
    version = version_on(term, start)
    if version.length is None:
        return DueDate(start, version, start, None)
    length = _length(version, ordinance, decreed)
    still = _days_still(suspensions, start, on) if version.suspendable else frozenset()
    counted = _put_off(start, length, still, decreed)
    end, lengthened, moved = counted, False, False
    if length == version.length and falls_under_atw(length):
        end, lengthened, moved = by_atw(start, counted, length, still, decreed)
    return DueDate(
        end,
        version,
        start,
        length,
        suspended_days=sum(start < day <= end for day in still),
        suspension_runs=version.suspendable and any(p.last is None and p.first <= end for p in suspensions),
        lengthened=lengthened,
        moved=moved,
    )


def falls_under_atw(length: Length) -> bool:
    """Whether articles 1 and 2 of the ATW are about a term of this length (art. 4)."""
    return length.amount <= ATW_AT_MOST.get(length.unit, -1)


def after(start: dt.date, length: Length, decreed: Collection[dt.date]) -> dt.date:
    """The last day of this length, before any rule of the ATW. A term in hours ends on the day its last hour
    falls in, counted from the end of the day it starts; months and years end on the same day of the month, or
    its last."""
    match length.unit:
        case Unit.WORKING_DAYS:
            return _walk(start, length.amount, lambda day: is_working_day(day, decreed))
        case Unit.MONTHS:
            return _add_months(start, length.amount)
        case Unit.YEARS:
            return _add_months(start, 12 * length.amount)
        case Unit.HOURS:
            return start + timedelta(days=ceil(length.amount / 24))
        case Unit.WEEKS:
            return start + timedelta(weeks=length.amount)
    return start + timedelta(days=length.amount)


def _length(version: TermVersion, ordinance: Length | None, decreed: Collection[dt.date]) -> Length:
    assert version.length is not None
    if ordinance is None or not version.by_ordinance:
        return version.length
    reference = version.valid_from
    return min(version.length, ordinance, key=lambda length: after(reference, length, decreed))


def _put_off(
    start: dt.date, length: Length, still: frozenset[dt.date], decreed: Collection[dt.date]
) -> dt.date:
    """The last day of the term when the days it stood still do not count."""
    if length.unit is Unit.WORKING_DAYS:
        return _walk(start, length.amount, lambda day: is_working_day(day, decreed) and day not in still)
    return _walk(start, (after(start, length, decreed) - start).days, lambda day: day not in still)


def by_atw(
    start: dt.date, end: dt.date, length: Length, still: frozenset[dt.date], decreed: Collection[dt.date]
) -> tuple[dt.date, bool, bool]:
    """The end by ATW art. 2 and then art. 1, and which of the two moved it."""

    def counts(day: dt.date) -> bool:
        return day not in still and is_working_day(day, decreed)

    with_two_days = end
    if not (length.unit in (Unit.DAYS, Unit.WORKING_DAYS) and length.amount < 3):
        with_two_days = max(end, _walk(start, 2, counts))
    on_working_day = with_two_days if counts(with_two_days) else _walk(with_two_days, 1, counts)
    return on_working_day, with_two_days != end, on_working_day != with_two_days


def _days_still(suspensions: Sequence[Period], start: dt.date, on: dt.date | None) -> frozenset[dt.date]:
    """Every day after `start` on which the term stands still, once, also where suspensions overlap."""
    days: set[dt.date] = set()
    for period in suspensions:
        last = period.last or on
        if last is None:
            raise ValueError("a suspension without an end needs the day we look at it")
        first = max(period.first, start + DAY)
        days.update(first + timedelta(days=n) for n in range((last - first).days + 1))
    return frozenset(days)


def _walk(start: dt.date, amount: int, counts: Callable[[dt.date], bool]) -> dt.date:
    """The day on which `amount` days that count have passed since `start`."""
    day = start
    while amount:
        day += DAY
        amount -= counts(day)
    return day


def _add_months(start: dt.date, months: int) -> dt.date:
    years, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return dt.date(years, month + 1, min(start.day, month_lengths.monthrange(years, month + 1)[1]))
