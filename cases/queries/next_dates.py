"""The next date that counts of each case of a page: a term of ours, an appointment or a review of help."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Min, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import policies
from cases.models import Appointment, Arrangement, Procedure
from cases.queries.terms import running_terms, with_term_facts


@dataclass(frozen=True, order=True)
class NextDate:
    day: date
    label: str
    is_late: bool


def next_dates(cases: Collection[int], now: datetime) -> dict[int, NextDate]:
    """By key of the case; cases without any date are left out. Four queries, however many cases."""
    if not cases:
        return {}
    today = timezone.localdate(now)
    found: dict[int, list[NextDate]] = {}
    procedures = Procedure.objects.filter(case__in=cases, state__in=policies.OPEN_PROCEDURES)
    for procedure in with_term_facts(procedures):
        for term in running_terms([procedure], today)[:1]:
            found.setdefault(procedure.case_id, []).append(NextDate(term.due, term.label, term.is_late))
    planned = (
        Appointment.objects.filter(case__in=cases, at__gte=now).values_list("case").annotate(day=Min("at"))
    )
    for case, at in planned.order_by("case"):
        found.setdefault(case, []).append(NextDate(timezone.localdate(at), _("appointment"), False))
    open_help = Q(state__in=policies.PENDING | policies.RUNNING, review_date__isnull=False)
    reviews = Arrangement.objects.filter(open_help, case__in=cases).values_list("case")
    for case, day in reviews.annotate(day=Min("review_date")).order_by("case"):
        found.setdefault(case, []).append(NextDate(day, _("review of help"), day < today))
    return {case: min(dates) for case, dates in found.items()}
