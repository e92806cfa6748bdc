"""The queries behind search that are asked with every letter typed, each put together once.

What a user may find hangs on who they are, and the shape of that condition on their roles: so there is one
query for each combination of roles, and the user's key comes with the call.
"""

from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import F, QuerySet

from cases.models import ContactTerm
from cases.permissions import findable_residents, readable_residents
from sociaal.accounts.models import User
from sociaal.core.prepared import Given, Prepared

SHOWN = ("pk", "first_names", "initials", "prefix", "last_name", "birth_date")
AT_MOST = 20
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
def by_name(shape: Shape) -> Prepared:
    """Residents this user may find whose name is like `name`, best first."""

    def build(given: Given) -> QuerySet[Any, Any]:
        name = given.text("name")
        rows = findable_residents(_somebody(given, shape), given.moment("now"))
        alike = rows.filter(search_name__trigram_word_similar=name)
        ranked = alike.annotate(likeness=TrigramWordSimilarity(name, "search_name"))
        return ranked.order_by("-likeness", "search_name", "birth_date", "pk").values_list(*SHOWN)[:AT_MOST]

    return Prepared(build)


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
