"""Enough people for a municipality of this size: teams that five thousand open cases each are work for."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from sociaal.accounts.models import Team, User
from sociaal.accounts.operations.cast import EAST
from sociaal.accounts.roles import Role

EACH = 75
"""Open cases of one person."""
OF_A_TEAM = 5000
"""Open cases of one team."""


@dataclass(frozen=True)
class TeamOf:
    """A team and its consultants, by key."""

    key: int
    members: list[int]


def teams_for(open_cases: int) -> list[TeamOf]:
    """Teams with consultants, the measured team first and Anna first of all; adds whom the town lacks."""
    east = Team.objects.get(name=EAST)
    wanted = max(2, -(-open_cases // OF_A_TEAM))
    others = [Team(name=f"Team {number}", municipality=east.municipality) for number in range(2, wanted + 1)]
    teams = [east, *Team.objects.bulk_create(others)]
    each = -(-OF_A_TEAM // EACH)
    User.objects.bulk_create(
        User(
            email=f"collega{number}.{team.pk}@voorbeeldstad.example", name=f"Collega {team.pk}.{number}",
            roles=[Role.CONSULTANT], team=team, password=make_password(None),
        )
        for team in teams for number in range(each - _there(team))
    )  # fmt: skip
    return [TeamOf(team.pk, _members(team)) for team in teams]


def _there(team: Team) -> int:
    return len(_members(team))


def _members(team: Team) -> list[int]:
    rows = User.objects.filter(team=team, roles__contains=[Role.CONSULTANT], is_active=True)
    keys = dict(rows.order_by("pk").values_list("email", "pk"))
    anna = keys.pop("anna@voorbeeldstad.example", None)
    return [*([anna] if anna else []), *keys.values()]
