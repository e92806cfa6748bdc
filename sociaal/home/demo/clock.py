"""The simulated clock: working days and hours in Amsterdam. Nothing here reads the real time."""

from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from cases.terms.calendar import DECREED_DAYS, next_working_day

ZONE = ZoneInfo("Europe/Amsterdam")
OPENS, CLOSES = 8 * 60 + 30, 16 * 60 + 45
"""Working hours, in minutes of the day."""


def moment(day: date, minute: int) -> datetime:
    """A minute of a day."""
    return datetime.combine(day, time(minute // 60, minute % 60), tzinfo=ZONE)


def in_working_hours(day: date, rng: Random) -> datetime:
    """Some moment of this day, or of the next working day."""
    return moment(next_working_day(day, DECREED_DAYS), rng.randrange(OPENS, CLOSES))


def later(at: datetime, days: float, rng: Random) -> datetime:
    """A moment in working hours about so many days after `at`, and always after it.

    Within a day: some minutes later, if the working day is long enough.
    """
    if days < 1:
        soon = at + timedelta(minutes=rng.randrange(6, 50))
        if (
            soon.date() == next_working_day(soon.date(), DECREED_DAYS)
            and OPENS <= soon.hour * 60 + soon.minute < CLOSES
        ):
            return soon
        days = 1
    day = at.astimezone(ZONE).date() + timedelta(days=round(days))
    return in_working_hours(max(day, at.date() + timedelta(days=1)), rng)


def on_the_hour(day: date, rng: Random) -> datetime:
    """A moment for an appointment: whole or half hours."""
    return moment(
        next_working_day(day, DECREED_DAYS), rng.choice((9, 10, 11, 13, 14, 15)) * 60 + rng.choice((0, 30))
    )


def unique(at: datetime, taken: set[datetime]) -> datetime:
    """This moment, or a few seconds later: no two questions come in at the very same second.

    So the moment is the key by which a question is found back when loading goes on after an interruption.
    """
    while at in taken:
        at += timedelta(seconds=1)
    taken.add(at)
    return at
