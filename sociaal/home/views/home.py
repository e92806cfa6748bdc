"""Where everybody begins: "My work" for who works with residents, and the fitting page for others."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from cases.permissions import readable_cases
from cases.queries.waits import with_shown_wait
from sociaal.accounts.permissions import user_of
from sociaal.accounts.roles import Role
from sociaal.audit.reading import shows
from sociaal.core.listing import Column, list_page
from sociaal.home.context import address
from sociaal.home.my_work import my_work

SHARED_COLUMNS = (Column("who", _("Resident"), "resident__search_name"), Column("step", _("Step"), "status"))
ELSEWHERE = (
    (Role.MANAGER, "metrics:dashboard"),
    (Role.ADMINISTRATOR, "administration"),
    (Role.PRIVACY_OFFICER, "access_log"),
)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """My work; who has none goes to where their work is."""
    user = user_of(request)
    if user.is_caseworker:
        return _my_work(request)
    if user.has_role(Role.PARTNER):
        return _shared(request)
    for role, name in ELSEWHERE:
        if user.has_role(role) and (url := address(name)):
            return redirect(url)
    return render(request, "home/nothing.html")


def _my_work(request: HttpRequest) -> HttpResponse:
    work = my_work(user_of(request), request.GET, timezone.now())
    shows(request, work.residents)
    return render(request, "home/my_work.html", {"work": work, "listing": work.listing, "pills": work.pills})


def _shared(request: HttpRequest) -> HttpResponse:
    """A partner professional sees the cases they take part in."""
    cases = with_shown_wait(readable_cases(user_of(request), timezone.now())).select_related("resident")
    listing = list_page(cases, request.GET, columns=SHARED_COLUMNS, default="who")
    shows(request, [case.resident_id for case in listing.rows])
    return render(request, "home/shared.html", {"listing": listing})
