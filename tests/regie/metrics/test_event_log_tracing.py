"""Events become cases; what does not agree is settled by rule and listed as odd."""

from datetime import UTC, datetime, timedelta

import pytest

from regie.metrics.event_log.oddities import Oddity
from regie.metrics.event_log.reading import LoggedEvent
from regie.metrics.event_log.tracing import trace_cases

MONDAY = datetime(2024, 3, 4, 9, tzinfo=UTC)
DAY = timedelta(days=1)
FIELDS = {
    "case": "1",
    "at": MONDAY,
    "activity": 0,
    "resource": 0,
    "start": None,
    "end": None,
    "deadline": None,
    "channel": "",
    "responsible": None,
}


def event(line=2, **fields):
    return LoggedEvent(line=line, **(FIELDS | fields))


def trace(*events, until=MONDAY + 30 * DAY, starts_named=False):
    return list(trace_cases(events, until=until, starts_named=starts_named))


def test_a_case_runs_from_its_first_to_its_last_event_along_its_route():
    (case,) = trace(event(), event(activity=2, at=MONDAY + DAY), event(activity=1, at=MONDAY + 3 * DAY))
    assert (case.route, case.first_to_last_days) == ((0, 2, 1), 3)
    assert (case.first_at, case.start_at, case.end_at) == (MONDAY, MONDAY, None)
    assert case.start_to_end_days(MONDAY + 30 * DAY) == 30


def test_each_case_gets_its_own_events():
    cases = trace(event(), event(case="2"), event(case="2", at=MONDAY + DAY))
    assert [(case.case, len(case.route)) for case in cases] == [("1", 1), ("2", 2)]


@pytest.mark.parametrize(
    ("resources", "changes"),
    [
        ((0,), 0),
        ((0, 0, 0), 0),
        ((0, 1, 0), 2),
        ((0, None, 0), 0),
        ((0, None, 1), 1),
        ((None, 0, 0), 0),
        ((None, None), 0),
    ],
)
def test_a_change_of_resource_is_counted_between_events_whose_resource_is_known(resources, changes):
    (case,) = trace(*(event(resource=resource) for resource in resources))
    assert case.resource_changes == changes


def test_a_case_with_two_different_ends_ended_at_the_latest_and_is_odd():
    (case,) = trace(event(end=MONDAY + 9 * DAY), event(end=MONDAY + 5 * DAY), event(end=MONDAY + 9 * DAY))
    assert (case.end_at, case.oddities) == (MONDAY + 9 * DAY, (Oddity.SEVERAL_ENDS,))


def test_an_end_named_on_one_line_only_counts_and_is_not_odd():
    (case,) = trace(event(), event(end=MONDAY + DAY), event())
    assert (case.end_at, case.oddities) == (MONDAY + DAY, ())


def test_of_two_starts_the_earliest_counts_of_two_channels_the_first_of_two_deadlines_the_last():
    (case,) = trace(
        event(start=MONDAY, channel="Desk", deadline=MONDAY + 9 * DAY),
        event(start=MONDAY - DAY, channel="Post", deadline=MONDAY + 5 * DAY),
        event(),
    )
    assert (case.start_at, case.channel, case.deadline_at) == (MONDAY - DAY, "Desk", MONDAY + 5 * DAY)
    assert set(case.oddities) == {
        Oddity.SEVERAL_STARTS,
        Oddity.SEVERAL_CHANNELS,
        Oddity.SEVERAL_DEADLINES,
    }


def test_an_end_before_the_start_is_kept_below_zero_and_is_odd():
    (case,) = trace(event(start=MONDAY, end=MONDAY - DAY))
    assert (case.start_to_end_days(MONDAY), case.oddities) == (-1, (Oddity.END_BEFORE_START,))


def test_an_open_case_that_starts_after_the_log_is_odd():
    (case,) = trace(event(start=MONDAY + 2 * DAY), until=MONDAY)
    assert (case.start_to_end_days(MONDAY), case.oddities) == (-2, (Oddity.START_AFTER_LOG,))


def test_a_missing_start_is_odd_only_where_the_log_names_starts():
    assert trace(event(), starts_named=True)[0].oddities == (Oddity.NO_START,)
    assert trace(event(), starts_named=False)[0].oddities == ()


def test_more_than_one_responsible_person_is_noticed_without_saying_who():
    (case,) = trace(event(responsible=3), event(), event(responsible=4))
    assert case.several_responsible is True
    assert trace(event(responsible=3), event(responsible=3))[0].several_responsible is False
