"""Which cases and residents a user may see, as lists to search, page and count in."""

from collections.abc import Callable, Collection, Hashable
from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.models import Case, Resident
from cases.permissions.relations import (
    FULL_READERS,
    READERS,
    Relation,
    any_of,
    case_conditions,
    term_conditions,
)
from sociaal.accounts.models import User
from sociaal.core.prepared import Given, Prepared


def readable_cases(user: User, now: datetime) -> QuerySet[Case]:
    """The cases whose file this user reads."""
    return Case.objects.filter(any_of(case_conditions(user, now), READERS))


def followed_cases(user: User, now: datetime) -> QuerySet[Case]:
    """The cases of which this user sees at least step, waits and terms."""
    return Case.objects.filter(any_of(case_conditions(user, now), READERS | {Relation.TEAM_MANAGER}))


def locatable_residents(user: User) -> QuerySet[Resident]:
    """Whom this user can find by name without reading the file. Partners, managers and administrators:
    nobody.
    """
    if not user.is_caseworker:
        return Resident.objects.none()
    return Resident.objects.filter(confidential_address=False, restricted=False, merged_into__isnull=True)


def is_locatable(user: User, resident: Resident) -> bool:
    """Whether this one is among `locatable_residents`, without asking the database."""
    hidden = resident.confidential_address or resident.restricted or resident.merged_into_id is not None
    return user.is_caseworker and not hidden


def findable_residents(user: User, now: datetime) -> QuerySet[Resident]:
    """Whom search may show: locatable, or with a file this user reads."""
    readable = readable_cases(user, now)
    everyone = Resident.objects.filter(merged_into__isnull=True)
    if not user.is_caseworker:
        return everyone.filter(pk__in=readable.values("resident"))
    # only of who is hidden, and fits what was typed, is the file asked after: few, of the whole town's hidden
    return everyone.filter(
        Q(confidential_address=False, restricted=False)
        | any_of(term_conditions(user, now, "pk"), FULL_READERS)
        | Q(Exists(readable.filter(resident=OuterRef("pk"))))
    )


def readable_residents(user: User, now: datetime) -> QuerySet[Resident]:
    """The residents whose own page this user reads; the list form of `check_reads_resident`."""
    if not user.is_staff_member:
        return Resident.objects.none()
    wanted = {Relation.CASE_DIRECTOR, Relation.CARE_COORDINATOR, Relation.OWN_TEAM}
    of_theirs = Case.objects.filter(any_of(case_conditions(user, now), wanted), resident=OuterRef("pk"))
    return Resident.objects.filter(
        any_of(term_conditions(user, now, "pk"), FULL_READERS) | Q(Exists(of_theirs))
    )


class _Among:
    """Those of some rows, by key, that `rows` gives to a user: for a page of a list. One query, put together
    once for each kind of user: which relations may hold follows from roles, having a team and the settings.
    """

    def __init__(self, rows: Callable[[User, datetime], QuerySet[Any]]) -> None:
        self.rows = rows
        self.prepared: dict[Hashable, Prepared] = {}

    def __call__(self, user: User, keys: Collection[int], now: datetime) -> set[int]:
        kind = (frozenset(user.roles), user.team_id is None, settings.OWN_TEAM_READS)
        if kind not in self.prepared:
            self.prepared[kind] = Prepared(partial(self._build, list(user.roles), user.team_id is not None))
        try:
            found = self.prepared[kind](user=user.pk, team=user.team_id, now=now, keys=set(keys))
        except EmptyResultSet:  # these roles read none
            return set()
        return {row.pk for row in found}

    def _build(self, roles: list[str], in_a_team: bool, given: Given) -> QuerySet[Any, Any]:
        user = User(pk=given.number("user"), team_id=given.number("team") if in_a_team else None, roles=roles)
        rows = self.rows(user, given.moment("now")).filter(pk__any_of=given.keys("keys"))
        return rows.order_by().values_list("pk")


readable_among = _Among(readable_cases)
readable_residents_among = _Among(readable_residents)
