"""The people and misspellings that search is measured with: realistic, and each time the same."""

from collections import Counter
from random import Random

import pytest
from django.utils import timezone

from benchmarks.residents import Population
from benchmarks.residents_finding import FIRST, SHARES
from benchmarks.residents_misspelt import KINDS, misspellings
from benchmarks.residents_names import Names, divided
from cases.models import Resident
from cases.queries.search import find_residents
from tests.factories import make_member

FEW = 400


@pytest.fixture(scope="module")
def people():
    return dict(enumerate(Population(FEW), 1))


def test_the_same_seed_gives_the_same_people_and_misspellings(people):
    again = dict(enumerate(Population(FEW), 1))
    assert [one.full_name for one in again.values()] == [one.full_name for one in people.values()]
    assert misspellings(again, 50) == misspellings(people, 50)


def test_common_names_are_as_common_as_they_are():
    names = Names(Random(1))
    drawn = Counter(names.last("dutch") for _one in range(20_000))
    assert drawn.most_common(1)[0][0] == ("de", "Jong")
    assert 60 < drawn["de", "Jong"] < 150
    assert len(drawn) > 5000


@pytest.mark.parametrize(
    ("name", "parts"),
    [("de Jong", ("de", "Jong")), ("van den Berg", ("van den", "Berg")), ("Bakker", ("", "Bakker")),
     ("in 't Veld", ("in 't", "Veld"))],
)  # fmt: skip
def test_a_last_name_is_divided(name, parts):
    assert divided(name) == parts


def test_most_residents_have_no_bsn_and_those_are_of_nobody(people):
    bsns = [one.bsn for one in people.values() if one.bsn]
    assert 0 < len(bsns) < FEW / 8
    assert all(999900006 <= int(bsn) <= 999999990 for bsn in bsns)


def test_two_hundred_misspellings_are_of_all_kinds_alike_and_none_is_spelled_right(people):
    made = misspellings(people, 200)
    assert Counter(one.kind for one in made) == dict.fromkeys(KINDS, 40)
    assert all(one.name.lower() != people[one.key].full_name.lower() for one in made)


@pytest.mark.slow
@pytest.mark.django_db
def test_among_a_few_hundred_the_right_person_is_among_the_first(people):
    keys = {}
    for number, person in people.items():
        keys[number] = Resident.objects.create(
            **{
                name: getattr(person, name)
                for name in ("first_names", "initials", "prefix", "last_name", "birth_name", "birth_date",
                             "street", "house_number", "postcode", "restricted", "confidential_address")
            },
            created_at=person.created_at,
        ).pk  # fmt: skip
    anna, now, made = make_member("anna"), timezone.now(), misspellings(people, 100)
    for text, share in (("with_year", SHARES["name and year"]), ("name", SHARES["name only"])):
        shown = [[one.pk for one in find_residents(anna, getattr(one, text), now)[:FIRST]] for one in made]
        found = sum(keys[one.key] in first for one, first in zip(made, shown, strict=True))
        assert found >= share * len(made)
