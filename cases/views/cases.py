"""The case page: one reading for who reads the file, a bare one for the manager of the team."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.enums import StoryPart
from cases.models import Case
from cases.permissions import Access, Sight, access_to_case, who_can_help
from cases.queries.case_file import case_file
from cases.queries.case_flow import case_flow
from cases.story import Looked, tellers
from cases.views.sending import case_called
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound, NotPermitted
from sociaal.core.registry import registry


@require_safe
def case(request: HttpRequest, number: str) -> HttpResponse:
    """The case as far as this person may see it; 403 with who can help, or 404."""
    row, now = case_called(number), timezone.now()
    access = access_to_case(user_of(request), row, now)
    if access.sight == Sight.NOTHING:
        raise NotFound
    if access.reads:
        return _file_page(request, row, access)
    if access.sight == Sight.FLOW:
        return render(request, "cases/case_flow.html", {"flow": case_flow(row, now)})
    raise NotPermitted(who_can_help(row.resident, now), resident=row.resident_id)


def _file_page(request: HttpRequest, row: Case, access: Access) -> HttpResponse:
    page = case_file(row, access, timezone.now(), user=user_of(request))
    shows(request, page.residents)
    context = {
        "file": page,
        "case": row,
        "identity": page.identity,
        "step": page.steps.step,
        "others": page.steps.others,
        "moments": page.moments,
        "parts": StoryPart.choices,
        "tellers": tellers(page.moments),
        "looked": Looked(),
        "panels": panels_of(row, access),
    }
    return render(request, "cases/case.html", context)


@dataclass(frozen=True)
class PanelLink:
    """Address and name of a part of the case page that comes by itself, and in which column it stands."""

    url: str
    label: str
    is_beside: bool


def panels_of(row: Case, access: Access) -> list[PanelLink]:
    """The parts of the case page that the apps above this one have for this reader; one that is not there is
    left out.
    """
    found = []
    for panel in registry.case_panels:
        try:
            address = reverse(panel.name, args=[row.number])
        except NoReverseMatch:
            continue
        if panel.seen_by(access):
            found.append(PanelLink(address, str(panel.label), panel.beside(row)))
    return found
