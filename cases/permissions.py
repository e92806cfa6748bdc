"""May this person? One set of conditions serves a single case, a list and a count, so they cannot disagree.

Rules: `design.md` section 5, "Who may see what". Each check has a boolean form (`can_...`) and a raising one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.utils.translation import gettext as _

from cases.enums import CaseRoleKind, CaseStatus, DataCategory
from cases.models import BreakGlass, Case, CaseRole, ContactTerm, Deputyship, ReadingGrant, Resident, Weighing
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role
from sociaal.core.errors import NotFound, NotPermitted
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
    """What one user may see of one case or resident."""

    sight: Sight
    relations: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()

    @property
    def reads(self) -> bool:
        return self.sight >= Sight.READ

    def may_see(self, category: str) -> bool:
        return category in self.categories


NO_ACCESS = Access(Sight.NOTHING)


def _term_conditions(user: User, now: datetime, resident: str) -> dict[str, Any]:
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
        case=OuterRef("pk"), second_reader=user, second_reader_agrees__isnull=True
    )
    conditions: dict[str, Any] = {}
    if user.is_staff_member:
        conditions |= _term_conditions(user, now, "resident")
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


def _any(conditions: dict[str, Any], wanted: Iterable[str]) -> Q:
    chosen = [Q(condition) for name, condition in conditions.items() if name in wanted]
    return reduce(or_, chosen) if chosen else Q(pk__in=[])


def readable_cases(user: User, now: datetime) -> QuerySet[Case]:
    """The cases whose file this user reads."""
    return Case.objects.filter(_any(case_conditions(user, now), READERS))


def followed_cases(user: User, now: datetime) -> QuerySet[Case]:
    """The cases of which this user sees at least step, waits and terms."""
    return Case.objects.filter(_any(case_conditions(user, now), READERS | {Relation.TEAM_MANAGER}))


def locatable_residents(user: User) -> QuerySet[Resident]:
    """Whom this user can find by name without reading the file. Partners, managers and administrators:
    nobody.
    """
    if not user.is_caseworker:
        return Resident.objects.none()
    return Resident.objects.filter(confidential_address=False, restricted=False, merged_into__isnull=True)


def findable_residents(user: User, now: datetime) -> QuerySet[Resident]:
    """Whom search may show: locatable, or with a file this user reads."""
    readable = readable_cases(user, now).values("resident")
    everyone = Resident.objects.filter(merged_into__isnull=True)
    if not user.is_caseworker:
        return everyone.filter(pk__in=readable)
    return everyone.filter(
        Q(confidential_address=False, restricted=False)
        | _any(_term_conditions(user, now, "pk"), FULL_READERS)
        | Q(pk__in=readable)
    )


def readable_residents(user: User, now: datetime) -> QuerySet[Resident]:
    """The residents whose own page this user reads; the list form of `check_reads_resident`."""
    if not user.is_staff_member:
        return Resident.objects.none()
    wanted = {Relation.CASE_DIRECTOR, Relation.CARE_COORDINATOR, Relation.OWN_TEAM}
    through_cases = Case.objects.filter(_any(case_conditions(user, now), wanted)).values("resident")
    return Resident.objects.filter(
        _any(_term_conditions(user, now, "pk"), FULL_READERS) | Q(pk__in=through_cases)
    )


def _holding(queryset: QuerySet[Any], conditions: dict[str, Any], pk: int) -> frozenset[str]:
    """Which conditions hold for one row: one query."""
    annotated = {
        f"is_{name}": condition
        if isinstance(condition, Exists)
        else Exists(queryset.filter(condition, pk=OuterRef("pk")))
        for name, condition in conditions.items()
    }
    row = (
        queryset.filter(pk=pk).annotate(known=Value(True), **annotated).values("known", *annotated).first()
        or {}
    )
    return frozenset(name for name in conditions if row.get(f"is_{name}"))


def _categories(user: User, relations: frozenset[str], case: Case | None) -> frozenset[str]:
    if relations & FULL_READERS:
        return ALL_CATEGORIES
    seen: set[str] = set()
    if Relation.OWN_TEAM in relations:
        seen |= ALL_CATEGORIES - NOT_FOR_THE_TEAM
    for name, shared in registry.shared_categories.items():
        if name in relations and case is not None:
            seen |= shared(user, case)
    return frozenset(seen)


def access_to_case(user: User, case: Case, now: datetime) -> Access:
    """What this user may see of this case. Needs `case.resident`.

    The contact person, who asks most, is recognised first: nothing else adds to what they see, so for them
    the other relations are not looked up.
    """
    if _is_contact_person(user, case.resident_id, now):
        return Access(Sight.READ, frozenset({Relation.CONTACT_PERSON}), ALL_CATEGORIES)
    relations = _holding(Case.objects.all(), case_conditions(user, now), case.pk)
    if relations & READERS:
        return Access(Sight.READ, relations, _categories(user, relations, case))
    if Relation.TEAM_MANAGER in relations:
        return Access(Sight.FLOW, relations)
    return Access(_locating(user, case.resident, relations), relations)


def _is_contact_person(user: User, resident: int, now: datetime) -> bool:
    terms = ContactTerm.objects.filter(resident=resident, user=user, during__contains=now)
    return user.is_staff_member and terms.exists()


def access_to_resident(user: User, resident: Resident, now: datetime) -> Access:
    """What this user may see of a resident's own page: the sum of the relations to the person and to any
    case.

    A partner or second reader sees the cases they take part in, not the person's page.
    """
    conditions = _term_conditions(user, now, "pk") if user.is_staff_member else {}
    relations = _holding(Resident.objects.all(), conditions, resident.pk)
    if not relations & FULL_READERS and user.is_staff_member:
        wanted = {Relation.CASE_DIRECTOR, Relation.CARE_COORDINATOR, Relation.OWN_TEAM}
        of_cases = {name: rule for name, rule in case_conditions(user, now).items() if name in wanted}
        for case in Case.objects.filter(_any(of_cases, wanted), resident=resident)[:1]:
            relations |= _holding(Case.objects.all(), of_cases, case.pk)
    if relations & READERS:
        return Access(Sight.READ, relations, _categories(user, relations, None))
    return Access(_locating(user, resident, relations), relations)


def _locating(user: User, resident: Resident, relations: frozenset[str]) -> Sight:
    if Relation.SECOND_READER in relations or user.has_role(Role.PRIVACY_OFFICER):
        return Sight.LOCATE
    hidden = resident.confidential_address or resident.restricted
    return Sight.LOCATE if user.is_caseworker and not hidden else Sight.NOTHING


# --- raising forms ----------------------------------------------------------------------------------------
def check_reads_case(user: User, case: Case, now: datetime) -> Access:
    """The access of who reads this case. Raises NotPermitted (403, who can help) or NotFound (404)."""
    access = access_to_case(user, case, now)
    if access.sight == Sight.NOTHING:
        raise NotFound
    if not access.reads:
        raise NotPermitted(who_can_help(case.resident, now))
    return access


def check_reads_resident(user: User, resident: Resident, now: datetime) -> Access:
    """The access of who reads this resident's file. Raises NotPermitted or NotFound, as for a case."""
    access = access_to_resident(user, resident, now)
    if access.sight == Sight.NOTHING:
        raise NotFound
    if not access.reads:
        raise NotPermitted(who_can_help(resident, now))
    return access


