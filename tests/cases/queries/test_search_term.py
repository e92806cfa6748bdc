"""What somebody typed, in each way it can be read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.queries.search_term import SearchTerm, phone_digits, read_term


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de Vries", SearchTerm(name="vries")),
        ("Aaltje  de Vries ", SearchTerm(name="altje vries")),
        ("2026-000123", SearchTerm(case_number="2026-000123")),
        ("casus 2026-123", SearchTerm(case_number="2026-000123")),
        ("12-03-1951", SearchTerm(birth_date=date(1951, 3, 12))),
        ("1951-03-12", SearchTerm(birth_date=date(1951, 3, 12))),
        ("12 mrt 1951", SearchTerm(birth_date=date(1951, 3, 12))),
        ("vries 12-3-1951", SearchTerm(birth_date=date(1951, 3, 12), name="vries")),
        ("9999.00.006", SearchTerm(bsn="999900006")),
        ("088 000 00 01", SearchTerm(phones=("0880000001", "08-80000001", "08 80000001", "088-0000001",
                                             "088 0000001", "0880-000001", "0880 000001"))),
        ("9999xa 4", SearchTerm(postcodes=("9999 XA", "9999XA"), house_number="4")),
        ("9999 XA", SearchTerm(postcodes=("9999 XA", "9999XA"))),
        ("Lindelaan 4 a", SearchTerm(street="Lindelaan", house_number="4a")),
        ("31-02-1951", SearchTerm()),
        ("x", SearchTerm(name="x")),
        ("", SearchTerm()),
    ],
)  # fmt: skip
def test_text_is_read_as(text, expected):
    assert read_term(text) == expected


@pytest.mark.parametrize("text", ["", "  ", "x", "-", "12"])
def test_nothing_to_look_for(text):
    assert read_term(text).is_empty


@pytest.mark.parametrize("text", ["+31 88 0000001", "0031880000001", "088-0000001"])
def test_a_phone_number_is_one_number_however_it_is_written(text):
    assert phone_digits(text) == "0880000001"


@given(st.text(max_size=300))
def test_whatever_is_typed_can_be_read(text):
    term = read_term(text)
    assert term.is_empty in (True, False)


@given(st.integers(0, 999_999_999))
def test_a_number_is_never_compared_as_a_name(number):
    assert read_term(str(number)).name == ""
