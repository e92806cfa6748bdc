"""Moments are read as the log means them, also around midnight and when the clock is set."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from regie.metrics.event_log.times import MomentReader


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def reader(time_format=""):
    return MomentReader("Europe/Amsterdam", time_format)


@pytest.mark.parametrize(
    ("text", "time_format", "moment"),
    [
        ("2024-07-01 10:00", "", datetime(2024, 7, 1, 8, tzinfo=UTC)),
        ("2024-01-01 10:00", "", datetime(2024, 1, 1, 9, tzinfo=UTC)),
        ("2024-01-01 10:00:00.25+05:00", "", datetime(2024, 1, 1, 5, 0, 0, 250000, tzinfo=UTC)),
        ("2024-01-01T10:00:00.123456789Z", "", datetime(2024, 1, 1, 10, 0, 0, 123456, tzinfo=UTC)),
        ("2024-07-01", "", datetime(2024, 6, 30, 22, tzinfo=UTC)),
        ("1-7-2024 10:00", "%d-%m-%Y %H:%M", datetime(2024, 7, 1, 8, tzinfo=UTC)),
        ("2024-10-27 02:30", "", datetime(2024, 10, 27, 0, 30, tzinfo=UTC)),  # the first of the two
    ],
)
def test_a_moment_is_read_in_the_zone_of_the_log(text, time_format, moment):
    assert reader(time_format).read(text) == moment


@pytest.mark.parametrize("text", ["", "gisteren", "2024-13-01", "2024-07-01 25:00", "9999-12-31T23:00-05:00"])
def test_what_is_no_moment_is_refused_with_what_it_says(text):
    with pytest.raises(ValueError, match="is not a date and time"):
        reader().read(text)


def test_a_column_with_offsets_on_some_lines_only_is_refused():
    moments = reader()
    moments.read("2024-07-01T10:00+02:00")
    with pytest.raises(ValueError, match="only some have a UTC offset"):
        moments.read("2024-07-01T10:0" + "0")


@pytest.mark.parametrize(("text", "time_format"), [("2024-07-01", ""), ("01-07-2024", "%d-%m-%Y")])
def test_a_deadline_without_a_time_lasts_until_the_end_of_that_day(text, time_format):
    deadline = reader(time_format).read_deadline(text)
    assert deadline == datetime(2024, 7, 1, 21, 59, 59, 999999, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "time_format"), [("2024-07-01 12:00", ""), ("01-07-2024 12:00", "%d-%m-%Y %H:%M")]
)
def test_a_deadline_with_a_time_ends_at_that_time(text, time_format):
    assert reader(time_format).read_deadline(text) == datetime(2024, 7, 1, 10, tzinfo=UTC)
