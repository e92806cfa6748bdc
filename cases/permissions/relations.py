"""What somebody can be to a case or a resident: each relation as a condition that the database evaluates."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q

from cases.enums import CaseRoleKind, DataCategory
from cases.models import BreakGlass, CaseRole, ContactTerm, Deputyship, ReadingGrant, Weighing
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role
from sociaal.core.registry import registry


class Relation(StrEnum):
    """What a user is to a case."""

    CONTACT_PERSON = "contact_person"
    DEPUTY = "deputy"
    CASE_DIRECTOR = "case_director"
    CARE_COORDINATOR = "care_coordinator"
    READING_GRANT = "reading_grant"
    BREAK_GLASS = "break_glass"
    OWN_TEAM = "own_team"
    PARTNER = "partner"
    TEAM_MANAGER = "team_manager"
    SECOND_READER = "second_reader"


class Sight(IntEnum):
    """How much somebody sees of a case or resident, each including the ones before."""

    NOTHING = 0
    LOCATE = 1
    """Name, birth date, contact person and team."""
    FLOW = 2
    """Step, waits, terms and numbers; no content and no name."""
    READ = 3


ALL_CATEGORIES = frozenset(str(category) for category in DataCategory)
FULL_READERS = frozenset(
    {
        Relation.CONTACT_PERSON,
        Relation.DEPUTY,
        Relation.CASE_DIRECTOR,
        Relation.CARE_COORDINATOR,
        Relation.READING_GRANT,
        Relation.BREAK_GLASS,
    }
)
NOT_FOR_THE_TEAM = frozenset({DataCategory.YOUTH_SAFETY, DataCategory.JUSTICE})
READERS = FULL_READERS | {Relation.OWN_TEAM, Relation.PARTNER}


@dataclass(frozen=True)
class Access:
    """What one user may see of one case or resident. `reader`: that user, at the moment `at`; what is about
    other people than the one whose file it is hangs on what they may know of those.
    """

    sight: Sight
    relations: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    reader: User | None = field(default=None, compare=False, repr=False)
    at: datetime | None = field(default=None, compare=False, repr=False)

    @property
    def reads(self) -> bool:
        return self.sight >= Sight.READ

    def may_see(self, category: str) -> bool:
        return category in self.categories


NO_ACCESS = Access(Sight.NOTHING)


def term_conditions(user: User, now: datetime, resident: str) -> dict[str, Any]:
    """The relations that come with the resident: `resident` is the path to its key."""
    terms = ContactTerm.objects.filter(resident=OuterRef(resident), during__contains=now)
    replaced = Deputyship.objects.filter(deputy=user, during__contains=now).values("absent")
    grants = ReadingGrant.objects.filter(resident=OuterRef(resident), user=user, until__gt=now)
    glass = BreakGlass.objects.filter(resident=OuterRef(resident), user=user, until__gt=now)
    return {
        Relation.CONTACT_PERSON: Exists(terms.filter(user=user)),
        Relation.DEPUTY: Exists(terms.filter(user__in=replaced)),
        Relation.READING_GRANT: Exists(grants),
        Relation.BREAK_GLASS: Exists(glass),
    }


def case_conditions(user: User, now: datetime) -> dict[str, Any]:
    """Each relation as a condition on `Case`; those that cannot hold for this user are left out."""
    roles = CaseRole.objects.filter(case=OuterRef("pk"), user=user, until__isnull=True)
    reading = Weighing.objects.filter(
        case=OuterRef("pk"), case__closed_at__isnull=True, chosen_at__isnull=True,
        second_reader=user, second_reader_agrees__isnull=True,
    )  # fmt: skip
    conditions: dict[str, Any] = {}
    if user.is_staff_member:
        conditions |= term_conditions(user, now, "resident")
        conditions[Relation.CASE_DIRECTOR] = Exists(roles.filter(kind=CaseRoleKind.CASE_DIRECTOR))
        conditions[Relation.CARE_COORDINATOR] = Exists(roles.filter(kind=CaseRoleKind.CARE_COORDINATOR))
        conditions[Relation.SECOND_READER] = Exists(reading)
    if user.team_id and user.is_caseworker and settings.OWN_TEAM_READS:
        conditions[Relation.OWN_TEAM] = Q(team=user.team_id, resident__restricted=False)
    if user.team_id and user.has_role(Role.MANAGER):
        conditions[Relation.TEAM_MANAGER] = Q(team=user.team_id)
    if user.has_role(Role.PARTNER):
        conditions |= {name: rule(user, now) for name, rule in registry.case_relations.items()}
    return conditions


def any_of(conditions: dict[str, Any], wanted: Iterable[str]) -> Q:
    """That at least one of the wanted relations holds; of none that can hold: nothing.

    What the row itself tells goes first: where that holds, the database looks no further.
    """
    told = sorted(conditions.items(), key=lambda one: isinstance(one[1], Exists))
    chosen = [Q(condition) for name, condition in told if name in wanted]
    return reduce(or_, chosen) if chosen else Q(pk__in=[])
