"""Flow: weeks, person-days per party and together, open work and the value stream."""

import itertools
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.metrics.flow import (
    UNION,
    Stay,
    Wait,
    days_within,
    in_progress,
    merged,
    per_week,
    value_stream,
    waits_by_party,
    waits_now,
)
from regie.metrics.journey import STEPS, is_return

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
ONE, TWO = ("case", 1), ("case", 2)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def test_a_moment_counts_in_the_week_of_its_day():
    mondays = [date(2026, 11, 9), date(2026, 11, 16)]
    moments = [datetime(2026, 11, day, 12, tzinfo=UTC) for day in (8, 9, 15, 16)]
    assert per_week(moments, mondays, datetime.date) == [2, 1]


def test_two_waits_at_once_on_one_party_are_one_for_the_resident():
    waits = [Wait(ONE, "provider", ago(10), None), Wait(ONE, "provider", ago(6), ago(2))]
    found = waits_by_party(waits, since=ago(91), now=NOW)
    assert found["provider"] == {"count": 1, "days": 10}
    assert found[UNION] == {"count": 1, "days": 10}


def test_waits_on_two_parties_count_for_each_and_once_together():
    waits = [
        Wait(ONE, "us", ago(10), ago(4)),
        Wait(ONE, "partner", ago(6), None),
        Wait(TWO, "us", ago(1), None),
    ]
    found = waits_by_party(waits, since=ago(91), now=NOW)
    assert found["us"] == {"count": 2, "days": 7}
    assert found["partner"] == {"count": 1, "days": 6}
    assert found[UNION] == {"count": 2, "days": 11}


def test_only_days_within_the_window_count():
    waits = [Wait(ONE, "us", ago(100), ago(90)), Wait(TWO, "us", ago(200), ago(150))]
    assert waits_by_party(waits, since=ago(91), now=NOW)["us"] == {"count": 1, "days": 1}


def test_now_waiting_is_who_waits_now_with_all_their_days():
    waits = [Wait(ONE, "us", ago(200), None), Wait(TWO, "us", ago(5), ago(1))]
    assert waits_now(waits, NOW)["us"] == {"count": 1, "days": 200}
    assert waits_now([], NOW)[UNION] == {"count": 0, "days": 0}


INTERVALS = st.lists(
    st.tuples(st.integers(0, 50), st.integers(0, 30)).map(
        lambda pair: (ago(pair[0] + pair[1]), ago(pair[0]))
    ),
    max_size=12,
)


@given(INTERVALS)
def test_merged_time_does_not_overlap_and_loses_nothing(intervals):
    found = merged(intervals)
    assert all(before[1] < after[0] for before, after in itertools.pairwise(found))
    for hour in range(0, 80 * 24, 12):
        moment = ago(hour / 24)
        inside = any(start <= moment < end for start, end in intervals)
        assert inside == any(start <= moment < end for start, end in found)


@given(INTERVALS)
def test_days_within_are_never_more_than_the_window(intervals):
    assert 0 <= days_within(merged(intervals), ago(20), ago(10)) <= 10


def test_open_work_is_held_against_what_half_and_most_take():
    open_work = {("case", n): ("weighing", ago(days)) for n, days in enumerate((5, 15, 50))}
    levels = dict.fromkeys(STEPS, (10.0, 40.0))
    assert in_progress(open_work, levels, NOW)["weighing"] == {"count": 3, "over_p50": 2, "over_p80": 1}
    unknown = dict.fromkeys(STEPS, (None, None))
    assert in_progress(open_work, unknown, NOW)["weighing"] == {"count": 3, "over_p50": 0, "over_p80": 0}


@pytest.mark.parametrize(
    ("step", "to", "back"),
    [
        ("reviewing", "arranging", True),
        ("reviewing", "supported", False),
        ("supported", "reviewing", False),
        ("weighing", "deciding", False),
        ("arranging", "weighing", True),
        ("arranging", "closed", False),
        ("arranging", "", False),
    ],
)
def test_going_back_is_leaving_for_an_earlier_step(step, to, back):
    assert is_return(step, to) is back


def test_the_value_stream_tells_of_each_step_how_many_how_long_and_for_whom():
    stays = [
        Stay(ONE, "arranging", ago(30), ago(20), "supported"),
        Stay(TWO, "arranging", ago(8), None),
        Stay(ONE, "reviewing", ago(12), ago(10), "arranging"),
        Stay(TWO, "arranging", ago(400), ago(390), "supported"),
    ]
    waits = [Wait(ONE, "provider", ago(28), ago(18)), Wait(TWO, "us", ago(9), None)]
    found = value_stream(stays, waits, since=ago(365), now=NOW)
    arranging = found["arranging"]
    assert (arranging["entered"], arranging["left"], arranging["returned"]) == (2, 1, 0)
    assert arranging["waits"] == {"provider": 8, "us": 8}
    assert (found["reviewing"]["left"], found["reviewing"]["returned"]) == (1, 1)
    assert found["weighing"]["entered"] == 0
