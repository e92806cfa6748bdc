"""The administrator's pages: the start, and teams."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sociaal.accounts.forms.administration import TeamForm
from sociaal.accounts.models import Team
from sociaal.accounts.operations.teams import add_team, change_team
from sociaal.accounts.permissions import roles, user_of
from sociaal.accounts.queries import staff
from sociaal.accounts.roles import Role
from sociaal.accounts.views.trying import found, status_of, tried

PAGE_OR_FORM = ["GET", "HEAD", "POST"]


@require_safe
@roles(Role.ADMINISTRATOR)
def administration(request: HttpRequest) -> HttpResponse:
    """Where an administrator begins."""
    return render(request, "accounts/administration.html")


@require_safe
@roles(Role.ADMINISTRATOR)
def team_list(request: HttpRequest) -> HttpResponse:
    """All teams; there are few, so one page."""
    return render(request, "accounts/team_list.html", {"teams": staff.teams()})


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def team_add(request: HttpRequest) -> HttpResponse:
    """Add a team."""
    return _team_page(request, None, add_team)


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def team_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a team."""
    team = found(Team.objects.all(), pk)
    return _team_page(request, team, change_team, team=team)


def _team_page(request: HttpRequest, showing: Team | None, operation: Any, **about: Any) -> HttpResponse:
    form = TeamForm(request.POST) if request.method == "POST" else TeamForm.showing(showing)
    if form.is_bound and form.is_valid():
        given = about | form.given() | ({"seen": form.marks} if showing else {})
        saved = tried(form, operation, **given, by=user_of(request), now=timezone.now())
        if saved:
            messages.success(request, _("%(name)s is saved.") % {"name": saved.name})
            return redirect("administration_teams")
    context = {"form": form, "team": showing}
    return render(request, "accounts/team_form.html", context, status=status_of(form))
