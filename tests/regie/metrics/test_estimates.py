"""Cohort and period: who is observed from when, and what is stored of it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.metrics.estimates import Timed, at_risk, cohort, period, stored
from regie.metrics.kaplan_meier import Observation

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def seen(observation: Observation) -> tuple[float, float, bool, bool]:
    return observation.entry, observation.exit, observation.event, observation.otherwise


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Timed(ago(10), ago(4)), (0, 6, True, False)),
        (Timed(ago(10), ago(4), event=False), (0, 6, False, True)),
        (Timed(ago(10)), (0, 10, False, False)),
        (Timed(ago(30)), (0, 30, False, False)),
        (Timed(ago(31)), None),
        (Timed(ago(-1)), None),
    ],
)
def test_a_cohort_is_who_came_in_since_and_who_still_waits_is_censored_now(span, expected):
    found = [seen(one) for one in cohort([span], since=ago(30), now=NOW)]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Timed(ago(10), ago(4)), (0, 6, True, False)),
        (Timed(ago(50)), (20, 50, False, False)),
        (Timed(ago(50), ago(10)), (20, 40, True, False)),
        (Timed(ago(50), ago(10), event=False), (20, 40, False, True)),
        (Timed(ago(50), ago(30)), None),
        (Timed(ago(50), ago(40)), None),
        (Timed(ago(5), ago(6)), (0, -1, True, False)),
    ],
)
def test_in_a_period_who_already_waited_enters_with_the_age_they_had(span, expected):
    found = [seen(one) for one in period([span], since=ago(30), now=NOW)]
    assert found == ([expected] if expected else [])


def test_what_is_stored_adds_up():
    spans = [Timed(ago(20), ago(20 - days)) for days in range(1, 13)]
    spans += [Timed(ago(20), ago(5), event=False), Timed(ago(20)), Timed(ago(20))]
    figures = stored(cohort(spans, since=ago(30), now=NOW))
    assert (figures["total"], figures["events"], figures["otherwise"], figures["running"]) == (15, 12, 1, 2)
    assert figures["median"]["value"] == 8
    assert figures["p80"] | {"low": 0, "high": 0} == {
        "share": 0.8, "state": "known", "events": 12, "more_than": 20.0, "value": 12.0, "low": 0, "high": 0,
        "at_risk": 4,
    }  # fmt: skip
    assert figures["curve"][0] == [0, 1.0, 1.0, 1.0, 15]


def test_fewer_than_ten_that_reached_it_are_too_few_to_say():
    spans = [Timed(ago(20), ago(10)) for _turn in range(9)]
    assert stored(cohort(spans, since=ago(30), now=NOW))["median"]["state"] == "too_few"


def test_without_anybody_there_are_no_points():
    assert stored([])["curve"] == []


SPANS = st.lists(
    st.builds(
        lambda start, length, event: Timed(
            ago(start), None if length is None else ago(start) + timedelta(days=length), event
        ),
        st.floats(0, 400),
        st.none() | st.floats(0, 400),
        st.booleans(),
    ),
    max_size=30,
)


@given(SPANS)
def test_everybody_is_reached_otherwise_or_waiting_and_the_curve_never_rises(spans):
    for observations in (cohort(spans, since=ago(365), now=NOW), period(spans, since=ago(17), now=NOW)):
        figures = stored(observations)
        assert figures["events"] + figures["otherwise"] + figures["running"] == figures["total"]
        shares = [point[1] for point in figures["curve"]]
        assert shares == sorted(shares, reverse=True)
        assert len(figures["curve"]) <= 75


def test_at_risk_is_who_is_observed_and_still_waits_after_that_day():
    observations = [Observation(exit=5, event=True), Observation(exit=9, event=False, entry=4)]
    assert [at_risk(observations, day) for day in (0, 3, 4, 5, 9)] == [1, 1, 2, 1, 0]
