from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.terms import Standing, TermState, standing

DUE = date(2026, 4, 13)


@pytest.mark.parametrize(
    ("today", "met_on", "expected"),
    [
        (date(2026, 4, 10), None, Standing(TermState.OPEN, days_left=3)),
        (DUE, None, Standing(TermState.OPEN, days_left=0)),
        (date(2026, 4, 14), None, Standing(TermState.LATE, late_since=date(2026, 4, 14), days_late=1)),
        (date(2026, 6, 1), DUE, Standing(TermState.MET)),
        (
            date(2026, 6, 1),
            date(2026, 4, 20),
            Standing(TermState.LATE, late_since=date(2026, 4, 14), days_late=7),
        ),
    ],
)
def test_a_term_is_open_met_or_late(today, met_on, expected):
    assert standing(DUE, today=today, met_on=met_on) == expected


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-400, 400), st.integers(0, 400))
def test_late_stays_late(due, offset, later):
    today = due + timedelta(days=offset)
    if standing(due, today=today).state == TermState.LATE:
        assert standing(due, today=today + timedelta(days=later)).late_since == due + timedelta(days=1)
