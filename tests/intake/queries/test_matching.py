"""Whose row it is: for sure, perhaps, or nobody's."""

from datetime import date

import pytest

from intake.queries.matching import match
from sociaal.core.errors import Refused
from tests.factories import ResidentFactory

pytestmark = pytest.mark.django_db
BORN = date(1951, 3, 12)
BSN, OTHER_BSN = "999900006", "999900018"
HERS = {"first_names": "Aaltje", "prefix": "de", "last_name": "Vries", "birth_date": BORN}


@pytest.fixture
def aaltje():
    return ResidentFactory(**HERS, bsn=BSN, postcode="9999 XA", house_number="4")


@pytest.mark.parametrize(
    "person",
    [
        {"bsn": BSN, "last_name": "Anders"},
        {"bsn": BSN, **HERS},
        HERS,
        HERS | {"first_names": "AALTJE", "last_name": "vriés"},
    ],
)
def test_a_bsn_or_the_exact_name_and_birth_date_is_somebody_for_sure(aaltje, person):
    assert match(person).resident == aaltje


@pytest.mark.parametrize(
    ("person", "doubtful"),
    [
        (HERS | {"first_names": "Aafje"}, True),
        (HERS | {"first_names": ""}, True),
        (HERS | {"last_name": "Vriez"}, True),
        (HERS | {"bsn": OTHER_BSN}, True),
        (HERS | {"birth_date": date(1980, 1, 1)}, False),
        (HERS | {"last_name": "Jansen"}, False),
        ({"last_name": "Vries", "first_names": "A.", "postcode": "9999 XA", "house_number": "4"}, True),
        ({"last_name": "Vries", "first_names": "Piet", "postcode": "9999 XA", "house_number": "4"}, False),
        ({"last_name": "Vries"}, False),
        ({}, False),
    ],
)
def test_who_looks_alike_is_somebody_new_and_marked(aaltje, person, doubtful):
    found = match(person)
    assert (found.resident, found.doubtful) == (None, doubtful)


def test_a_bsn_with_another_birth_date_is_refused(aaltje):
    with pytest.raises(Refused):
        match({"bsn": BSN, "birth_date": date(1990, 1, 1)})


def test_two_with_one_name_and_birth_date_want_a_bsn(aaltje):
    ResidentFactory(**HERS)
    with pytest.raises(Refused):
        match(HERS)


def test_a_merged_record_is_nobody(aaltje):
    kept = ResidentFactory(last_name="Bewaard")
    other = ResidentFactory(**HERS | {"last_name": "Samengevoegd"})
    type(other).objects.filter(pk=other.pk).update(merged_into=kept)
    assert match(HERS | {"last_name": "Samengevoegd"}).resident is None


def test_it_asks_one_question(aaltje, django_assert_num_queries):
    with django_assert_num_queries(1):
        match({"bsn": BSN, **HERS, "postcode": "9999 XA", "house_number": "4"})
