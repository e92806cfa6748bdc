"""What one user may see of one case or one resident."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Value

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
    conditions = term_conditions(user, now, "pk") if user.is_staff_member else {}
    relations = _holding(Resident.objects.all(), conditions, resident.pk)
    settled = {Relation.CONTACT_PERSON, Relation.DEPUTY}  # who may only look may still work with a case
    if not relations & settled and user.is_staff_member:
        wanted = {Relation.CASE_DIRECTOR, Relation.CARE_COORDINATOR, Relation.OWN_TEAM}
        of_cases = {name: rule for name, rule in case_conditions(user, now).items() if name in wanted}
        for case in Case.objects.filter(any_of(of_cases, wanted), resident=resident)[:1]:
            relations |= _holding(Case.objects.all(), of_cases, case.pk)
    if relations & READERS:
        return Access(Sight.READ, relations, _categories(user, relations, None))
    return Access(_locating(user, resident, relations), relations)


def _locating(user: User, resident: Resident, relations: frozenset[str]) -> Sight:
    if Relation.SECOND_READER in relations or user.has_role(Role.PRIVACY_OFFICER):
        return Sight.LOCATE
    hidden = resident.confidential_address or resident.restricted
    return Sight.LOCATE if user.is_caseworker and not hidden else Sight.NOTHING
