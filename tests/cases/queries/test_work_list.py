"""Whose work it is: every relation that makes a case wait on somebody."""

import pytest

from cases.enums import CaseRoleKind
from cases.operations import contacts
from cases.queries.work_list import case_list, counts, mine, shown, with_names, work_of
from sociaal.accounts.roles import Role
from tests.factories import NOW, UserFactory, make_case, make_member

pytestmark = pytest.mark.django_db


def lists(user):
    rows = work_of(user, mine(user, NOW), NOW).rows
    told, _appointments = shown([row.pk for row in rows], NOW)
    names = ("me", "others", "running")
    return {name: [told[row.pk].number for row in case_list(rows, name)] for name in names}


@pytest.fixture
def anna(db):
    return make_member("anna")


def test_a_case_that_waits_on_us_waits_on_its_contact_person_alone(anna):
    case = make_case(anna)
    assert lists(anna)["me"] == [case.number]
    assert lists(make_member("bram")) == {"me": [], "others": [], "running": []}


def test_a_case_director_waits_for_what_was_set_by_hand_alone(anna):
    carla, case = make_member("carla"), make_case(anna)
    contacts.give_role(case=case, kind=CaseRoleKind.CASE_DIRECTOR, user=carla, by=anna, now=NOW)
    assert lists(carla) == {"me": [], "others": [case.number], "running": []}
    contacts.wait_for(case=case, on="us", why="Het plan bijstellen", by=anna, now=NOW)
    assert lists(carla)["me"] == [case.number]


def test_a_care_coordinator_works_once_help_is_running(anna):
    coordinator = UserFactory(roles=[Role.CARE_COORDINATOR])
    early, late = make_case(anna), make_case(anna, status="reviewing")
    for case in (early, late):
        contacts.give_role(case=case, kind=CaseRoleKind.CARE_COORDINATOR, user=coordinator, by=anna, now=NOW)
    assert lists(coordinator)["me"] == [late.number]
    assert lists(coordinator)["others"] == [early.number]


def test_closed_cases_are_nobodys_work(anna):
    make_case(anna, status="closed")
    assert counts(work_of(anna, mine(anna, NOW), NOW)).me == 0


def test_two_cases_of_one_resident_are_one_resident_who_waits(anna):
    case = make_case(anna)
    make_case(anna, resident=case.resident)
    found = counts(work_of(anna, mine(anna, NOW), NOW))
    assert (found.me, found.residents) == (2, 1)


def test_a_list_by_name_has_the_names_and_others_do_without(anna):
    case = make_case(anna)
    rows = work_of(anna, mine(anna, NOW), NOW).rows
    assert [row.sort_name for row in rows] == [""]
    assert [row.sort_name for row in with_names(rows)] == [case.resident.search_name]
