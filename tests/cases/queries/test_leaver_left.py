"""What the administrator hears of who leaves."""

import pytest
from django.utils.translation import override

from cases.models import ContactTerm
from cases.queries.leaver_left import still_contact_person
from tests.factories import TeamFactory, UserFactory, make_case, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.fixture
def anna():
    return make_member("anna")


def test_of_who_is_nobodys_contact_person_nothing(anna):
    make_case(make_member("bram"))
    assert still_contact_person(anna) == []


def test_how_many_residents_and_which_manager_hands_them_over(anna):
    make_member("esra")
    for _one in range(2):
        make_case(anna)
    assert still_contact_person(anna) == [
        "Anna is still the contact person of 2 residents.",
        "Esra (Wijkteam Oost) can hand over 2: Team, Anna, “Hand over residents”.",
    ]


def test_each_team_in_which_a_case_runs_has_its_own_manager_and_the_rest_is_of_the_own_team(anna):
    make_member("esra")
    west = TeamFactory(name="Wijkteam West")
    UserFactory(name="Noor", team=west, roles=["manager"])
    make_case(anna, status="closed")
    case = make_case(anna)
    case.team = west
    case.save()
    assert sorted(still_contact_person(anna)[1:]) == [
        "Esra (Wijkteam Oost) can hand over 1: Team, Anna, “Hand over residents”.",
        "Noor (Wijkteam West) can hand over 1: Team, Anna, “Hand over residents”.",
    ]


def test_a_team_without_a_manager_and_somebody_without_a_team_are_said(anna):
    make_case(anna, status="closed")
    assert still_contact_person(anna)[1:] == ["Wijkteam Oost has no manager: name one, who can hand over 1."]
    anna.team = None
    anna.save()
    (said,) = still_contact_person(anna)[1:]
    assert said.startswith("Anna is in no team")


def test_the_numbers_are_those_of_the_residents(anna, django_assert_max_num_queries):
    make_member("esra")
    case = make_case(anna)
    make_case(anna, resident=case.resident)
    with django_assert_max_num_queries(4):
        assert "1 resident." in still_contact_person(anna)[0]
    assert ContactTerm.objects.count() == 1
