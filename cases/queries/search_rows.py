"""The queries behind search that are asked with every letter typed, each put together once.

What a user may find hangs on who they are, and the shape of that condition on their roles: so there is one
query for each combination of roles, and the user's key comes with the call.
"""

from functools import cache
from typing import Any

from django.conf import settings
from django.db.models import F, IntegerField, Q, QuerySet
from django.db.models.functions import Cast

from cases.models import ContactTerm
from cases.permissions import findable_residents, readable_residents
from sociaal.accounts.models import User
from sociaal.core.prepared import Given, Meets, MeetsAll, Prepared

SHOWN = ("pk", "first_names", "initials", "prefix", "last_name", "birth_name", "other_names", "birth_date",
         "street", "house_number", "confidential_address")  # fmt: skip
AT_MOST = 20
LOOKED_AT = 100
"""How many of those who may fit are compared with what was typed. Of more, such as all who are called De
Vries, those who are spelled so, the user's own residents, and then the alphabet decide.
"""
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
        now, spelled = given.moment("now"), given.keys("spelled")
        rows = findable_residents(_somebody(given, shape), now)
        for place in range(groups):
            rows = rows.filter(search_keys__meets=given.keys(f"keys_{place}"))
        own = ContactTerm.objects.filter(user=given.number("user"), during__contains=now).values("resident")
        ranked = rows.alias(
            spelled=_number(MeetsAll(F("search_keys"), spelled)) + _number(Meets(F("search_keys"), spelled)),
            is_own=_number(Q(pk__in=own)),
        )
        ordered = ranked.order_by("-spelled", "-is_own", "search_name", "birth_date", "pk")
        return ordered.values_list(*SHOWN)[:LOOKED_AT]

    return Prepared(build)


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
