"""The estimator against a published reference, against plain counting, and against its own invariants."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.metrics.kaplan_meier import Observation, State, estimate

# Gehan (1965), weeks of remission of leukaemia: with 6-MP (still in remission: censored) and placebo.
SIX_MP_ENDED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
SIX_MP_RUNNING = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]


def ended(*times):
    return [Observation(exit=time, event=True) for time in times]


def running(*times):
    return [Observation(exit=time, event=False) for time in times]


def left(*times):
    return [Observation(exit=time, event=False, otherwise=True) for time in times]


six_mp = estimate(ended(*SIX_MP_ENDED) + running(*SIX_MP_RUNNING))


@pytest.mark.parametrize(
    ("week", "survival", "at_risk"),
    [
        (6, Fraction(6, 7), 21),
        (7, Fraction(96, 119), 17),
        (10, Fraction(64, 85), 15),
        (13, Fraction(176, 255), 12),
        (16, Fraction(32, 51), 11),
        (22, Fraction(64, 119), 7),
        (23, Fraction(160, 357), 6),
    ],
)
def test_survival_of_gehans_patients_is_as_published(week, survival, at_risk):
    assert six_mp.survival(week) == pytest.approx(float(survival), abs=1e-12)
    assert six_mp.at(week).at_risk == at_risk


def test_medians_of_gehans_patients_and_their_intervals_are_as_published():
    treated = six_mp.quantile(0.5, fewest_events=9)
    placebo = estimate(ended(*PLACEBO)).quantile(0.5)
    assert (treated.value, treated.low, treated.high, treated.at_risk) == (23, 13, None, 6)
    assert (placebo.value, placebo.low, placebo.high, placebo.at_risk) == (8, 4, 11, 12)


def test_with_nine_events_no_quantile_is_given_and_the_count_still_is():
    median = six_mp.quantile(0.5)
    assert (median.state, median.value, median.events) == (State.TOO_FEW, None, 9)
    assert estimate(ended(*range(10))).quantile(0.5).state == State.KNOWN


def test_a_level_that_survival_never_reaches_is_not_yet_known():
    curve = estimate(ended(*range(1, 11)) + running(*[40] * 30))
    late = curve.quantile(0.8)
    assert (late.state, late.value, late.more_than, late.high) == (State.NOT_YET, None, 40, None)
    assert curve.quantile(0.25).value == 10


def test_nobody_observed_gives_an_empty_curve():
    curve = estimate([])
    assert (curve.survival(3), curve.events, curve.longest, curve.ended_otherwise()) == (1.0, 0, 0.0, 0.0)
    assert curve.quantile(0.5).state == State.TOO_FEW


def test_negative_durations_are_kept_as_the_shortest():
    curve = estimate(ended(-2, *range(1, 10)))
    assert (curve.steps[0].time, curve.steps[0].at_risk, curve.survival(0)) == (-2, 10, 0.9)


def test_who_entered_late_counts_only_from_then_on():
    late = Observation(entry=5, exit=9, event=True)
    curve = estimate([*ended(3, 5, 7), late])
    assert [(step.time, step.at_risk) for step in curve.steps] == [(3, 3), (5, 2), (7, 2), (9, 1)]


def test_a_wait_that_ended_otherwise_is_censored_and_its_share_is_given():
    curve = estimate(ended(1, 3) + left(2, 4) + running(5))
    assert curve.survival(4) == pytest.approx(4 / 5 * 2 / 3)
    assert curve.ended_otherwise(2) == pytest.approx(1 / 5)
    assert curve.ended_otherwise() == pytest.approx(2 / 5)
    assert curve.events == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"exit": 3, "entry": 3, "event": True},
        {"exit": 3, "entry": 4, "event": False},
        {"exit": 3, "entry": -1, "event": True},
        {"exit": math.nan, "event": True},
        {"exit": math.inf, "event": False},
        {"exit": 3, "event": True, "otherwise": True},
    ],
)
def test_an_impossible_observation_is_refused(wrong):
    with pytest.raises(ValueError, match=r"time|milestone"):
        Observation(**wrong)


@pytest.mark.parametrize("share", [0, 1, -0.5, 80])
def test_a_quantile_is_asked_as_a_share_between_0_and_1(share):
    with pytest.raises(ValueError, match="between 0 and 1"):
        six_mp.quantile(share)


times = st.integers(-5, 60)
kinds = st.sampled_from([ended, running, left])
people = st.lists(st.tuples(kinds, times).map(lambda one: one[0](one[1])[0]), max_size=60)


@given(people)
def test_survival_only_falls_and_lies_within_its_interval(observations):
    steps = estimate(observations).steps
    survivals = [1.0, *(step.survival for step in steps)]
    assert survivals == sorted(survivals, reverse=True)
    assert all(-1e-12 <= step.low <= step.survival <= step.high <= 1 for step in steps)


@given(people, st.randoms(use_true_random=False))
def test_the_order_of_the_observations_does_not_matter(observations, random):
    shuffled = observations.copy()
    random.shuffle(shuffled)
    assert estimate(shuffled) == estimate(observations)


@given(st.lists(times, min_size=10, max_size=80), st.integers(1, 19))
def test_without_censoring_a_quantile_is_the_empirical_one(durations, twentieths):
    found = estimate(ended(*durations)).quantile(twentieths / 20)
    rank = math.ceil(Fraction(twentieths, 20) * len(durations))
    assert found.value == sorted(durations)[rank - 1]
    assert found.low <= found.value <= (math.inf if found.high is None else found.high)


@given(people)
def test_the_shares_reached_otherwise_and_still_waiting_add_up_to_one(observations):
    reached = [Observation(exit=o.exit, event=o.otherwise, otherwise=o.event) for o in observations]
    waiting = estimate(Observation(exit=o.exit, event=o.event or o.otherwise) for o in observations)
    both = estimate(observations).ended_otherwise() + estimate(reached).ended_otherwise()
    assert both + waiting.survival(waiting.longest) == pytest.approx(1)


@given(people, st.integers(1, 4))
def test_entering_before_the_first_event_equals_entering_at_the_start(observations, entry):
    started = [Observation(exit=o.exit + 10, event=o.event, otherwise=o.otherwise) for o in observations]
    entered = [Observation(entry=entry, exit=o.exit, event=o.event, otherwise=o.otherwise) for o in started]
    assert estimate(entered) == estimate(started)
