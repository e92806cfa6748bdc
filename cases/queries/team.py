"""The open cases of a team: who waits, longest first, and how many each colleague has now, for assignment.

No history, no order by number, no export: these numbers serve to ask a colleague, not to compare them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, Count, OuterRef, Q, QuerySet, Subquery

from cases.enums import CaseStatus
from cases.models import Case, ContactTerm, Deputyship
from cases.queries.colleagues import caseworkers
from cases.queries.waits import with_shown_wait
from sociaal.accounts.models import User


@dataclass(frozen=True)
class ColleagueNow:
    """A colleague with the present number of open cases, and who replaces them when they are away."""

    user: User
    open_cases: int
    deputy: str


def team_cases(team_id: int, now: datetime) -> QuerySet[Any]:
    """Open cases of the team, with the wait each shows and the name of the contact person."""
    term = ContactTerm.objects.filter(resident=OuterRef("resident"), during__contains=now)
    cases = Case.objects.filter(team=team_id).exclude(status=CaseStatus.CLOSED)
    return (
        with_shown_wait(cases)
        .annotate(
            contact_name=Subquery(term.values("user__name")[:1], output_field=CharField()),
            contact_id=Subquery(term.values("user")[:1]),
        )
        .select_related("resident")
    )


def colleagues_now(team_id: int, now: datetime) -> Sequence[ColleagueNow]:
    """Everyone of the team who works with residents, by name. Three queries."""
    open_terms = (
        ContactTerm.objects.filter(user__team=team_id, during__contains=now)
        .order_by()
        .values_list("user")
        .annotate(number=Count("resident__cases", filter=~Q(resident__cases__status=CaseStatus.CLOSED)))
    )
    numbers = dict(open_terms)
    away = Deputyship.objects.filter(absent__team=team_id, during__contains=now).values_list(
        "absent", "deputy__name"
    )
    deputies = dict(away)
    return [
        ColleagueNow(user, numbers.get(user.pk, 0), deputies.get(user.pk, ""))
        for user in caseworkers().filter(team=team_id).order_by("name", "pk")
    ]


def contact_persons_elsewhere(team_id: int) -> QuerySet[User]:
    """Who is contact person in an open case of this team and belongs to another, by name."""
    cases = Case.objects.filter(team=team_id).exclude(status=CaseStatus.CLOSED)
    terms = ContactTerm.objects.filter(resident__in=cases.values("resident"), during__upper_inf=True)
    users = User.objects.filter(pk__in=terms.values("user")).exclude(team=team_id)
    return users.select_related("team").order_by("name", "pk")
