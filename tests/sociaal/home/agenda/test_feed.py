"""An agenda as a calendar file, read back with the package's own parser."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from sociaal.home.agenda.feed import AMSTERDAM, calendar_file
from sociaal.home.agenda.items import AgendaItem

MADE = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)
SITE = "https://sociaal.example"
TALK = AgendaItem(
    "conversation-7", datetime(2026, 11, 19, 9, 0, tzinfo=UTC), "Gesprek, casus 2026-000123", "/gesprek/7/"
)
TERM = AgendaItem(
    "term-3-x", date(2026, 12, 2), "Termijn eindigt, casus 2026-000123; nog, een", "/casus/2026-000123/"
)


def written(*items):
    return calendar_file(items, name="Agenda", site=SITE, made_at=MADE)


def events(*items):
    return Calendar.from_ical(written(*items)).events


def test_a_moment_has_its_hour_in_amsterdam_with_the_rules_of_that_zone():
    (event,) = events(TALK)
    assert event.start == datetime(2026, 11, 19, 10, 0, tzinfo=AMSTERDAM)
    assert event.end - event.start == timedelta(hours=1)
    assert b"DTSTART;TZID=Europe/Amsterdam:20261119T100000" in written(TALK)
    (zone,) = Calendar.from_ical(written(TALK)).timezones
    assert zone["TZID"] == "Europe/Amsterdam"


def test_in_summer_the_hour_is_that_of_summer():
    (event,) = events(AgendaItem("a", datetime(2027, 7, 1, 8, 0, tzinfo=UTC), "Gesprek"))
    assert event.start.hour == 10


def test_a_day_lasts_all_day_and_makes_nobody_busy():
    (event,) = events(TERM)
    assert (event.start, event.end) == (date(2026, 12, 2), date(2026, 12, 3))
    assert event["TRANSP"] == "TRANSPARENT"


def test_what_is_said_and_where_it_leads_come_back_whole():
    (event,) = events(TERM)
    assert event["SUMMARY"] == TERM.words
    assert event["URL"] == "https://sociaal.example/casus/2026-000123/"
    assert event["UID"] == "term-3-x@sociaal.example"
    assert b"VALARM" not in written(TERM)


def test_the_same_agenda_gives_the_same_bytes_and_an_empty_one_is_a_calendar_too():
    assert written(TALK, TERM) == written(TALK, TERM)
    assert Calendar.from_ical(written()).events == []
