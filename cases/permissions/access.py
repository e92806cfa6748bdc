"""What one user may see of one case or one resident."""

from collections.abc import Callable, Hashable
from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet

from cases.models import Case, ContactTerm, Resident
from cases.permissions.relations import (
    ALL_CATEGORIES,
    FULL_READERS,
    NOT_FOR_THE_TEAM,
    READERS,
    Access,
    Relation,
    Sight,
    any_of,
    case_conditions,
    term_conditions,
)
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role
from sociaal.core.prepared import Given, Prepared
from sociaal.core.registry import registry

Conditions = Callable[[User, datetime], dict[str, Any]]


class _Held:
    """Which relations hold between a user and one row: a query, put together once for each kind of user.

    `conditions` gives them for a user; which ones it gives may follow from nothing but roles, having a team
    and the settings. `whose`: the column by which the row is found.
    """

    def __init__(self, rows: Callable[[], QuerySet[Any]], conditions: Conditions, whose: str = "pk") -> None:
        self.rows = rows
        self.conditions = conditions
        self.whose = whose
        self.prepared: dict[Hashable, Prepared] = {}

    def __call__(self, user: User, key: int, now: datetime) -> frozenset[str]:
        kind = (frozenset(user.roles), user.team_id is None, settings.OWN_TEAM_READS)
        if kind not in self.prepared:
            self.prepared[kind] = Prepared(partial(self._build, user.roles, user.team_id is not None))
        rows = self.prepared[kind](row=key, user=user.pk, team=user.team_id, now=now)
        return frozenset(
            name.removeprefix("is_") for row in rows for name, holds in row._asdict().items() if holds is True
        )

    def _build(self, roles: list[str], in_a_team: bool, given: Given) -> QuerySet[Any, Any]:
        user = User(pk=given.number("user"), team_id=given.number("team") if in_a_team else None, roles=roles)
        conditions = self.conditions(user, given.moment("now"))
        rows = self.rows().order_by()
        if self.whose != "pk":  # of several rows one that there is a relation to
            rows = rows.filter(any_of(conditions, conditions))
        annotated = {f"is_{name}": self._asked(rule) for name, rule in conditions.items()}
        found = rows.filter(**{self.whose: given.number("row")}).annotate(**annotated)
        return found.values_list("pk", *annotated)[:1]

    def _asked(self, rule: Any) -> Exists:
        if isinstance(rule, Exists):
            return rule
        return Exists(self.rows().filter(rule, pk=OuterRef("pk")))


def _of_cases_of_theirs(user: User, now: datetime) -> dict[str, Any]:
    wanted = {Relation.CASE_DIRECTOR, Relation.CARE_COORDINATOR, Relation.OWN_TEAM}
    return {name: rule for name, rule in case_conditions(user, now).items() if name in wanted}


_TO_CASE = _Held(Case.objects.all, case_conditions)
_TO_RESIDENT = _Held(Resident.objects.all, lambda user, now: term_conditions(user, now, "pk"))
_TO_A_CASE_OF = _Held(Case.objects.all, _of_cases_of_theirs, whose="resident")


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
        return Access(Sight.READ, frozenset({Relation.CONTACT_PERSON}), ALL_CATEGORIES, user, now)
    relations = _TO_CASE(user, case.pk, now)
    if relations & READERS:
        return Access(Sight.READ, relations, _categories(user, relations, case), user, now)
    if Relation.TEAM_MANAGER in relations:
        return Access(Sight.FLOW, relations)
    return Access(_locating(user, case.resident, relations), relations)


def _terms_now(given: Given) -> QuerySet[Any, Any]:
    terms = ContactTerm.objects.filter(resident=given.number("resident"), user=given.number("user"))
    return terms.filter(during__contains=given.moment("now")).values_list("pk")


_TERMS_NOW = Prepared(_terms_now)
"""Asked with nearly every page and change, so put together once."""


def _is_contact_person(user: User, resident: int, now: datetime) -> bool:
    return user.is_staff_member and bool(_TERMS_NOW(resident=resident, user=user.pk, now=now))


def access_to_resident(user: User, resident: Resident, now: datetime) -> Access:
    """What this user may see of a resident's own page: the sum of the relations to the person and to any
    case.

    A partner or second reader sees the cases they take part in, not the person's page.
    """
    relations: frozenset[str] = frozenset()
    if user.is_staff_member:
        relations = _TO_RESIDENT(user, resident.pk, now)
        if not relations & {Relation.CONTACT_PERSON, Relation.DEPUTY}:
            # who may only look may still work with a case
            relations |= _TO_A_CASE_OF(user, resident.pk, now)
    if relations & READERS:
        return Access(Sight.READ, relations, _categories(user, relations, None), user, now)
    return Access(_locating(user, resident, relations), relations)


def _locating(user: User, resident: Resident, relations: frozenset[str]) -> Sight:
    if Relation.SECOND_READER in relations or user.has_role(Role.PRIVACY_OFFICER):
        return Sight.LOCATE
    hidden = resident.confidential_address or resident.restricted
    return Sight.LOCATE if user.is_caseworker and not hidden else Sight.NOTHING
