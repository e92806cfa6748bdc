"""The dwangsom of Awb 4:17: when it starts, what it comes to, and when it stops."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.terms.penalty import counts_as_notice, owed, penalty

NOTICE = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("today", "days", "euro"),
    [
        ("2026-06-15", 0, 0),  # two weeks to decide after all
        ("2026-06-16", 1, 23),
        ("2026-06-29", 14, 322),
        ("2026-06-30", 15, 357),
        ("2026-07-13", 28, 812),
        ("2026-07-14", 29, 857),
        ("2026-07-27", 42, 1442),
        ("2026-12-31", 42, 1442),  # never more
    ],
)
def test_it_grows_from_two_weeks_after_the_notice_to_its_most(today, days, euro):
    found = penalty(NOTICE, today=date.fromisoformat(today))
    assert (found.days, found.euro) == (days, euro)
    assert (found.first, found.last) == (date(2026, 6, 16), date(2026, 7, 27))
    assert found.decide_before == date(2026, 6, 15)


@pytest.mark.parametrize(
    ("sent", "euro"), [("2026-06-10", 0), ("2026-06-16", 0), ("2026-06-17", 23), ("2026-07-10", 672)]
)
def test_it_stops_with_the_decision(sent, euro):
    assert penalty(NOTICE, today=date(2026, 12, 1), sent=date.fromisoformat(sent)).euro == euro


@given(st.integers(0, 60))
def test_each_day_adds_its_own_amount(days):
    steps = [owed(n + 1) - owed(n) for n in range(days)]
    assert steps == ([23] * 14 + [35] * 14 + [45] * 14 + [0] * 60)[:days]


def test_a_notice_counts_only_after_the_term():
    due = date(2026, 5, 29)
    assert not counts_as_notice(due, due)
    assert counts_as_notice(due + timedelta(days=1), due)
