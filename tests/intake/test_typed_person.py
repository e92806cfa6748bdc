"""Who somebody is, read out of what was typed to find them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.typed_person import person_in

BORN = {"birth_date": date(1951, 3, 12)}


@pytest.mark.parametrize(
    ("text", "first_names", "prefix", "last_name", "more"),
    [
        ("aaltje de vries", "Aaltje", "de", "Vries", {}),
        ("mw. aaltje van der berg 12-3-1951", "Aaltje", "van der", "Berg", BORN),
        ("Berg, Aaltje van der", "Aaltje", "van der", "Berg", {}),
        ("jansen 1951", "", "", "Jansen", {}),
        ("fatima el amrani 06-12345678", "Fatima", "el", "Amrani", {"phone": "0612345678"}),
        ("anne-marie jansen-de wit", "Anne-Marie", "", "Jansen-de Wit", {}),
        ("jan ijzerman", "Jan", "", "IJzerman", {}),
        ("KEES VAN DIJK", "KEES", "van", "DIJK", {}),
        ("de vries", "", "de", "Vries", {}),
    ],
)
def test_a_name_is_taken_apart(text, first_names, prefix, last_name, more):
    parts = {"first_names": first_names, "prefix": prefix, "last_name": last_name}
    assert person_in(text) == {name: value for name, value in parts.items() if value} | more


@pytest.mark.parametrize("text", ["", "Lindelaan 4", "9999 XA 4", "999900006", "2026-000012"])
def test_a_number_or_an_address_names_nobody(text):
    assert person_in(text) == {}


@given(st.text(max_size=200))
def test_whatever_is_typed_fits_the_fields_of_a_resident(text):
    found = person_in(text)
    assert set(found) <= {"first_names", "prefix", "last_name", "birth_date", "phone"}
    assert all(found.values())
    assert len(found.get("first_names", "")) <= 120
    assert len(found.get("prefix", "")) <= 20
    assert len(found.get("last_name", "")) <= 120
    assert len(found.get("phone", "")) <= 20
