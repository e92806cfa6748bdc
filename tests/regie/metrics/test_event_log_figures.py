"""The figures of a log, worked out by hand on few cases."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from regie.metrics.event_log.figures import BaselineFigures
from regie.metrics.event_log.tracing import TracedCase

START = datetime(2024, 3, 4, 9, tzinfo=UTC)
UNTIL = START + timedelta(days=100)
CASE = TracedCase(
    case="1",
    route=(0, 1),
    first_at=START,
    last_at=START + timedelta(days=2),
    start_at=START,
    end_at=None,
    deadline_at=None,
    channel="Desk",
    resource_changes=1,
    several_responsible=False,
    oddities=(),
)


def day(number):
    return START + timedelta(days=number)


def figures(*cases):
    collected = BaselineFigures(UNTIL)
    for case in cases:
        collected.add(case)
    return collected.as_dict()


def test_cases_events_routes_channels_and_changes_are_counted():
    other = replace(CASE, route=(0, 2, 2), channel="", resource_changes=0, last_at=day(5))
    found = figures(CASE, CASE, other)
    assert (found["cases"], found["events"], found["routes"], found["top_route_cases"]) == (3, 7, 2, 2)
    assert (found["resource_changes"], found["cases_without_change"]) == (2, 1)
    assert list(found["channels"].items()) == [("Desk", 2), ("", 1)]
    assert found["first_to_last_days"] == {"median": 2, "mean": 3}


def test_terms_are_judged_only_where_the_deadline_has_passed_when_the_log_ends():
    found = figures(
        replace(CASE, deadline_at=day(10), end_at=day(10)),  # in time, to the moment
        replace(CASE, deadline_at=day(10), end_at=day(11)),  # late
        replace(CASE, deadline_at=day(99)),  # still runs, past due
        replace(CASE, deadline_at=day(101)),  # too young to judge
        replace(CASE, deadline_at=day(101), end_at=day(3)),  # ended early, but too young all the same
        CASE,
    )
    assert found["terms"] == {"due": 3, "due_ended_late": 1, "due_running": 1}
    assert (found["ended"], found["ended_after_deadline"]) == (3, 1)


def test_open_cases_lengthen_the_median_that_ended_cases_alone_would_give():
    ended = [replace(CASE, end_at=day(number)) for number in range(1, 12)]
    found = figures(*ended, *[CASE] * 5)
    assert found["start_to_end_days"] == {"median_ended": 6, "km_median": 8, "km_p80": None}
    assert found["quantiles"]["p80"]["state"] == "not_yet"
    assert found["quantiles"]["p80"]["more_than"] == 100


def test_too_few_ends_give_no_quantile():
    found = figures(*[replace(CASE, end_at=day(number)) for number in range(9)])
    assert found["start_to_end_days"] == {"median_ended": 4, "km_median": None, "km_p80": None}
    assert found["quantiles"]["median"]["state"] == "too_few"


def test_cases_that_never_end_and_no_cases_at_all_give_figures_that_can_be_stored():
    for found in (figures(CASE), figures()):
        assert found["start_to_end_days"]["median_ended"] is None
        json.dumps(found, allow_nan=False)


def test_a_negative_duration_is_kept():
    early = [replace(CASE, end_at=day(-1))] * 10
    assert figures(*early)["start_to_end_days"]["km_median"] == -1
