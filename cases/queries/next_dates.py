"""The next date that counts of each case: a term of ours, something planned, or a review of help."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Appointment, Procedure
from cases.queries.case_rows import procedures_of
from cases.queries.procedure_rows import facts_of
from cases.queries.term_facts import ASKS_OF_US
from cases.queries.terms import TermRow, running_terms
from sociaal.core.prepared import Given, Prepared
from sociaal.core.prepared_together import Together
from sociaal.core.registry import PlannedItem, registry

TERM, REVIEW, PLANNED = "terms", "reviews", "planned"
"""What a date is of: a term of ours, a day on which help is looked at again, or something planned."""


@dataclass(frozen=True, order=True)
class NextDate:
    """`left`: of a term how many days are left, and what moved it; "" for what is planned or reviewed.
    `article`: of a term where the law says it.
    """

    day: date
    label: str
    is_late: bool
    left: str = ""
    article: str = ""
    sort: str = PLANNED


class Dated(Protocol):
    """A row of `OpenCase`, or one made of it."""

    @property
    def pk(self) -> int: ...

    @property
    def has_procedure(self) -> bool: ...

    @property
    def review_date(self) -> date | None: ...


def open_procedures(given: Given) -> QuerySet[Any, Any]:
    """Of the cases `procedures_of` those in which a term of ours may run, with what their terms hang on."""
    cases = given.keys("procedures_of")
    return procedures_of(Procedure.objects.filter(ASKS_OF_US, case__any_of=cases))


def appointments_to_come(given: Given) -> QuerySet[Any, Any]:
    """Of the cases `cases`: the case and the moment; none with somebody who has died."""
    rows = Appointment.objects.filter(case__any_of=given.keys("cases"), at__gte=given.moment("now"))
    rows = rows.filter(case__resident__died_on__isnull=True)
    return rows.order_by().values_list("case_id", "at")


_DATES = Together(procedures=Prepared(open_procedures), appointments=Prepared(appointments_to_come))


def next_dates(rows: Collection[Dated], now: datetime) -> dict[int, NextDate]:
    """By key of the case; cases without any date are left out. One query, however many rows, and those of the
    apps above this one; none without rows.
    """
    if not rows:
        return {}
    asked = [row.pk for row in rows if row.has_procedure]
    found = _DATES(procedures_of=asked, cases=[row.pk for row in rows], now=now)
    return first_dates(dates_of(rows, found.procedures, now), found.appointments, rows, now)


def first_dates(
    dates: Mapping[int, Sequence[NextDate]], appointments: Sequence[Any], rows: Iterable[Dated], now: datetime
) -> dict[int, NextDate]:
    """As `next_dates`, for who has `dates_of` and `appointments_to_come` already; only the queries of the
    apps above this one.
    """
    keys = {row.pk for row in rows}
    found = {key: list(dates[key]) for key in keys if key in dates}
    for row in appointments:
        one = NextDate(timezone.localdate(row.at), _("appointment"), False)
        found.setdefault(row.case_id, []).append(one)
    for item in planned_in(keys, now) if keys else ():
        one = NextDate(timezone.localdate(item.at), item.words, False)
        found.setdefault(item.case_id, []).append(one)
    return {key: min(some) for key, some in found.items()}


def dates_of(rows: Iterable[Dated], procedures: Iterable[Any], now: datetime) -> dict[int, list[NextDate]]:
    """By key of the case every term that still asks something of us, of these `open_procedures`, and the
    first day on which its help is looked at again.
    """
    today = timezone.localdate(now)
    found: dict[int, list[NextDate]] = {}
    for row in procedures:
        found.setdefault(row.case_id, []).extend(terms_of(row, today))
    for one in rows:
        if one.review_date:
            found.setdefault(one.pk, []).append(review_on(one.review_date, today))
    return {key: some for key, some in found.items() if some}


def terms_of(row: Any, today: date) -> list[NextDate]:
    """The terms that still ask something of us, of one row of `case_rows.procedures_of`, and the days we
    named where we could not decide in time.
    """
    running = running_terms([facts_of(row)], today)
    named = [day for term in running if (day := _named(term, today))]
    return [*(_term(one) for one in running), *named]


def _term(term: TermRow) -> NextDate:
    left = ", ".join(filter(None, (term.words, term.moved_by, term.said)))
    return NextDate(term.due, term.label, term.is_late, left, term.article, TERM)


def _named(term: TermRow, today: date) -> NextDate | None:
    """The day by which we said we would decide (Awb 4:14). It is no term: the term itself stays late."""
    day = term.named_day
    return NextDate(day, _("day we named for the decision"), day < today) if day else None


def planned_in(cases: Collection[int], since: datetime) -> list[PlannedItem]:
    """What the apps above this one have planned in these cases from that moment on."""
    return [item for plans in registry.planned for item in plans(cases, since)]


def review_on(day: date, today: date) -> NextDate:
    """Help is looked at again on this day."""
    return NextDate(day, _("review of help"), day < today, sort=REVIEW)
