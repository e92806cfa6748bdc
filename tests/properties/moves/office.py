"""What the administrator does while cases go on: accounts, teams, the catalogue, the days of the calendar."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.db.models import Q

from cases.enums import CalendarDayKind
from cases.models import CalendarDay, Organisation, Professional, Provision
from cases.operations import calendar_days, catalogue
from sociaal.accounts.models import Team, User
from sociaal.accounts.operations import calendar_links, teams, users
from sociaal.accounts.policies import Profile
from sociaal.accounts.roles import Role
from tests.properties.choosing import Choices
from tests.properties.moves import Arguments, move
from tests.properties.world import World


def _by(world: World, choose: Choices) -> Any:
    return world.anybody(choose, world.administrator(choose))


def _team(choose: Choices) -> Team:
    return choose.one(list(Team.objects.order_by("pk")))


def _profile(user: User) -> Profile:
    return Profile(
        name=user.name,
        email=user.email,
        roles=tuple(user.roles),
        team=user.team,
        mandates=tuple(user.mandates),
    )


@move(users.add_user)
def add_user(world: World, choose: Choices) -> Arguments:
    email = f"nieuw{choose.random.randint(1, 6)}@voorbeeldstad.example"
    profile = Profile(name="Nieuw", email=email, roles=(Role.CONSULTANT,), team=_team(choose))
    return {"profile": profile, "by": _by(world, choose)}


@move(users.change_user)
def change_user(world: World, choose: Choices) -> Arguments:
    user = choose.row(User.objects.select_related("team"))
    mandates = choose.one([("wmo",), (), tuple(user.mandates)])
    profile = replace(_profile(user), mandates=mandates, team=choose.usually(user.team, _team(choose)))
    return {"user": user, "profile": profile, "by": _by(world, choose)}


@move(users.deactivate_user)
def deactivate_user(world: World, choose: Choices) -> Arguments:
    user = choose.row(User.objects.all(), Q(is_active=True))
    return {"user": user, "by": _by(world, choose)}


@move(users.reactivate_user, often=2)
def reactivate_user(world: World, choose: Choices) -> Arguments:
    user = User.objects.filter(is_active=False).order_by("pk").first()
    return user and {"user": user, "by": _by(world, choose)}


@move(teams.add_team)
def add_team(world: World, choose: Choices) -> Arguments:
    name = choose.one(["Wijkteam Oost", "Wijkteam Zuid"])
    return {"name": name, "municipality": "X", "neighbourhoods": ["Zuid"], "by": _by(world, choose)}


@move(teams.change_team)
def change_team(world: World, choose: Choices) -> Arguments:
    return {
        "team": _team(choose), "name": choose.one(["Wijkteam Oost", "Wijkteam West", "Wijkteam Noord"]),
        "municipality": "Voorbeeldstad", "neighbourhoods": [], "by": _by(world, choose),
    }  # fmt: skip


@move(calendar_links.make_calendar_link)
def make_calendar_link(world: World, choose: Choices) -> Arguments:
    return {"by": world.caseworker(choose)}


@move(calendar_links.withdraw_calendar_link, quiet=True)
def withdraw_calendar_link(world: World, choose: Choices) -> Arguments:
    user = world.caseworker(choose)
    return {"of": user, "by": user}


@move(calendar_days.add_calendar_day)
def add_calendar_day(world: World, choose: Choices) -> Arguments:
    return {
        "day": world.today + timedelta(days=choose.random.randint(0, 60)), "name": "Brugdag",
        "kind": choose.one(list(CalendarDayKind)), "source": choose.words(), "by": _by(world, choose),
    }  # fmt: skip


@move(calendar_days.remove_calendar_day)
def remove_calendar_day(world: World, choose: Choices) -> Arguments:
    row = choose.row(CalendarDay.objects.all(), Q(removed_at=None))
    return row and {"calendar_day": row, "by": _by(world, choose)}


@move(catalogue.keep_provision)
def keep_provision(world: World, choose: Choices) -> Arguments:
    row = choose.row(Provision.objects.all())
    return {"provision": row, "is_active": choose.chance(85), "by": _by(world, choose)}


@move(catalogue.keep_organisation)
def keep_organisation(world: World, choose: Choices) -> Arguments:
    row = choose.usually(choose.row(Organisation.objects.all()), None)
    name = choose.one(["Zorg aan Huis", "Thuis Best"])
    return {"organisation": row, "name": name, "kind": "provider", "by": _by(world, choose)}


@move(catalogue.keep_professional)
def keep_professional(world: World, choose: Choices) -> Arguments:
    row = choose.row(Professional.objects.all())
    return {"professional": row, "profession": choose.words(), "by": _by(world, choose)}
