"""The next date that counts of each case: a term of ours, something planned, or a review of help."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import DateField, DateTimeField, Q, QuerySet, Value
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import policies
from cases.models import Appointment, Arrangement, Procedure
from cases.queries.case_rows import procedures_of
from cases.queries.procedure_rows import facts_of
from cases.queries.terms import running_terms
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


LOOKED_AT_AGAIN = Q(state__in=policies.PENDING | policies.RUNNING, review_date__isnull=False)
"""Help that runs or is on its way, with a day on which it is looked at again."""


def _open_procedures(given: Given) -> QuerySet[Any, Any]:
    cases = given.keys("cases")
    return procedures_of(Procedure.objects.filter(case__any_of=cases, state__in=policies.OPEN_PROCEDURES))


def _days(given: Given) -> QuerySet[Any, Any]:
    """Appointments to come, and days on which help is looked at again."""
    cases = given.keys("cases")
    planned = Appointment.objects.filter(case__any_of=cases, at__gte=given.moment("now"))
    reviews = Arrangement.objects.filter(LOOKED_AT_AGAIN, case__any_of=cases)
    no_day, no_moment = Value(None, output_field=DateField()), Value(None, output_field=DateTimeField())
    by_moment = planned.order_by().annotate(day=no_day).values_list("case_id", "at", "day")
    return by_moment.union(
        reviews.order_by().annotate(at=no_moment).values_list("case_id", "at", "review_date"), all=True
    )


_DATES = Together(procedures=Prepared(_open_procedures), days=Prepared(_days))


def next_dates(cases: Collection[int], now: datetime) -> dict[int, NextDate]:
    """By key of the case; cases without any date are left out. One query, however many cases, and those of
    the apps above this one.
    """
    return first_dates(dates_of(cases, now), cases, now)


def first_dates(
    dates: Mapping[int, Sequence[NextDate]], cases: Collection[int], now: datetime
) -> dict[int, NextDate]:
    """As `next_dates`, for who asked `dates_of` already; only the queries of the apps above this one."""
    found = {case: list(dates[case]) for case in cases if case in dates}
    for item in planned_in(list(cases), now) if cases else ():
        one = NextDate(timezone.localdate(item.at), item.words, False)
        found.setdefault(item.case_id, []).append(one)
    return {case: min(some) for case, some in found.items()}


def dates_of(cases: Collection[int], now: datetime) -> dict[int, list[NextDate]]:
    """By key of the case every term that still asks something of us, appointment to come and review of help.
    One query; none without cases.
    """
    if not cases:
        return {}
    today = timezone.localdate(now)
    found: dict[int, list[NextDate]] = {}
    dates = _DATES(cases=list(cases), now=now)
    for row in dates.procedures:
        found.setdefault(row.case_id, []).extend(terms_of(row, today))
    for case, at, day in dates.days:
        one = NextDate(timezone.localdate(at), _("appointment"), False) if at else review_on(day, today)
        found.setdefault(case, []).append(one)
    return {case: some for case, some in found.items() if some}


def terms_of(row: Any, today: date) -> list[NextDate]:
    """The terms that still ask something of us, of one row of `case_rows.procedures_of`."""
    return [
        NextDate(
            term.due, term.label, term.is_late, ", ".join(filter(None, (term.words, term.moved_by))),
            term.article, TERM,
        )
        for term in running_terms([facts_of(row)], today)
    ]  # fmt: skip


def planned_in(cases: Collection[int], since: datetime) -> list[PlannedItem]:
    """What the apps above this one have planned in these cases from that moment on."""
    return [item for plans in registry.planned for item in plans(cases, since)]


def review_on(day: date, today: date) -> NextDate:
    """Help is looked at again on this day."""
    return NextDate(day, _("review of help"), day < today, sort=REVIEW)
