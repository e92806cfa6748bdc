"""From a term and its start to its end: suspensions, ordinances, the Algemene termijnenwet."""

from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.terms import DECREED_DAYS, Length, Period, TermCode, Unit, compute
from cases.terms.calendar import is_working_day as works
from cases.terms.compute import by_atw, falls_under_atw

T = TermCode
after = partial(compute.after, decreed=DECREED_DAYS)
due_date = partial(compute.due_date, decreed=DECREED_DAYS)
is_working_day = partial(works, decreed=DECREED_DAYS)


def day(text: str) -> date:
    return date.fromisoformat(text)


# Wmo applications of Monday 1 June 2026: without a suspension decided by Monday 15 June.
SUSPENDED = [
    ("a week to complete", [Period.to_complete(day("2026-06-03"), day("2026-06-10"))], "2026-06-22"),
    ("completed the next day", [Period.to_complete(day("2026-06-03"), day("2026-06-04"))], "2026-06-15"),
    ("completed the same day", [Period.to_complete(day("2026-06-03"), day("2026-06-03"))], "2026-06-15"),
    ("consent to a postponement", [Period(day("2026-06-08"), day("2026-06-12"))], "2026-06-22"),
    (
        "overlapping",
        [Period(day("2026-06-04"), day("2026-06-09")), Period(day("2026-06-08"), day("2026-06-12"))],
        "2026-06-24",
    ),
    ("begun before the application", [Period(day("2026-05-20"), day("2026-06-02"))], "2026-06-16"),
    (
        "asked on the last day, so too late",
        [Period.to_complete(day("2026-06-15"), day("2026-06-25"))],
        "2026-06-15",
    ),
    ("long after the term", [Period(day("2026-07-01"), day("2026-07-31"))], "2026-06-15"),
    (
        "twice",
        [Period(day("2026-06-04"), day("2026-06-05")), Period(day("2026-06-10"), day("2026-06-11"))],
        "2026-06-19",
    ),
]


@pytest.mark.parametrize(
    ("suspensions", "due"), [row[1:] for row in SUSPENDED], ids=[row[0] for row in SUSPENDED]
)
def test_a_suspension_moves_the_date(suspensions, due):
    assert due_date(T.WMO_BESCHIKKING, day("2026-06-01"), suspensions).date == day(due)


def test_a_suspension_without_an_end_lasts_until_the_day_we_look():
    running = [Period.to_complete(day("2026-06-03"))]
    seen = due_date(T.WMO_BESCHIKKING, day("2026-06-01"), running, on=day("2026-06-05"))
    assert (seen.date, seen.suspended_days, seen.suspension_runs) == (day("2026-06-17"), 2, True)


def test_a_suspension_that_began_after_the_term_does_not_move_it_along():
    late = [Period(day("2026-06-16"))]
    seen = due_date(T.WMO_BESCHIKKING, day("2026-06-01"), late, on=day("2026-06-20"))
    assert (seen.date, seen.suspended_days, seen.suspension_runs) == (day("2026-06-15"), 0, False)


def test_a_suspension_without_an_end_cannot_be_counted_without_a_day():
    with pytest.raises(ValueError, match="without an end"):
        due_date(T.WMO_BESCHIKKING, day("2026-06-01"), [Period(day("2026-06-03"))])


@pytest.mark.parametrize("term", [T.WMO_ONDERZOEK, T.WGS_BEDREIGEND, T.AWB_BEZWAAR, T.PW_VOORSCHOT])
def test_a_suspension_does_not_move_what_is_no_decision_on_an_application(term):
    start = day("2026-06-01")
    seen = due_date(term, start, [Period(start, day("2026-06-30"))])
    assert (seen.date, seen.suspended_days) == (due_date(term, start).date, 0)


@pytest.mark.parametrize(
    ("ordinance", "due"),
    [
        (Length(5, Unit.WEEKS), "2026-05-04"),
        (Length(36, Unit.DAYS), "2026-05-05"),  # an ordinance is no statute: the ATW moves nothing
        (Length(12, Unit.WEEKS), "2026-05-26"),  # the law's eight weeks are the most
    ],
)
def test_an_ordinance_may_shorten_the_decision_on_debts_and_never_lengthen_it(ordinance, due):
    assert due_date(T.WGS_BESCHIKKING, day("2026-03-30"), ordinance=ordinance).date == day(due)


