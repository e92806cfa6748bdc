"""Who fits best goes first."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.queries.search_ranking import MISSING, TOO_MANY, Fit, Ranking, likeness, slips
from cases.queries.search_term import read_term

LETTERS = st.text(alphabet="abcdef", max_size=6)


@dataclass
class Someone:
    last_name: str
    first_names: str = "Aaltje"
    initials: str = ""
    prefix: str = ""
    birth_name: str = ""
    other_names: tuple[str, ...] = ()
    birth_date: date | None = date(1951, 3, 12)


def cost(text, person):
    return Ranking(read_term(text)).fit(person).cost


@pytest.mark.parametrize(
    ("text", "better", "worse"),
    [
        ("Aaltje Jansen", Someone("Jansen"), Someone("Janssen")),
        ("Aaltje Jansen", Someone("Janssen"), Someone("Hansen")),
        ("Aaltje Claassen", Someone("Klaasen"), Someone("Plaassen")),
        ("Aaltje Jansen", Someone("Jansen"), Someone("Jansen", first_names="Alida")),
        ("Jan Jansen", Someone("Jansen", first_names="Johannes"), Someone("Jansen", first_names="Karel")),
        ("Jan Jansen", Someone("Jansen", first_names="Jna"), Someone("Jansen", "", initials="J.")),
        ("Jan Jansen", Someone("Jansen", "", initials="J."), Someone("Jansen", "", initials="K.")),
        ("Maria Jansen", Someone("Jansen", "Maria Anna"), Someone("Jansen", "Anna Maria")),
        ("J Jansen", Someone("Jansen", "Jan"), Someone("Jansen", "Karel")),
        ("de Boer", Someone("Boer", prefix="de"), Someone("Boer")),
        ("Jansen", Someone("Jansen"), Someone("Jansen-Smit")),
        ("Jansen", Someone("Jansen-Smit"), Someone("Smit", birth_name="Jansen")),
        ("Jansen", Someone("Smit", birth_name="Jansen"), Someone("Jansma")),
        ("Jansen", Someone("Smit", first_names="Jansen"), Someone("Pietersen")),
        ("Jan", Someone("Jan", first_names="Piet"), Someone("Pieters", first_names="Jan")),
        ("Aaltje Jans", Someone("Jansen"), Someone("Hansen")),
        ("Jansen 1951", Someone("Jansen"), Someone("Jansen", birth_date=None)),
        ("Demi vna Steenkerk", Someone("Steenkerk", "Demi"), Someone("Steenkerk", "Sem")),
        ("Vandenberg", Someone("Berg", prefix="van den"), Someone("Berg", prefix="ten")),
    ],
)
def test_who_fits_better_goes_first(text, better, worse):
    assert cost(text, better) < cost(text, worse)


def test_the_order_of_the_words_does_not_matter():
    assert cost("Vries, Aaltje de", Someone("Vries", prefix="de")) == 0
    assert cost("Aaltje de Vries", Someone("Vries", prefix="de")) == 0


@pytest.mark.parametrize("text", ["Jansen", "Wit", "Jansen-de Wit", "de Wit-Jansen"])
def test_either_half_of_a_double_name_is_the_name(text):
    assert cost(text, Someone("Jansen-de Wit")) <= 0.15


def test_no_name_is_met_twice():
    assert cost("Jan Jan", Someone("Jansma", first_names="Jan")) > 0


def test_it_is_said_through_which_earlier_name_somebody_was_found():
    married = Someone("Smit", birth_name="de Wit", other_names=("Aaltje Prins",))
    assert Ranking(read_term("de Wit")).fit(married).through == "de Wit"
    assert Ranking(read_term("Prins")).fit(married).through == "Aaltje Prins"
    assert Ranking(read_term("Aaltje Smit")).fit(married).through == ""


def test_without_words_all_fit_alike():
    assert Ranking(read_term("12-3-1951")).fit(Someone("Jansen")) == Fit(0)


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [("jansen", "jansen", 0), ("jansen", "jasen", 1), ("jansen", "janzen", 1), ("vries", "vreis", 1),
     ("vries", "vriesa", 1), ("bakker", "dekker", 2), ("jansen", "pietersen", TOO_MANY), ("", "ab", 2)],
)  # fmt: skip
def test_slips_are_counted(one, other, number):
    assert slips(one, other) == number


@given(LETTERS, LETTERS)
def test_slips_are_the_same_both_ways_and_never_too_many_to_count(one, other):
    assert 0 <= slips(one, other) <= TOO_MANY
    assert slips(one, one) == 0
    assert (slips(one, other) == 0) == (one == other)
    if len(set(one) ^ set(other)) < 3:
        assert slips(one, other) == slips(other, one)


@given(st.text(alphabet="abcxyz", min_size=1, max_size=8), st.text(alphabet="abcxyz", min_size=1, max_size=8))
def test_likeness_lies_between_the_same_and_another_word(typed, word):
    assert 0 <= likeness(typed, word) <= MISSING
    assert likeness(word, word) == 0
