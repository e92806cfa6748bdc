"""Regie: the panel of one case, and the overview of all cases with several parties."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from cases.enums import OPEN_STATUSES, CaseStatus
from cases.permissions import check_reads_case
from cases.queries.identity import identity_of
from cases.views.sending import case_called
from regie.coordination.permissions import check_comes_for_regie
from regie.coordination.queries import overview
from regie.coordination.queries.panel import panel_of
from sociaal.accounts.permissions import user_of
from sociaal.accounts.queries.saved_lists import saved_lists
from sociaal.audit.reading import shows
from sociaal.core.listing import Column, Filter, list_page
from sociaal.core.parts import is_part

PARTIES = Column("parties", _("Parties"), "number_of_parties", number=True)
DUE = Column("due", _("Next agreement before"), "next_due")
COLUMNS = [Column("resident", _("Resident"), "resident__last_name"), Column("step", _("Step")), PARTIES, DUE]
FLOW_COLUMNS = [Column("resident", _("Case number"), "number"), Column("step", _("Step")), PARTIES, DUE]
FILTERS = [
    Filter(
        "step",
        _("Step"),
        [(status, CaseStatus(status).label) for status in OPEN_STATUSES],
        lambda rows, value: rows.filter(status=value),
    ),
    Filter(
        "director",
        _("Case director"),
        [("me", _("Me")), ("none", _("Nobody yet"))],
        lambda rows, value: (
            rows.filter(directed_by_me=True) if value == "me" else rows.filter(directed=False)
        ),
    ),
]


@require_safe
def regie_panel(request: HttpRequest, number: str) -> HttpResponse:
    """The parties and agreements of a case: part of the case page with htmx, else a page of its own."""
    case, user, now = case_called(number), user_of(request), timezone.now()
    access = check_reads_case(user, case, now)
    context = {"case": case, "panel": panel_of(case, access, user, now)}
    if is_part(request):
        return render(request, "coordination/panel_fragment.html", context | {"on_case": True, "level": "h3"})
    shows(request, [case.resident_id])
    context |= {"identity": identity_of(case, access, now), "level": "h2"}
    return render(request, "coordination/panel.html", context)


@require_safe
def regie(request: HttpRequest) -> HttpResponse:
    """Cases with several parties that I may read, and the agreements in them that come first."""
    user, now = user_of(request), timezone.now()
    check_comes_for_regie(user)
    named = overview.reads_files(user)
    cases = overview.regie_cases(user, now)
    columns = COLUMNS if named else FLOW_COLUMNS
    listing = list_page(cases, request.GET, columns=columns, filters=FILTERS, default="due")
    agreements = overview.soonest(user, now)
    if named:
        shown = {case.resident_id for case in (*listing.rows, *(row.case for row in agreements))}
        shows(request, shown)
    context = {"listing": listing, "named": named, "agreements": agreements, "today": timezone.localdate(now)}
    context["saved"] = saved_lists(user, "regie", request.GET, listing)
    return render(request, "coordination/regie.html", context)
