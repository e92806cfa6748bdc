"""The open cases of a team: who waits, longest first, and how many each colleague has now, for assignment.

No history, no order by number, no export: these numbers serve to ask a colleague, not to compare them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, QuerySet

from cases.models import Deputyship, OpenCase
from cases.queries.colleagues import caseworkers
from sociaal.accounts.models import Team, User
from sociaal.core.prepared import Given, Prepared
from sociaal.core.prepared_together import Together

NAMES = ("first_names", "initials", "prefix", "last_name")


@dataclass(frozen=True)
class ColleagueNow:
    """A colleague with the present number of open cases, and who replaces them when they are away."""

    pk: int
    name: str
    open_cases: int
    deputy: str


@dataclass(frozen=True)
class Elsewhere:
    """Who is contact person in an open case of this team and belongs to another, or to none."""

    pk: int
    name: str
    team: str


@dataclass(frozen=True)
class TeamNow:
    """The team as it is now, people by name."""

    name: str
    colleagues: Sequence[ColleagueNow]
    elsewhere: Sequence[Elsewhere]


def team_cases(team_id: int) -> QuerySet[OpenCase]:
    """Open cases of the team, each with its resident's name and that of the contact person."""
    names = [f"case__resident__{name}" for name in (*NAMES, "died_on")]
    rows = OpenCase.objects.filter(team=team_id).select_related("case__resident", "contact")
    own = ("wait_on", "wait_since", "has_procedure", "review_date")
    return rows.only(*own, "case__number", "case__status", "contact__name", *names)


def _colleagues(given: Given) -> QuerySet[Any, Any]:
    rows = caseworkers().filter(team=given.number("team")).order_by("name", "pk")
    return rows.values_list("pk", "name")


def _numbers(given: Given) -> QuerySet[Any, Any]:
    # all keys at once: the index is gone through from the first to the last, not from its root for each
    team = ArraySubquery(User.objects.filter(team=given.number("team")).values("pk"))
    rows = OpenCase.objects.filter(contact__any_of=team).order_by()
    return rows.values("contact").annotate(number=Count("*")).values_list("contact", "number")


def _away(given: Given) -> QuerySet[Any, Any]:
    rows = Deputyship.objects.filter(absent__team=given.number("team"), during__contains=given.moment("now"))
    return rows.annotate(deputy_name=F("deputy__name")).values_list("absent", "deputy_name")


def _elsewhere(given: Given) -> QuerySet[Any, Any]:
    team = given.number("team")
    of_team = User.objects.filter(team=team).values("pk")
    # distinct: else each user of the town is looked up among the cases
    others = OpenCase.objects.filter(team=team, contact__isnull=False).exclude(contact__in=of_team)
    theirs = ArraySubquery(others.order_by().values("contact").distinct())
    users = User.objects.filter(pk__any_of=theirs).order_by("name", "pk")
    return users.annotate(team_name=F("team__name")).values_list("pk", "name", "team_name")


_NOW = Together(
    names=Prepared(lambda given: Team.objects.filter(pk=given.number("team")).values_list("name")),
    colleagues=Prepared(_colleagues),
    numbers=Prepared(_numbers),
    away=Prepared(_away),
    elsewhere=Prepared(_elsewhere),
)


def team_now(team_id: int, now: datetime) -> TeamNow:
    """Everyone of the team who works with residents, and who works with its residents. One query."""
    found = _NOW(team=team_id, now=now)
    numbers, deputies = dict(found.numbers), dict(found.away)
    colleagues = [
        ColleagueNow(row.pk, row.name, numbers.get(row.pk, 0), deputies.get(row.pk, ""))
        for row in found.colleagues
    ]
    elsewhere = [Elsewhere(row.pk, row.name, row.team_name or "") for row in found.elsewhere]
    return TeamNow(found.names[0].name, colleagues, elsewhere)
