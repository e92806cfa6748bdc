"""Two people side by side."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.comparing import Person, compare, is_slip, may_be_one

BORN = date(1951, 3, 12)
AALTJE = Person("Aaltje de Vries", BORN, "Lindelaan 4")
DAYS = st.dates(date(1900, 1, 1), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("theirs", "verdicts"),
    [
        (AALTJE, ["same", "same", "same"]),
        (Person("Aaltje Vriess", date(1951, 12, 3), "Kade 1"), ["alike", "different", "different"]),
        (Person("Piet de Vries"), ["different", "", ""]),
    ],
)
def test_each_field_says_in_a_word_how_it_compares(theirs, verdicts):
    assert [line.verdict for line in compare(AALTJE, theirs)] == verdicts


def test_an_address_that_neither_tells_is_no_line():
    assert len(compare(Person("A"), Person("B"))) == 2


@pytest.mark.parametrize(
    ("theirs", "asked"),
    [
        (Person("Aaltje de Vriess", BORN), True),
        (Person("A. de Vries", BORN), True),
        (Person("Aaltje Bakker", BORN), True),  # married since, perhaps
        (Person("Piet Bakker", BORN), False),
        (Person("Aaltje de Vries", date(1951, 12, 3)), True),
        (Person("Aaltje de Vries", date(1951, 3, 21)), True),
        (Person("Aaltje de Vries", date(1987, 6, 1)), False),
        (Person("Aaltje de Vries"), True),
        (Person("De Vries"), False),
        (Person("Piet de Vries"), False),
    ],
)
def test_only_who_may_well_be_the_same_is_asked_about(theirs, asked):
    assert may_be_one(AALTJE, theirs) is asked
    assert may_be_one(theirs, AALTJE) is asked


@given(DAYS, DAYS)
def test_a_slip_goes_both_ways_and_a_day_is_always_its_own(one, other):
    assert is_slip(one, other) == is_slip(other, one)
    assert is_slip(one, one)


def test_the_fields_of_a_form_become_a_person():
    given_ = {"first_names": "Sami", "prefix": "el", "last_name": "Amrani", "house_number": "4"}
    assert Person.of(given_) == Person("Sami el Amrani")
    assert Person.of(given_ | {"street": "Kade", "birth_date": BORN}).address == "Kade 4"
