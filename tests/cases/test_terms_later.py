"""A later last day: only told in time, only later, and never further than the law allows."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.terms import DECREED_DAYS, Later, LaterBy, TermCode, due_date, is_working_day
from cases.terms.later import AT_MOST, last_of, longest_postponement

END = date(2026, 6, 22)
DAY = timedelta(days=1)
P, A, R = LaterBy.POSTPONED, LaterBy.AGREED, LaterBy.REASONABLE
days = st.dates(date(2026, 5, 1), date(2026, 12, 31))
notices = st.lists(st.builds(Later, days, days, st.sampled_from(LaterBy)), max_size=5)


def told(on, until, by=P):
    return Later(END + on * DAY, END + until * DAY, by)


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ([], 0),
        ([told(-5, 20)], 20),
        ([told(0, 42)], 42),
        ([told(1, 42)], 0),
        ([told(-5, 0)], 0),
        ([told(-5, -1)], 0),
        ([told(-5, 20), told(20, 60, A)], 60),
        ([told(-5, 20), told(21, 60, A)], 20),
        ([told(20, 60, A), told(-5, 20)], 60),
        ([told(-5, 20), told(10, 15, A)], 20),
        ([told(0, 30, R)], 30),
        ([told(1, 30, R)], 0),
        ([told(-1, 30, R), told(0, 40, R)], 40),
        ([told(-1, 30, R), told(25, 60, R)], 30),
    ],
)
def test_a_notice_counts_when_it_came_in_time_and_names_a_later_day(said, last):
    found, by = last_of(END, said)
    assert found == END + last * DAY
    assert (by is None) == (last == 0)


@given(notices)
def test_the_last_day_is_never_earlier_and_always_one_that_somebody_was_told(said):
    last, by = last_of(END, said)
    assert last >= END
    assert (last, by) == (END, None) or (by in said and by.until == last and by.told <= last)


@given(notices, st.randoms())
def test_the_order_in_which_they_were_noted_does_not_matter(said, chance):
    shuffled = said.copy()
    chance.shuffle(shuffled)
    assert last_of(END, shuffled)[0] == last_of(END, said)[0]


@given(st.dates(date(2023, 1, 1), date(2028, 12, 31)))
def test_it_can_be_put_off_by_six_weeks_to_a_working_day(counted):
    longest = longest_postponement(counted, DECREED_DAYS)
    assert is_working_day(longest, DECREED_DAYS)
    assert longest >= counted + AT_MOST
    assert not any(
        is_working_day(counted + AT_MOST + n * DAY, DECREED_DAYS)
        for n in range((longest - counted - AT_MOST).days)
    )


@pytest.mark.parametrize(
    ("counted", "longest"),
    [
        ("2027-02-10", "2027-03-24"),
        ("2027-03-24", "2027-05-10"),  # 5 May, Ascension Day, a decreed Friday, a weekend
        ("2026-05-25", "2026-07-06"),  # the term itself moved to 26 May; six weeks run from the 25th
    ],
)
def test_worked_by_hand(counted, longest):
    assert longest_postponement(date.fromisoformat(counted), DECREED_DAYS) == date.fromisoformat(longest)


def test_other_terms_know_no_later_day_unless_they_are_given_one():
    start = date(2026, 6, 1)
    plain = due_date(TermCode.AWB_REDELIJK, start, decreed=DECREED_DAYS)
    put_off = due_date(
        TermCode.AWB_REDELIJK, start, decreed=DECREED_DAYS, later=[Later(start, plain.date + DAY, R)]
    )
    assert (plain.later, put_off.date) == (None, plain.date + DAY)
