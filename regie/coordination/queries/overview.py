"""Cases with regie that this user may read, and the open agreements in them that come first."""

from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from cases.enums import CaseRoleKind, Track
from cases.models import Case, CaseRole
from cases.permissions import FULL_READERS, NOT_FOR_THE_TEAM, case_conditions, followed_cases, readable_cases
from regie.coordination.models import Agreement, Participation
from regie.coordination.permissions import current_of
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role

SOONEST = 8
"""Open agreements at the top of the page."""


def reads_files(user: User) -> bool:
    """Whether this user comes for the content; a manager comes for step, waits and numbers."""
    return user.is_caseworker or user.has_role(Role.PARTNER)


def regie_cases(user: User, now: datetime) -> QuerySet[Case]:
    """Open cases on the track regie or with partners; a manager gets the team's, without their content.

    Adds `number_of_parties`, `next_due` (of the agreements this user may see), `directed` and
    `directed_by_me`.
    """
    mine = readable_cases(user, now) if reads_files(user) else followed_cases(user, now)
    present = Participation.objects.filter(case=OuterRef("pk"), until__isnull=True).order_by()
    directors = CaseRole.objects.filter(
        case=OuterRef("pk"), kind=CaseRoleKind.CASE_DIRECTOR, until__isnull=True
    )
    due = open_agreements(user, now).filter(case=OuterRef("pk")).order_by("due_date")
    return (
        mine.filter(closed_at__isnull=True)
        .filter(Q(track=Track.REGIE) | Exists(present))
        .select_related("resident", "team")
        .annotate(
            number_of_parties=_number(present),
            next_due=Subquery(due.values("due_date")[:1]),
            directed=Exists(directors),
            directed_by_me=Exists(directors.filter(user=user)),
        )
    )


def open_agreements(user: User, now: datetime) -> QuerySet[Agreement]:
    """The open agreements this user may see, of open cases; of a partner their own."""
    rows = Agreement.objects.filter(state=Agreement.State.MADE, case__closed_at__isnull=True)
    own = Q(participation__in=current_of(user))
    if not user.is_staff_member:
        return rows.filter(own)
    seen_by_team = Q(case__in=readable_cases(user, now)) & ~Q(category__in=NOT_FOR_THE_TEAM)
    return rows.filter(own | seen_by_team | Q(case__in=_wholly_readable(user, now)))


def soonest(user: User, now: datetime) -> list[Agreement]:
    """The open agreements that are due first, with case and resident."""
    rows = open_agreements(user, now).select_related("case__resident", "participation__organisation")
    return list(rows.order_by("due_date", "pk")[:SOONEST])


def _wholly_readable(user: User, now: datetime) -> QuerySet[Case]:
    """The cases of which this user sees every data category."""
    held = [Q(rule) for name, rule in case_conditions(user, now).items() if name in FULL_READERS]
    return Case.objects.filter(reduce(or_, held)) if held else Case.objects.none()


def _number(rows: QuerySet[Participation]) -> Coalesce:
    counted = rows.values("case").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
