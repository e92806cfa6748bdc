"""Who may be the same person."""

from datetime import date

import pytest
from django.urls import reverse

from intake.queries.lookalikes import of_newcomer, of_resident
from tests.factories import NOW, ResidentFactory, make_case, make_member

pytestmark = pytest.mark.django_db
BORN = date(2011, 2, 3)
SAMI = {"first_names": "Sami", "prefix": "", "last_name": "Amrani", "birth_date": BORN}


@pytest.fixture
def anna():
    return make_member("anna")


def keys(found):
    return [one.found.pk for one in found]


def test_a_newcomer_is_met_by_birth_date_by_sound_and_by_a_slip(anna):
    there = [
        ResidentFactory(**SAMI | facts)
        for facts in ({"first_names": "Samy"}, {"last_name": "Ammrani"}, {"birth_date": date(2011, 3, 2)})
    ]
    ResidentFactory(**SAMI | {"birth_date": date(1980, 5, 6)})
    assert set(keys(of_newcomer(SAMI, anna, NOW))) == {one.pk for one in there}


def test_whom_one_may_not_find_is_not_betrayed_by_a_warning(anna):
    ResidentFactory(**SAMI, confidential_address=True)
    ResidentFactory(**SAMI, restricted=True)
    assert of_newcomer(SAMI, anna, NOW) == []


def test_the_address_of_another_is_only_for_who_reads_their_file(anna):
    case = make_case(anna, resident=ResidentFactory(**SAMI, street="Kade", house_number="1"))
    mine, theirs = (of_newcomer(SAMI, user, NOW)[0].lines for user in (anna, make_member("dirk")))
    assert [line.theirs for line in mine][-1] == "Kade 1"
    assert "Kade" not in str(theirs)
    assert case.resident.street == "Kade"


def test_the_same_person_twice_can_be_merged_by_who_works_with_both(anna):
    resident = make_case(anna, resident=ResidentFactory(**SAMI)).resident
    twin = ResidentFactory(**SAMI)
    address = f"{reverse('resident_merge', args=[resident.pk])}?other={twin.pk}"
    assert [one.merge_url for one in of_resident(resident, anna, NOW, reads=True)] == [address]
    assert [one.merge_url for one in of_resident(resident, make_member("dirk"), NOW, reads=False)] == [""]


def test_a_family_at_one_address_is_not_one_person(anna):
    place = {"street": "Kade", "house_number": "1", "postcode": "9999 XB", "last_name": "Amrani"}
    father = ResidentFactory(first_names="Hassan", birth_date=date(1975, 1, 1), **place)
    ResidentFactory(first_names="Hasna", birth_date=date(1977, 6, 6), **place)
    assert of_resident(father, anna, NOW, reads=True) == []


def test_for_somebody_who_looks_like_nobody_it_costs_three_queries(anna, django_assert_num_queries):
    resident = ResidentFactory(**SAMI)
    with django_assert_num_queries(3):
        assert of_resident(resident, anna, NOW, reads=True) == []
