from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.terms.calendar import DECREED_DAYS, after_working_days, is_working_day, next_working_day


def easter(year: int) -> date:
    """Gauss's rule with its two exceptions, so that the package is not checked with itself."""
    century = year // 100
    shift = (15 - (13 + 8 * century) // 25 + century - century // 4) % 30
    days = (19 * (year % 19) + shift) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) + 6 * days + (4 + century - century // 4) % 7) % 7
    sunday = days + weekday
    if (days == 29 and weekday == 6) or (days == 28 and weekday == 6 and (11 * shift + 11) % 30 < 19):
        sunday -= 7
    return date(year, 3, 22) + timedelta(days=sunday)


def holidays_by_hand(year: int) -> set[date]:
    kings_day = date(year, 4, 27)
    if kings_day.weekday() == 6:
        kings_day -= timedelta(days=1)
    moving = {easter(year) + timedelta(days=n) for n in (-2, 1, 39, 50)}
    fixed = {date(year, 1, 1), kings_day, date(year, 5, 5), date(year, 12, 25), date(year, 12, 26)}
    return moving | fixed


@given(st.dates(date(2015, 1, 1), date(2060, 12, 31)))
def test_a_working_day_is_no_weekend_no_holiday_and_no_decreed_day(day):
    expected = day.weekday() < 5 and day not in holidays_by_hand(day.year) and day not in DECREED_DAYS
    assert is_working_day(day, DECREED_DAYS) is expected


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026, 2027, 2028])
def test_the_fifth_of_may_is_a_holiday_in_every_year(year):
    assert not is_working_day(date(year, 5, 5), ())


@pytest.mark.parametrize("day", sorted(DECREED_DAYS))
def test_a_decreed_day_is_a_weekday_and_counts_only_while_it_is_in_the_table(day):
    assert day.weekday() < 5
    assert not is_working_day(day, DECREED_DAYS)
    assert is_working_day(day, ())


def test_kings_day_moves_to_saturday_when_it_would_be_a_sunday():
    assert not is_working_day(date(2025, 4, 26), ())
    assert is_working_day(date(2025, 4, 28), ())


@given(st.dates(date(2015, 1, 1), date(2060, 12, 31)))
def test_the_next_working_day_is_the_first_one_from_the_day_itself(day):
    found = next_working_day(day, DECREED_DAYS)
    assert is_working_day(found, DECREED_DAYS)
    assert not any(is_working_day(day + timedelta(days=n), DECREED_DAYS) for n in range((found - day).days))


@pytest.mark.parametrize(
    ("day", "number", "expected"),
    [
        (date(2026, 11, 18), 3, date(2026, 11, 23)),  # over a weekend
        (date(2026, 12, 24), 1, date(2026, 12, 28)),  # over Christmas and a weekend
        (date(2026, 11, 21), 1, date(2026, 11, 23)),  # asked on a Saturday
        (date(2026, 11, 18), 0, date(2026, 11, 18)),
    ],
)
def test_so_many_working_days_after_a_day(day, number, expected):
    assert after_working_days(day, number, DECREED_DAYS) == expected