def who_can_help(resident: Resident, now: datetime) -> str:
    """The sentence of a refusal: who is the contact person, and of which team."""
    term = (
        ContactTerm.objects.filter(resident=resident, during__contains=now)
        .select_related("user__team")
        .first()
    )
    if term is None:
        return _(
            "You cannot open this file. There is no contact person at the moment; ask your team's manager."
        )
    return _("You cannot open this file. The contact person is %(name)s (%(team)s). They can help you.") % {
        "name": term.user.name,
        "team": term.user.team or "–",
    }


WORKERS = frozenset({Relation.CONTACT_PERSON, Relation.DEPUTY})
FROM_SUPPORTED = frozenset({CaseStatus.SUPPORTED, CaseStatus.REVIEWING})


def can_work_on(access: Access, case: Case) -> bool:
    """The contact person and their deputy; the care coordinator from `supported` on."""
    if access.relations & WORKERS:
        return True
    return Relation.CARE_COORDINATOR in access.relations and case.status in FROM_SUPPORTED


def check_works_on(user: User, case: Case, now: datetime) -> Access:
    """Raises NotPermitted with who can do it, or NotFound for who may not know of the case."""
    access = check_reads_case(user, case, now)
    if not can_work_on(access, case):
        raise NotPermitted(
            _("Only the contact person or their deputy can do this; the care coordinator once help runs.")
        )
    return access


def can_direct(access: Access) -> bool:
    """Who coordinates the parties: case director, care coordinator, contact person and deputy."""
    return bool(access.relations & (WORKERS | {Relation.CASE_DIRECTOR, Relation.CARE_COORDINATOR}))


def check_directs(user: User, case: Case, now: datetime) -> Access:
    """Raises NotPermitted or NotFound."""
    access = check_reads_case(user, case, now)
    if not can_direct(access):
        raise NotPermitted(
            _("Only the contact person, the case director or the care coordinator can do this.")
        )
    return access


def can_decide(user: User, law: str) -> bool:
    """Whether this user holds the mandate to decide under this law."""
    return user.is_caseworker and law in user.mandates


def check_decides(user: User, case: Case, law: str, now: datetime) -> None:
    """The decision is made by who reads the case and holds the mandate. Raises NotPermitted or NotFound."""
    check_reads_case(user, case, now)
    if not can_decide(user, law):
        raise NotPermitted(_("You have no mandate to decide under this law. Ask a colleague who has it."))


def check_manages(user: User, case: Case) -> None:
    """The manager of the case's team. Raises NotPermitted."""
    if not (user.has_role(Role.MANAGER) and user.team_id == case.team_id):
        raise NotPermitted(_("Only the manager of this team can do this."))
