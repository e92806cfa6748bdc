"""The next date that counts of each case: a term of ours, something planned, or a review of help."""

from collections.abc import Collection
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


@dataclass(frozen=True, order=True)
class NextDate:
    """`left`: of a term how many days are left, and what moved it; "" for what is planned or reviewed."""

    day: date
    label: str
    is_late: bool
    left: str = ""


def _open_procedures(given: Given) -> QuerySet[Any, Any]:
    cases = given.keys("cases")
    return procedures_of(Procedure.objects.filter(case__any_of=cases, state__in=policies.OPEN_PROCEDURES))


def _days(given: Given) -> QuerySet[Any, Any]:
    """Appointments to come, and days on which help is looked at again."""
    cases = given.keys("cases")
    planned = Appointment.objects.filter(case__any_of=cases, at__gte=given.moment("now"))
    open_help = Q(state__in=policies.PENDING | policies.RUNNING, review_date__isnull=False)
    reviews = Arrangement.objects.filter(open_help, case__any_of=cases)
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
    if not cases:
        return {}
    today, keys = timezone.localdate(now), list(cases)
    found: dict[int, list[NextDate]] = {}
    dates = _DATES(cases=keys, now=now)
    for row in dates.procedures:
        for term in running_terms([facts_of(row)], today)[:1]:
            left = ", ".join(filter(None, (term.words, term.moved_by)))
            found.setdefault(row.case_id, []).append(NextDate(term.due, term.label, term.is_late, left))
    for case, at, day in dates.days:
        one = NextDate(timezone.localdate(at), _("appointment"), False) if at else _review(day, today)
        found.setdefault(case, []).append(one)
    for item in planned_in(keys, now):
        one = NextDate(timezone.localdate(item.at), item.words, False)
        found.setdefault(item.case_id, []).append(one)
    return {case: min(dates) for case, dates in found.items()}


def planned_in(cases: Collection[int], since: datetime) -> list[PlannedItem]:
    """What the apps above this one have planned in these cases from that moment on."""
    return [item for plans in registry.planned for item in plans(cases, since)]


def _review(day: date, today: date) -> NextDate:
    return NextDate(day, _("review of help"), day < today)
