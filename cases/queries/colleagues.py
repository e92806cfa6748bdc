"""Colleagues to choose from in a form."""

from datetime import datetime

from django.db.models import Q, QuerySet

from cases.models import Case, CaseRole, ContactTerm
from sociaal.accounts.models import User
from sociaal.accounts.roles import CASEWORKERS, Role


def caseworkers() -> QuerySet[User]:
    """Everyone who works with residents, with team, by name."""
    roles = [str(role) for role in CASEWORKERS]
    return User.objects.filter(is_active=True, roles__overlap=roles).select_related("team")


def colleagues_who_read(case: Case, now: datetime) -> QuerySet[User]:
    """Who can be given a task of this case.

    Contact person, holders of a role, and the team unless restricted.
    """
    terms = ContactTerm.objects.filter(resident=case.resident_id, during__contains=now).values("user")
    roles = CaseRole.objects.filter(case=case, until__isnull=True).values("user")
    known = Q(pk__in=terms) | Q(pk__in=roles)
    if not case.resident.restricted:
        known |= Q(team=case.team_id)
    return caseworkers().filter(known)


def holders_of_roles() -> QuerySet[User]:
    """Case directors and care coordinators."""
    wanted = [str(Role.CASE_DIRECTOR), str(Role.CARE_COORDINATOR)]
    return User.objects.filter(is_active=True, roles__overlap=wanted).select_related("team")


def possible_readers(user: User, made_by: int | None) -> QuerySet[User]:
    """Who can be second reader of a weighing: a colleague who neither made nor writes it, own team first."""
    return caseworkers().exclude(pk__in=[user.pk, made_by or user.pk]).order_by("team__name", "name", "pk")


def team_members(user: User) -> QuerySet[User]:
    """The colleagues of this user's team who work with residents, without the user."""
    return caseworkers().filter(team=user.team_id).exclude(pk=user.pk)
