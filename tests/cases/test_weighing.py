from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.enums import Track, Weight
from cases.weighing import (
    LADDER,
    MissingCode,
    RungView,
    TrackReason,
    WeighingView,
    check_weighing,
    is_complete,
    suggest_track,
)

TODAY = date(2026, 3, 2)
M = MissingCode
YES, NO, UNKNOWN = True, False, None


@pytest.mark.parametrize(
    ("safety", "clear", "stable", "parties", "track"),
    [
        (YES, YES, YES, 0, Track.REGIE),
        (YES, NO, NO, 5, Track.REGIE),
        (YES, UNKNOWN, UNKNOWN, UNKNOWN, Track.REGIE),
        (NO, YES, YES, 0, Track.FAST),
        (NO, YES, YES, 1, Track.FAST),
        (UNKNOWN, YES, YES, 1, Track.FAST),
        (NO, YES, YES, 2, Track.REGULAR),
        (NO, YES, YES, 3, Track.REGIE),
        (NO, YES, NO, 1, Track.REGULAR),
        (NO, YES, UNKNOWN, 1, Track.REGULAR),
        (NO, YES, NO, 2, Track.REGULAR),
        (NO, NO, YES, 0, Track.REGULAR),
        (NO, NO, YES, 1, Track.REGULAR),
        (NO, NO, YES, 2, Track.REGIE),
        (NO, UNKNOWN, NO, 2, Track.REGIE),
        (NO, NO, NO, 3, Track.REGIE),
        (NO, YES, NO, 7, Track.REGIE),
        (NO, YES, YES, UNKNOWN, Track.REGULAR),
        (NO, NO, NO, UNKNOWN, Track.REGULAR),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, Track.REGULAR),
    ],
)
def test_the_track_follows_the_table(safety, clear, stable, parties, track):
    found = suggest_track(safety_at_stake=safety, clear_how=clear, stable=stable, parties_needed=parties)
    assert found.track == track
    assert found.reasons


@pytest.mark.parametrize(("clear", "stable", "safety"), list(product([YES, NO], repeat=3)))
@pytest.mark.parametrize("parties", [0, 1, 2, 3, 4])
def test_unknown_counts_as_no(safety, clear, stable, parties):
    def track(**answers):
        return suggest_track(parties_needed=parties, **answers).track

    known = {"safety_at_stake": safety, "clear_how": clear, "stable": stable}
    unknown = {name: answer or None for name, answer in known.items()}
    assert track(**unknown) == track(**known)


def test_the_suggestion_says_why():
    found = suggest_track(safety_at_stake=NO, clear_how=NO, stable=UNKNOWN, parties_needed=1)
    assert found.reasons == (TrackReason.NOT_CLEAR, TrackReason.NOT_STABLE)


def test_a_negative_number_of_parties_is_a_mistake():
    with pytest.raises(ValueError, match="negative"):
        suggest_track(safety_at_stake=NO, clear_how=YES, stable=YES, parties_needed=-1)


def rung(weight, considered="Looked at", why_not="Will not do"):
    return RungView(weight, considered=considered, why_not=why_not)


def specialist(**changes):
    complete = {
        "behind_question": "She is afraid to fall",
        "rungs": [rung(weight) for weight in LADDER],
        "weight": Weight.SPECIALIST,
        "made_by_id": 1,
        "second_reader_id": 2,
        "second_reader_agrees": True,
        "lighter_again_date": date(2026, 9, 1),
    }
    return WeighingView(**(complete | changes))


def codes(view):
    return [missing.code for missing in check_weighing(view, today=TODAY)]


def test_a_complete_specialist_weighing_misses_nothing():
    assert is_complete(specialist(), today=TODAY)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"behind_question": "  "}, [M.BEHIND_QUESTION]),
        ({"weight": ""}, [M.NOTHING_CHOSEN]),
        ({"second_reader_id": None}, [M.SECOND_READER]),
        ({"second_reader_id": 1}, [M.SECOND_READER_IS_AUTHOR]),
        ({"second_reader_agrees": None}, [M.SECOND_READER_WAITING]),
        ({"second_reader_agrees": False}, [M.SECOND_READER_DISAGREED]),
        ({"lighter_again_date": None}, [M.LOOK_AGAIN]),
        ({"lighter_again_date": TODAY}, [M.LOOK_AGAIN_PASSED]),
        (
            {"rungs": [rung("general"), rung("specialist")]},
            [M.SOCIAL_BASE_UNCONSIDERED, M.SOCIAL_BASE_WHY_NOT],
        ),
        (
            {"rungs": [rung("social_base"), rung("general", why_not=" "), rung("specialist")]},
            [M.GENERAL_WHY_NOT],
        ),
        (
            {"rungs": [rung("social_base", considered=False), *map(rung, LADDER[1:])]},
            [M.SOCIAL_BASE_UNCONSIDERED],
        ),
        ({"rungs": [rung("social_base"), rung("general")]}, [M.CHOSEN_UNCONSIDERED]),
    ],
)
def test_a_specialist_weighing_names_what_it_misses(changes, expected):
    assert codes(specialist(**changes)) == expected


@pytest.mark.parametrize(
    ("weight", "expected"),
    [
        (Weight.SOCIAL_BASE, [M.CHOSEN_UNCONSIDERED]),
        (Weight.GENERAL, [M.SOCIAL_BASE_UNCONSIDERED, M.SOCIAL_BASE_WHY_NOT, M.CHOSEN_UNCONSIDERED]),
    ],
)
def test_a_lighter_solution_asks_for_no_second_reader_and_no_day(weight, expected):
    assert codes(WeighingView(behind_question="Lonely", weight=weight)) == expected


def test_an_empty_weighing_asks_first_what_lies_behind_the_question():
    missing = check_weighing(WeighingView(), today=TODAY)
    assert [item.field for item in missing] == ["behind_question", "weight"]
    assert all(str(item.message) for item in missing)


texts = st.sampled_from(["", " ", "Something"])
rungs = st.lists(st.builds(RungView, st.sampled_from(Weight), texts, texts, texts), max_size=3)


@given(rungs, st.sampled_from(Weight))
def test_no_heavier_rung_is_complete_with_a_lighter_one_unconsidered(written, weight):
    view = specialist(rungs=written, weight=weight)
    if is_complete(view, today=TODAY):
        by_weight = {Weight(item.weight): item for item in written}
        for lighter in LADDER[: LADDER.index(weight)]:
            assert by_weight[lighter].considered.strip()
            assert by_weight[lighter].why_not.strip()
