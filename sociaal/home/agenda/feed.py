"""An agenda as a calendar file (iCalendar, RFC 5545). Pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from sociaal.home.agenda.items import AgendaItem

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
LASTS = timedelta(hours=1)
"""So long a conversation or appointment takes up in an agenda: nobody notes when one ends."""
EVERY = timedelta(hours=1)
"""How often a calendar program is asked to look again."""
DAY = timedelta(days=1)


def calendar_file(items: Iterable[AgendaItem], *, name: str, site: str, made_at: datetime) -> bytes:
    """The same items give the same bytes. `site` is the address of this program without a slash at its end;
    `made_at` stands as the time stamp that the format asks of each event.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Sociaal//Agenda//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", EVERY, parameters={"value": "DURATION"})
    for item in items:
        calendar.add_component(_event(item, site, made_at))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _event(item: AgendaItem, site: str, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{item.key}@{site.partition('://')[2]}")
    event.add("dtstamp", made_at)
    event.add("summary", item.words)
    if isinstance(item.when, datetime):
        start = item.when.astimezone(AMSTERDAM)
        event.add("dtstart", start)
        event.add("dtend", (item.when + LASTS).astimezone(AMSTERDAM))
    else:
        event.add("dtstart", item.when)
        event.add("dtend", item.when + DAY)
        event.add("transp", "TRANSPARENT")  # a whole day that does not make somebody busy
    if item.path:
        event.add("url", site + item.path)
    event.add("class", "PRIVATE")
    return event
