"""What the page of a baseline says of figures, also of too few or none."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from regie.metrics.event_log.figures import BaselineFigures
from regie.metrics.queries import baseline_parts as parts

KNOWN = {"state": "known", "value": 52.5, "low": 50.6, "high": None, "more_than": 480.0}
TOO_FEW = {"state": "too_few", "value": None, "low": None, "high": None, "more_than": 3.0}
NOT_YET = {"state": "not_yet", "value": None, "low": 40.0, "high": None, "more_than": 90.0}


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("stored", "quantile", "interval"),
    [
        (KNOWN, "52 days", "51 days to not known yet"),
        (TOO_FEW, "too few to say", "–"),
        (NOT_YET, "not yet known (more than 90 days)", "40 days to not known yet"),
    ],
)
def test_a_quantile_is_said_with_its_interval_or_why_there_is_none(stored, quantile, interval):
    assert (parts.quantile(stored), parts.interval(stored)) == (quantile, interval)


def test_terms_are_said_over_the_cases_that_are_due():
    part = parts.terms({"terms": {"due": 1340, "due_ended_late": 377, "due_running": 39}})
    assert part.sentence == "Of 1,340 cases whose deadline had passed, 416 (31 %) were late."
    assert [row[1:] for row in part.rows] == [("924", "69 %"), ("377", "28 %"), ("39", "3 %")]


def test_a_log_without_deadlines_has_no_share_to_give():
    part = parts.terms({"terms": {"due": 0, "due_ended_late": 0, "due_running": 0}})
    assert [row[1:] for row in part.rows] == [("0", "–")] * 3


def test_handovers_are_counted_in_cases_and_in_changes():
    figures = {"cases": 10, "cases_without_change": 6, "resource_changes": 9, "several_responsible": 1}
    part = parts.handovers(figures)
    assert part.sentence == "In 6 (60 %) cases the work never changed hands."
    assert [row[1] for row in part.rows] == ["6", "4", "9", "1"]


def test_a_channel_that_was_not_recorded_is_said_so_in_chart_and_table():
    part = parts.channels({"cases": 4}, [("", 3), ("Desk", 1)])
    assert part.sentence == "Most cases came in through: not recorded."
    assert part.rows == [("not recorded", "3", "75 %"), ("Desk", "1", "25 %")]
    assert part.data["x"] == ["not recorded", "Desk"]


def test_the_chart_of_open_cases_has_the_numbers_of_its_table():
    part = parts.open_after({"open_after": [(0, 1, 1, 1), (7, 0.5, 0.4, 0.6)]})
    assert part.data["series"][0]["values"] == [(0, 1), (7, 0.5)]
    assert part.rows == [("0", "100 %", "100 % – 100 %"), ("7", "50 %", "40 % – 60 %")]


@pytest.mark.parametrize(("part", "said"), [(0, "0 %"), (5, "< 1 %"), (6, "1 %"), (995, "100 %")])
def test_a_share_that_is_not_nothing_is_never_said_to_be_nothing(part, said):
    assert parts.share_of(part, 1000) == said


def test_each_cell_knows_its_header_for_a_narrow_screen():
    part = parts.terms({"terms": {"due": 2, "due_ended_late": 1, "due_running": 0}})
    assert part.labelled_rows[1] == [("Deadline passed", "Ended late"), ("Cases", "1"), ("Share", "50 %")]


def test_the_figures_of_a_log_in_which_nothing_ended_can_all_be_said():
    figures = BaselineFigures(datetime(2024, 1, 1, tzinfo=UTC)).as_dict()
    for part in (parts.durations, parts.open_after, parts.terms, parts.handovers):
        assert part(figures).sentence
