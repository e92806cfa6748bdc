"""The administrator's pages: accounts of staff and partner professionals."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sociaal.accounts.forms.administration import UserForm
from sociaal.accounts.models import Team, User
from sociaal.accounts.operations import users as operations
from sociaal.accounts.operations.start_password import give_start_password
from sociaal.accounts.permissions import role_names, roles, user_of
from sociaal.accounts.queries import staff
from sociaal.accounts.roles import Role
from sociaal.accounts.views.administration import PAGE_OR_FORM
from sociaal.accounts.views.trying import found, status_of, tried
from sociaal.core.errors import Refused
from sociaal.core.listing import Column, Filter, list_page

COLUMNS = (
    Column("name", gettext_lazy("Name"), "name"),
    Column("email", gettext_lazy("E-mail address"), "email"),
    Column("roles", gettext_lazy("Roles")),
    Column("team", gettext_lazy("Team"), "team__name"),
    Column("state", gettext_lazy("Account"), "is_active"),
)
STATES = (("open", pgettext_lazy("account", "Open")), ("closed", pgettext_lazy("account", "Closed")))


@require_safe
@roles(Role.ADMINISTRATOR)
def user_list(request: HttpRequest) -> HttpResponse:
    """All accounts, by name, role, team and whether they are open."""
    listing = list_page(staff.users(), request.GET, columns=COLUMNS, filters=_filters(), default="name")
    for user in listing.rows:
        user.role_names = role_names(user.roles)
    return render(request, "accounts/user_list.html", {"listing": listing})


def _filters() -> tuple[Filter, ...]:
    teams = [(str(pk), name) for pk, name in Team.objects.values_list("pk", "name")]
    return (
        Filter(
            "role", gettext_lazy("Role"), Role.choices, lambda rows, role: rows.filter(roles__contains=[role])
        ),
        Filter("team", gettext_lazy("Team"), teams, lambda rows, pk: rows.filter(team=int(pk))),
        Filter("state", gettext_lazy("Account"), STATES, lambda rows, s: rows.filter(is_active=s == "open")),
    )


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def user_add(request: HttpRequest) -> HttpResponse:
    """Add an account; the start password shows once, in the answer."""
    form = UserForm(request.POST) if request.method == "POST" else UserForm.showing(None)
    if form.is_bound and form.is_valid():
        profile, now = form.profile(), timezone.now()
        if added := tried(form, operations.add_user, profile=profile, by=user_of(request), now=now):
            return _start_password_page(request, *added)
    return render(request, "accounts/user_form.html", {"form": form})


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def user_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an account."""
    user = found(staff.users(), pk)
    form = UserForm(request.POST) if request.method == "POST" else UserForm.showing(user)
    if form.is_bound and form.is_valid():
        profile, now = form.profile(), timezone.now()
        seen, by = form.marks, user_of(request)
        if tried(form, operations.change_user, user=user, profile=profile, by=by, now=now, seen=seen):
            messages.success(request, _("%(name)s is saved.") % {"name": profile.name})
            return redirect("administration_users")
    left = staff.before_closing(user) if user.is_active else []
    context = {"form": form, "account": user, "two_step": is_mfa_enabled(user), "left": left}
    return render(request, "accounts/user_form.html", context, status=status_of(form))


@require_POST
@roles(Role.ADMINISTRATOR)
def user_deactivate(request: HttpRequest, pk: int) -> HttpResponse:
    """Close an account."""
    return _done(request, pk, operations.deactivate_user, _("The account of %(name)s is closed."))


@require_POST
@roles(Role.ADMINISTRATOR)
def user_two_step_reset(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the second step off an account."""
    said = _("%(name)s signs in with the password only, until they turn two-step verification on again.")
    return _done(request, pk, operations.reset_two_step, said)


@require_POST
@roles(Role.ADMINISTRATOR)
def user_reactivate(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a closed account; the new start password shows once, in the answer."""
    user = found(staff.users(), pk)
    opened, password = operations.reactivate_user(user=user, by=user_of(request), now=timezone.now())
    return _start_password_page(request, opened, password)


@require_POST
@roles(Role.ADMINISTRATOR)
def user_start_password(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a new start password; it shows once, in the answer."""
    user = found(staff.users(), pk)
    password = give_start_password(user=user, by=user_of(request), now=timezone.now())
    return _start_password_page(request, user, password)


def _done(request: HttpRequest, pk: int, operation: Callable[..., Any], said: str) -> HttpResponse:
    """Do it and say so on the page of the account, or say there why not."""
    user = found(staff.users(), pk)
    try:
        operation(user=user, by=user_of(request), now=timezone.now())
        messages.success(request, said % {"name": user.name})
    except Refused as error:
        messages.error(request, str(error))
    return redirect("administration_user", pk=pk)


def _start_password_page(request: HttpRequest, user: User, password: str) -> HttpResponse:
    context = {"account": user, "password": password, "days": settings.START_PASSWORD_DAYS}
    return render(request, "accounts/user_start_password.html", context)