def test_an_ordinance_changes_no_term_that_the_law_sets_itself():
    start = day("2026-03-02")
    assert due_date(T.WMO_ONDERZOEK, start, ordinance=Length(1, Unit.WEEKS)) == due_date(
        T.WMO_ONDERZOEK, start
    )


@pytest.mark.parametrize(
    ("amount", "start", "due", "lengthened"),
    [
        (3, "2025-12-24", "2025-12-30", True),  # Christmas, weekend: two working days are Monday and Tuesday
        (3, "2026-04-02", "2026-04-08", True),  # Easter
        (2, "2026-04-02", "2026-04-07", False),  # under three days only article 1 counts
        (3, "2026-03-02", "2026-03-05", False),
    ],
)
def test_a_term_of_three_days_or_more_has_two_working_days_in_it(amount, start, due, lengthened):
    length = Length(amount, Unit.DAYS)
    counted = after(day(start), length)
    assert by_atw(day(start), counted, length, frozenset(), ())[:2] == (day(due), lengthened)


def test_one_working_day_is_not_made_two():
    start, length = day("2026-03-02"), Length(1, Unit.WORKING_DAYS)
    assert by_atw(start, after(start, length), length, frozenset(), ())[0] == day("2026-03-03")


@pytest.mark.parametrize(
    ("length", "under"),
    [
        (Length(90, Unit.DAYS), True),
        (Length(91, Unit.DAYS), False),
        (Length(12, Unit.WEEKS), True),
        (Length(13, Unit.WEEKS), False),
        (Length(3, Unit.MONTHS), True),
        (Length(4, Unit.MONTHS), False),
        (Length(1, Unit.YEARS), False),
        (Length(48, Unit.HOURS), False),
        (Length(3, Unit.WORKING_DAYS), True),
    ],
)
def test_long_terms_and_terms_in_hours_or_years_fall_outside_the_atw(length, under):
    assert falls_under_atw(length) is under


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2026-01-31", Length(1, Unit.MONTHS), "2026-02-28"),
        ("2024-01-31", Length(1, Unit.MONTHS), "2024-02-29"),
        ("2026-11-30", Length(3, Unit.MONTHS), "2027-02-28"),
        ("2024-02-29", Length(1, Unit.YEARS), "2025-02-28"),
        ("2026-03-02", Length(25, Unit.HOURS), "2026-03-04"),
        ("2026-03-06", Length(2, Unit.WORKING_DAYS), "2026-03-10"),
    ],
)
def test_each_unit_counts_in_its_own_way(start, length, end):
    assert after(day(start), length) == day(end)


days = st.dates(day("2021-01-01"), day("2029-12-31"))
suspensions = st.lists(
    st.tuples(st.integers(-5, 70), st.integers(0, 40)).map(lambda pair: (pair[0], pair[0] + pair[1])),
    max_size=4,
)
weeks_of = {T.WMO_BESCHIKKING: 2, T.AWB_REDELIJK: 8, T.WGS_BESCHIKKING: 8}


@given(st.sampled_from(sorted(weeks_of)), days, suspensions)
def test_crossing_off_days_on_a_calendar_gives_the_same_date(term, start, offsets):
    calendar = [start + timedelta(days=n) for n in range(1, 400)]
    crossed_off = {start + timedelta(days=n) for first, last in offsets for n in range(first, last + 1)}
    left = [d for d in calendar if d not in crossed_off]
    last_counted = left[7 * weeks_of[term] - 1]
    expected = next(d for d in left if d >= last_counted and is_working_day(d))
    periods = [Period(start + timedelta(days=a), start + timedelta(days=b)) for a, b in offsets]
    assert due_date(term, start, periods).date == expected


@given(days)
def test_three_working_days_are_the_third_working_day_on_the_calendar(start):
    working = [d for n in range(1, 30) if is_working_day(d := start + timedelta(days=n))]
    assert due_date(T.WGS_BEDREIGEND, start).date == working[2]


@given(st.sampled_from([term for term in T if term != T.WMO_SPOED]), days)
def test_no_term_ends_on_a_day_nobody_works_and_a_later_start_never_ends_sooner(term, start):
    first, second = due_date(term, start).date, due_date(term, start + timedelta(days=1)).date
    assert is_working_day(first)
    assert start < first <= second
