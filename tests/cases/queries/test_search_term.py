"""What somebody typed, taken apart."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.queries.search_term import SearchTerm, read_term

BORN = (date(1951, 3, 12),)
EITHER_CENTURY = (date(1951, 3, 12), date(2051, 3, 12))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de Vries", SearchTerm(words=("vries",), particles=("de",), street="de vries")),
        ("Aaltje  de Vries ",
         SearchTerm(words=("aaltje", "vries"), particles=("de",), street="aaltje de vries")),
        ("J.P. Jansen", SearchTerm(words=("jansen",), initials=("j", "p"), street="j p jansen")),
        ("2026-000123", SearchTerm(case_number="2026-000123")),
        ("12-03-1951", SearchTerm(birth_dates=BORN)),
        ("12.3.1951", SearchTerm(birth_dates=BORN)),
        ("12 3 1951", SearchTerm(birth_dates=BORN)),
        ("1951-03-12", SearchTerm(birth_dates=BORN)),
        ("12031951", SearchTerm(birth_dates=BORN, bsn="12031951".zfill(9))),
        ("120351", SearchTerm(birth_dates=EITHER_CENTURY)),
        ("12 mrt 1951", SearchTerm(birth_dates=BORN)),
        ("12 maart '51", SearchTerm(birth_dates=EITHER_CENTURY)),
        ("vries 12-3-1951", SearchTerm(words=("vries",), street="vries", birth_dates=BORN)),
        ("jansen 12-3-51", SearchTerm(words=("jansen",), street="jansen", birth_dates=EITHER_CENTURY)),
        ("jansen 1951", SearchTerm(words=("jansen",), street="jansen", birth_years=(1951,))),
        ("jansen '51", SearchTerm(words=("jansen",), street="jansen", birth_years=(1951, 2051))),
        ("jansen 51", SearchTerm(words=("jansen",), street="jansen", number="51")),
        ("9999.00.006", SearchTerm(bsn="999900006")),
        ("999900007", SearchTerm(wrong_bsn=True)),
        ("880000001", SearchTerm(phone="0880000001", wrong_bsn=True)),
        ("088 000 00 01", SearchTerm(phone="0880000001")),
        ("+31 (0)88-0000001", SearchTerm(phone="0880000001")),
        ("01-03-1951 0880000001", SearchTerm(phone="0880000001", birth_dates=(date(1951, 3, 1),))),
        ("9999xa 4", SearchTerm(postcode="9999xa", number="4")),
        ("9999 XA", SearchTerm(postcode="9999xa")),
        ("jansen 9999 XA 4 b",
         SearchTerm(words=("jansen",), street="jansen", postcode="9999xa", number="4b")),
        ("jansen 1951 de", SearchTerm(words=("jansen",), particles=("de",), street="jansen de",
                                      birth_years=(1951,))),
        ("Lindelaan 4 a", SearchTerm(words=("lindelaan",), street="lindelaan", number="4a")),
        ("Lindelaan 4-2", SearchTerm(words=("lindelaan",), street="lindelaan", number="4n2")),
        ("31-02-1951", SearchTerm(street="31 02 1951")),
        ("x", SearchTerm(initials=("x",), street="x")),
        ("", SearchTerm()),
    ],
)  # fmt: skip
def test_text_is_taken_apart(text, expected):
    assert read_term(text) == expected


def test_a_case_number_is_found_among_words():
    assert read_term("casus 2026-123").case_number == "2026-000123"


@pytest.mark.parametrize("text", ["", "  ", "x", "-", "12", "1951", "31-02-1951"])
def test_nothing_to_look_for(text):
    assert read_term(text).is_empty


@given(st.text(max_size=300))
def test_whatever_is_typed_can_be_read(text):
    term = read_term(text)
    assert term.is_empty in (True, False)


@given(st.integers(0, 999_999_999))
def test_a_number_is_never_a_name(number):
    assert read_term(str(number)).words == ()


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d"]))
def test_every_birth_date_is_read(day, form):
    term = read_term(f"de Vries {day.strftime(form)}")
    assert (term.birth_dates, term.words) == ((day,), ("vries",))
