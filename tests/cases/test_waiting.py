"""Who a case waits for follows from where it stands and from the help that is on its way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.enums import ArrangementState, CaseStatus
from cases.waiting import Waiting, expected_waits, subject_of

STATUSES = st.sampled_from(CaseStatus.values)
HELP = st.dictionaries(st.integers(1, 9), st.sampled_from(ArrangementState.values), max_size=4).map(
    lambda states: list(states.items())
)


@pytest.mark.parametrize(
    ("status", "on", "subject"),
    [
        ("registered", "us", "conversation"),
        ("conversation", "us", "conversation"),
        ("weighing", "us", "weighing"),
        ("deciding", "us", "procedure"),
        ("arranging", "us", "arrangement"),
        ("reviewing", "us", "review"),
    ],
)
def test_where_it_is_our_move_the_case_waits_on_us(status, on, subject):
    assert expected_waits(status, []) == {Waiting(on, subject)}


@pytest.mark.parametrize("status", CaseStatus.values)
def test_it_is_not_our_move_while_somebody_else_is_waited_for_about_this_step(status):
    assert expected_waits(status, [], {subject_of(status)}) == frozenset()
    assert expected_waits(status, [], {"other"}) == expected_waits(status, [])


def test_while_help_runs_nobody_is_waited_for():
    assert expected_waits("supported", [(1, "started")]) == frozenset()


@pytest.mark.parametrize("status", ["arranging", "supported"])
@pytest.mark.parametrize(
    ("state", "on"), [("proposed", "us"), ("requested", "provider"), ("accepted", "provider")]
)
def test_help_that_has_not_started_is_waited_for(status, state, on):
    assert expected_waits(status, [(7, state)]) == {Waiting(on, "arrangement", 7)}


@pytest.mark.parametrize("state", ["refused", "cancelled", "ended"])
def test_when_all_help_fell_away_while_arranging_it_is_our_move(state):
    assert expected_waits("arranging", [(7, state)]) == {Waiting("us", "arrangement")}


def test_each_help_on_its_way_is_its_own_wait():
    waits = expected_waits("arranging", [(1, "requested"), (2, "proposed"), (3, "refused")])
    assert waits == {Waiting("provider", "arrangement", 1), Waiting("us", "arrangement", 2)}


@given(HELP)
def test_a_closed_case_waits_for_nobody(help_on_its_way):
    assert expected_waits("closed", help_on_its_way) == frozenset()


@given(STATUSES, HELP)
def test_an_open_case_waits_unless_help_runs_and_a_wait_for_help_names_help_there_is(status, help_on_its_way):
    waits = expected_waits(status, help_on_its_way)
    assert waits or status in ("supported", "closed")
    assert {wait.arrangement for wait in waits} <= {None} | {key for key, _state in help_on_its_way}
