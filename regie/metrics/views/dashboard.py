"""Stroom: how residents wait, and for whom. Open to all staff: everyone sees what managers see."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from regie.metrics.queries import dashboard_export
from regie.metrics.queries.dashboard import (
    ALL,
    TEAM,
    WEEKS,
    Scope,
    Shown,
    dashboard,
    figures,
    scope_of,
    stamps,
)
from sociaal.accounts.permissions import staff, user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound
from sociaal.core.export import csv_response, xlsx_response


@staff
@require_safe
def flow(request: HttpRequest) -> HttpResponse:
    """The dashboard of the own team, or with `?of=all` of the municipality; `?weeks=52` looks back a year."""
    user: Any = user_of(request)
    scope = scope_of(user, request.GET.get("of", ""))
    weeks = WEEKS[1] if request.GET.get("weeks") == str(WEEKS[1]) else WEEKS[0]
    page = dashboard(user, scope, weeks, timezone.now())
    shows(request, {waiter.resident for waiter in page.longest})
    context = {
        "page": page,
        "waiting": page.shown and _section("waiting", page.shown, scope.name, weeks),
        "rest": page.shown and _section("rest", page.shown, scope.name, weeks),
        "scopes": _scopes(user, scope, weeks),
        "query": f"?of={scope.name}",
        "team_url": _team_url(scope),
    }
    return render(request, "metrics/dashboard.html", context)


@staff
@require_safe
def export_csv(request: HttpRequest) -> HttpResponseBase:
    """The same figures as CSV, small groups hidden for everybody."""
    return _export(request, csv_response)


@staff
@require_safe
def export_xlsx(request: HttpRequest) -> HttpResponseBase:
    """The same figures as XLSX, small groups hidden for everybody."""
    return _export(request, xlsx_response)


def _export(request: HttpRequest, response: Callable[..., HttpResponseBase]) -> HttpResponseBase:
    """Raises NotFound while nothing was computed yet."""
    user: Any = user_of(request)
    scope = scope_of(user, request.GET.get("of", ""))
    own = user.team_id if scope_of(user, TEAM).in_full else None
    team = scope.team.pk if scope.team else None
    found = stamps({team, own})
    if team not in found:
        raise NotFound
    beside = found.get(own) if scope.team is None and own else None
    data = figures(found[team], beside, in_full=False)
    until = [(_("All figures"), "", _("hold until"), found[team].until)]
    rows = [*until, *dashboard_export.rows(data)]
    return response(f"{_('flow')}-{scope.name}", dashboard_export.headers(), rows)


def _scopes(user: Any, scope: Scope, weeks: int) -> list[dict[str, Any]]:
    """The choice between own team and whole; none for who has no team."""
    if user.team_id is None:
        return []
    labels = ((TEAM, str(user.team)), (ALL, _("Whole municipality")))
    return [
        {"label": label, "url": f"?of={name}&weeks={weeks}", "count": None, "current": name == scope.name}
        for name, label in labels
    ]


@lru_cache(maxsize=128)
def _section(name: str, shown: Shown, of: str, weeks: int) -> SafeString:
    """A part of the page that is the same for everybody who sees these figures: made once."""
    return render_to_string(
        f"metrics/dashboard_{name}_fragment.html", {"shown": shown, "periods": _periods(of, weeks)}
    )


def _periods(of: str, weeks: int) -> list[dict[str, Any]]:
    return [
        {
            "label": _("%(weeks)s weeks") % {"weeks": number},
            "url": f"?of={of}&weeks={number}",
            "count": None,
            "current": number == weeks,
        }
        for number in WEEKS
    ]


def _team_url(scope: Scope) -> str:
    """The list behind the numbers, for who may see it."""
    try:
        return reverse("team") if scope.in_full else ""
    except NoReverseMatch:
        return ""
