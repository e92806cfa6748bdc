"""Rules of the board, without a database."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from stdnum.nl import bsn as elfproef

from regie.board import policies
from regie.board.models import Suggestion
from regie.board.models.suggestion import Phase
from sociaal.core.errors import Refused

TEST_BSN = st.integers(999_900_006, 999_999_990).map(str).filter(elfproef.is_valid)


def refused_at(rule, *args):
    with translation.override("en"):
        try:
            rule(*args)
        except Refused as refusal:
            return refusal.field
    return None


@given(
    TEST_BSN, st.sampled_from(["", " ", ".", "-"]), st.sampled_from(["{}", "BSN {}.", "({})", "mw. X,{}!"])
)
def test_a_bsn_is_found_however_it_is_spaced(bsn, space, around):
    written = space.join((bsn[:3], bsn[3:6], bsn[6:]))
    assert policies.holds_bsn(around.format(written))


@given(TEST_BSN, st.sampled_from("0123456789"))
def test_a_longer_number_is_no_bsn(bsn, digit):
    assert not policies.holds_bsn(f"{digit}{bsn}")
    assert not policies.holds_bsn(f"{bsn}{digit}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Case 2026-000123",
        "Call 06 99 99 99 99",
        "123456789",
        "On 21-11-2026 and 22-11-2026",
        "1.500.000 euro",
    ],
)
def test_other_numbers_are_no_bsn(text):
    assert not policies.holds_bsn(text)


@pytest.mark.parametrize(
    ("gets_in_the_way", "would_help", "field"),
    [
        ("We wait for a letter.", "", None),
        (" ", "Ask once.", "gets_in_the_way"),
        ("About 999900006.", "", "gets_in_the_way"),
        ("We wait.", "As with 9999 000 06", "would_help"),
    ],
)
def test_a_suggestion_says_what_gets_in_the_way_and_names_nobody(gets_in_the_way, would_help, field):
    assert refused_at(policies.check_suggestion, gets_in_the_way, would_help) == field


@pytest.mark.parametrize("phase", Phase.values)
@pytest.mark.parametrize("words", ["", " ", "It did not help."])
def test_only_stopping_asks_why(phase, words):
    asked = phase == "dropped" and not words.strip()
    assert refused_at(policies.check_move, phase, words) == ("words" if asked else None)


@pytest.mark.parametrize("phase", list(Phase))
def test_what_is_offered_is_what_the_machine_allows(phase):
    allowed = {str(t.target) for t in Suggestion(phase=phase).get_available_phase_transitions()}
    assert {str(target) for target in policies.REACHABLE[phase]} == allowed


@pytest.mark.parametrize("phase", list(Phase))
def test_the_arrow_keys_lead_only_to_where_one_may_go(phase):
    for side in policies.neighbours(phase):
        assert side == "" or side in policies.REACHABLE[phase]


@pytest.mark.parametrize(
    ("phase", "left", "right"),
    [
        ("proposed", "", "chosen"), ("chosen", "proposed", "trying"), ("trying", "chosen", "measured"),
        ("measured", "trying", "adopted"), ("adopted", "", ""), ("dropped", "proposed", ""),
    ],
)  # fmt: skip
def test_left_and_right_are_the_columns_beside(phase, left, right):
    assert policies.neighbours(phase) == (left, right)
