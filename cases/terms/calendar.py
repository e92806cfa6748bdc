"""Working days and recognised holidays, as the Algemene termijnenwet (ATW) means them.

The fixed holidays are rules. The days put on a par with a Sunday by decree are facts that come with the
years: every function is given them, and `cases.queries.calendar_days` reads them from the administrator's
table.
"""

from collections.abc import Collection
from datetime import date, timedelta
from functools import cache

import holidays

DAY = timedelta(days=1)
SATURDAY = 5

DECREED_DAYS: frozenset[date] = frozenset(
    date.fromisoformat(day)
    for day in (
        "2023-04-28",
        "2023-05-19",
        "2024-05-10",
        "2024-12-27",
        "2025-05-30",
        "2026-01-02",
        "2026-05-15",
        "2027-05-07",
        "2028-04-28",
        "2028-05-26",
    )
)
"""Days put on a par with a holiday by decree (ATW art. 3 lid 3), 2023 to 2028: with these the table begins.
No package has them; they were taken from a secondary source that cites the decrees."""


@cache
def recognised_holidays(year: int) -> frozenset[date]:
    """ATW art. 3 lid 1 and 2, without the decreed days.

    The optional category is asked for too: it has 5 May in every year, the public one only in lustrum years.
    """
    return frozenset(holidays.country_holidays("NL", years=year, categories=("public", "optional")))


def holiday_names(year: int, language: str) -> dict[date, str]:
    """The names of `recognised_holidays`, in Dutch or English."""
    names = holidays.country_holidays(
        "NL", years=year, categories=("public", "optional"), language="nl" if language == "nl" else "en_US"
    )
    return dict(names)


def is_working_day(day: date, decreed: Collection[date]) -> bool:
    """Not a Saturday, Sunday, recognised holiday or decreed day."""
    return day.weekday() < SATURDAY and day not in recognised_holidays(day.year) and day not in decreed


def after_working_days(day: date, number: int, decreed: Collection[date]) -> date:
    """The working day that comes so many working days after this day, which itself does not count."""
    for _nth in range(number):
        day = next_working_day(day + DAY, decreed)
    return day


def next_working_day(day: date, decreed: Collection[date]) -> date:
    """The day itself when it is a working day, else the first one after it (ATW art. 1)."""
    while not is_working_day(day, decreed):
        day += DAY
    return day
