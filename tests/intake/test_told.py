"""What somebody told us: references, names typed as one, and the fingerprint that knows it again."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.told import Told, is_possible_birth, new_reference, read_reference, split_name


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Jansen", ("", "Jansen")),
        ("van der Berg", ("van der", "Berg")),
        ("van 't Hof", ("van 't", "Hof")),
        ("de", ("", "de")),
        ("El Amrani", ("", "El Amrani")),
        ("Jansen van Dijk", ("", "Jansen van Dijk")),
        ("  de   Vries ", ("de", "Vries")),
        ("", ("", "")),
    ],
)
def test_a_prefix_is_found_in_a_name_typed_as_one(typed, parts):
    assert split_name(typed) == parts


@given(st.text(max_size=40))
def test_no_letter_of_a_name_is_lost(typed):
    assert " ".join(filter(None, split_name(typed))) == " ".join(typed.split())


def test_references_differ_and_are_read_as_people_type_them():
    made = {new_reference() for _number in range(200)}
    assert len(made) == 200
    one = made.pop()
    assert read_reference(f" {one.lower().replace('-', ' ')} ") == one


@given(st.text(max_size=20))
def test_what_is_no_reference_is_read_as_none_or_as_one(typed):
    read = read_reference(typed)
    assert read == "" or read_reference(read) == read


def test_the_same_report_has_the_same_fingerprint_however_it_is_spaced():
    first = Told("Ik val  vaak.", "resident", person={"phone": "0612345678", "last_name": "Bos"})
    second = Told("ik val vaak.", "resident", person={"last_name": "bos", "phone": "0612345678", "email": ""})
    assert first.fingerprint == second.fingerprint
    assert first.fingerprint != Told("Ik val vaak.", "resident", person={"phone": "0687654321"}).fingerprint


@pytest.mark.parametrize(
    ("day", "possible"),
    [(date(1951, 3, 12), True), (date(2026, 11, 18), True), (date(2026, 11, 19), False),
     (date(1901, 12, 31), False), (date(1902, 1, 1), True)],
)  # fmt: skip
def test_nobody_is_born_tomorrow_or_in_1900(day, possible):
    assert is_possible_birth(day, date(2026, 11, 18)) is possible
