"""What a caller may be told."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from cases.enums import RedFlag
from cases.terms import DECREED_DAYS
from intake.promises import promises

WEDNESDAY = date(2026, 11, 18)


def test_without_red_flags_there_is_one_promise_of_six_weeks():
    (only,) = promises(WEDNESDAY, [], ())
    assert only.before == date(2026, 12, 30)
    assert not only.urgent
    assert "2.3.2" in only.explanation


def test_an_eviction_brings_a_conversation_within_three_working_days():
    first, last = promises(WEDNESDAY, ["eviction"], ())
    assert (first.before, first.urgent) == (date(2026, 11, 23), True)
    assert last.before == date(2026, 12, 30)


def test_unsafe_at_home_is_for_today():
    assert promises(WEDNESDAY, ["unsafe"], ())[0].before == WEDNESDAY


@settings(deadline=None)
@given(
    st.dates(min_value=date(2026, 1, 1), max_value=date(2030, 12, 31)),
    st.lists(st.sampled_from(list(RedFlag))),
)
def test_promises_come_soonest_first_and_never_before_the_report(received, flags):
    days = [promise.before for promise in promises(received, flags, DECREED_DAYS)]
    assert days == sorted(days)
    assert all(day >= received for day in days)
