"""The queries behind search that are asked with every letter typed, each put together once.

What a user may find hangs on who they are, and the shape of that condition on their roles: so there is one
query for each combination of roles, and the user's key comes with the call.
"""

from functools import cache
from typing import Any

from django.conf import settings
from django.db.models import F, IntegerField, Q, QuerySet
from django.db.models.functions import Cast

from cases.models import ContactTerm, Resident
from cases.permissions import findable_residents, readable_residents
from sociaal.accounts.models import User
from sociaal.core.prepared import Given, Meets, MeetsAll, Prepared

SHOWN = ("pk", "first_names", "initials", "prefix", "last_name", "birth_name", "other_names", "birth_date",
         "street", "house_number", "confidential_address", "died_on")  # fmt: skip
AT_MOST = 20
LOOKED_AT = 100
"""How many of those who may fit are compared with what was typed. Of more, such as all who are called De
Vries, those who are spelled so, the user's own residents, and then the alphabet decide.
"""
READ_AT_MOST = 1000
"""Of a name that more people bear, no more are read to choose those from: it points at none of them."""
Shape = tuple[frozenset[str], bool, bool]


def shape_of(user: User) -> Shape:
    """Roles, whether the user has a team, and whether colleagues read along."""
    return frozenset(user.roles), user.team_id is not None, settings.OWN_TEAM_READS


def _somebody(given: Given, shape: Shape) -> User:
    roles, has_team, _reads = shape
    return User(
        pk=given.number("user"), team_id=given.number("team") if has_team else None, roles=sorted(roles)
    )


@cache
def meeting(shape: Shape, groups: int) -> Prepared:
    """Residents this user may find who have a key of each of the sets `keys_0`, `keys_1` and so on.

    Who has all keys of `spelled` first, then who has some; those whose contact person the user is go before.
    """

    def build(given: Given) -> QuerySet[Any, Any]:
        rows = findable_residents(_somebody(given, shape), given.moment("now"))
        for place in range(groups):
            rows = rows.filter(search_keys__meets=given.keys(f"keys_{place}"))
        return _first(rows, given)

    return Prepared(build)


@cache
def meeting_widely(shape: Shape) -> Prepared:
    """As `meeting`, with one set of keys, `keys_0`, that very many may have: of more than `READ_AT_MOST` it
    takes as many of those who are spelled so, as many of the others, and all of the user's own residents.
    """

    def build(given: Given) -> QuerySet[Any, Any]:
        met = Resident.objects.filter(search_keys__meets=given.keys("keys_0")).values("pk")
        spelled = met.filter(MeetsAll(F("search_keys"), given.keys("spelled")))[:READ_AT_MOST]
        some = spelled.union(met[:READ_AT_MOST], met.filter(pk__in=_own(given)))
        rows = findable_residents(_somebody(given, shape), given.moment("now"))
        return _first(rows.filter(pk__in=some), given)

    return Prepared(build)


def _own(given: Given) -> QuerySet[Any, Any]:
    terms = ContactTerm.objects.filter(user=given.number("user"), during__contains=given.moment("now"))
    return terms.values("resident")


def _first(rows: QuerySet[Any], given: Given) -> QuerySet[Any, Any]:
    spelled = given.keys("spelled")
    ranked = rows.alias(
        spelled=_number(MeetsAll(F("search_keys"), spelled)) + _number(Meets(F("search_keys"), spelled)),
        is_own=_number(Q(pk__in=_own(given))),
    )
    ordered = ranked.order_by("-spelled", "-is_own", "search_name", "birth_date", "pk")
    return ordered.values_list(*SHOWN)[:LOOKED_AT]


def _number(condition: Any) -> Cast:
    return Cast(condition, IntegerField())


@cache
def readable(shape: Shape) -> Prepared:
    """Which of these residents have a file that this user reads."""

    def build(given: Given) -> QuerySet[Any, Any]:
        rows = readable_residents(_somebody(given, shape), given.moment("now"))
        return rows.filter(pk__any_of=given.keys("residents")).values_list("pk")

    return Prepared(build)


def _contact_persons(given: Given) -> QuerySet[Any, Any]:
    residents = given.keys("residents")
    terms = ContactTerm.objects.filter(resident__any_of=residents, during__contains=given.moment("now"))
    named = terms.annotate(name=F("user__name"), team=F("user__team__name"))
    return named.values_list("resident_id", "user_id", "name", "team")


CONTACT_PERSONS = Prepared(_contact_persons)
