"""The cast of Voorbeeldstad."""

from sociaal.accounts.models import Team, User
from sociaal.accounts.operations.cast import CAST, make_cast
from sociaal.accounts.roles import Role
from tests.factories import NOW


def test_the_cast_is_made_once():
    first, second = make_cast(NOW), make_cast(NOW)
    assert first == second
    assert User.objects.count() == len(CAST) == 8
    assert Team.objects.count() == 3


def test_the_cast_has_the_roles_and_teams_of_the_design():
    cast = make_cast(NOW)
    assert {who: user.roles for who, user in cast.items()} == {
        "anna": ["consultant"],
        "bram": ["consultant"],
        "carla": ["case_director"],
        "dirk": ["consultant"],
        "esra": ["manager"],
        "fatma": ["administrator"],
        "gijs": ["privacy_officer"],
        "hanna": ["partner"],
    }
    assert cast["anna"].team == cast["bram"].team == cast["carla"].team == cast["esra"].team
    assert cast["dirk"].team not in (None, cast["anna"].team)
    assert cast["hanna"].team is None


def test_nobody_of_the_cast_has_a_password():
    assert not any(user.has_usable_password() for user in make_cast(NOW).values())


def test_what_an_administrator_changed_stays():
    anna = make_cast(NOW)["anna"]
    anna.roles = [Role.MANAGER]
    anna.save()
    assert make_cast(NOW)["anna"].roles == ["manager"]
