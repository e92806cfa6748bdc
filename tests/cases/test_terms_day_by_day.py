"""The same terms counted day by day, by another way: no function, table or package of the product is used."""

from datetime import date, timedelta
from functools import cache
from random import Random

from cases.terms import Period, TermCode, due_date

ONE = timedelta(days=1)
DECREED = {
    date(2023, 4, 28), date(2023, 5, 19), date(2024, 5, 10), date(2024, 12, 27), date(2025, 5, 30),
    date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26),
}  # fmt: skip
DAYS = {
    "WMO_ONDERZOEK": 42, "WMO_PERSOONLIJK_PLAN": 7, "WMO_BESCHIKKING": 14, "AWB_REDELIJK": 56,
    "PW_ZOEKTERMIJN_27MIN": 28, "PW_VOORSCHOT": 28, "WGS_EERSTE_GESPREK": 28, "WGS_BESCHIKKING": 56,
    "AWB_BEZWAAR": 42, "AWB_BEZWAAR_BESLUIT": 42, "AWB_BEZWAAR_COMMISSIE": 84, "AWB_BEROEP": 42,
}  # fmt: skip
STAND_STILL = {"WMO_BESCHIKKING", "AWB_REDELIJK", "WGS_BESCHIKKING"}


def easter(year):
    """Easter Sunday by the Gauss-Butcher computation for the Gregorian calendar."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


@cache
def is_day_off(day):
    sunday = easter(day.year)
    king = date(day.year, 4, 27)
    feasts = {
        date(day.year, 1, 1), date(day.year, 5, 5), date(day.year, 12, 25), date(day.year, 12, 26),
        king - ONE if king.weekday() == 6 else king,
        *(sunday + timedelta(days=after) for after in (-2, 1, 39, 50)),
    }  # fmt: skip
    return day.weekday() >= 5 or day in feasts or day in DECREED


def counted(code, start, still):
    """Walk from the start, cross off each day that counts, and stop at a day on which it may end."""
    still = still if code in STAND_STILL else set()
    left, working, day = DAYS.get(code, 3), 0, start
    while True:
        day += ONE
        if day in still:
            continue
        works = not is_day_off(day)
        working += works
        left -= works if code == "WGS_BEDREIGEND" else 1
        if left <= 0 and working >= 2 and works:
            return day


def suspensions(chance, start):
    """At most three periods around the term, at times overlapping."""
    for _number in range(chance.choice((0, 0, 1, 1, 2, 3))):
        first = start + timedelta(days=chance.randint(-10, 70))
        yield Period(first, first + timedelta(days=chance.randint(0, 40)))


def test_ten_thousand_random_starts_end_on_the_same_day():
    chance = Random(20261121)
    codes = [*DAYS, "WGS_BEDREIGEND"]
    for _number in range(10_000):
        code = chance.choice(codes)
        start = date(2023, 1, 1) + timedelta(days=chance.randrange(6 * 365))
        periods = list(suspensions(chance, start))
        still = {p.first + timedelta(days=n) for p in periods for n in range((p.last - p.first).days + 1)}
        found = due_date(TermCode(code), start, periods, decreed=DECREED)
        assert found.date == counted(code, start, still), (code, start, periods)
