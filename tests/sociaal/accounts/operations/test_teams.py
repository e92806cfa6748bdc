"""Teams: added and changed by an administrator."""

import pytest

from sociaal.accounts.models import Team
from sociaal.accounts.operations.teams import add_team, change_team
from sociaal.audit.models import Entry
from sociaal.core.errors import NotPermitted, Refused
from tests.factories import NOW, TeamFactory

NOORD = {"name": "Wijkteam Noord", "municipality": "Voorbeeldstad", "neighbourhoods": ["Noord"]}


def test_a_team_is_added_and_logged(fatma):
    team = add_team(**NOORD, by=fatma, now=NOW)
    assert Team.objects.get(pk=team.pk).neighbourhoods == ["Noord"]
    assert Entry.objects.get(action="add_team").object_id == team.pk


def test_a_team_gets_another_name(fatma):
    team = change_team(team=TeamFactory(), **NOORD, by=fatma, now=NOW)
    assert Team.objects.get(pk=team.pk).name == "Wijkteam Noord"


def test_two_teams_have_two_names(fatma):
    TeamFactory(name="Wijkteam Noord")
    with pytest.raises(Refused) as refusal:
        add_team(**NOORD, by=fatma, now=NOW)
    assert refusal.value.field == "name"
    assert not Entry.objects.filter(action="add_team").exists()


def test_a_consultant_adds_no_team(anna):
    with pytest.raises(NotPermitted):
        add_team(**NOORD, by=anna, now=NOW)
    with pytest.raises(NotPermitted):
        change_team(team=TeamFactory(), **NOORD, by=anna, now=NOW)
