"""What a draft means, as plain rules."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.terms.calendar import DECREED_DAYS, is_working_day
from intake.drafts import (
    AMSTERDAM,
    OFFLINE_AT_MOST,
    Content,
    Standing,
    Writing,
    began_at,
    enters_inbox_at,
    is_due,
    standing,
)

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
TYPED = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
"""All that a field can hold: the sign that the database cannot keep is left out when it is read."""
PAIRS = st.lists(st.tuples(TYPED, TYPED)).map(tuple)


@given(st.builds(Content, st.text(max_size=120), PAIRS, PAIRS))
def test_what_is_written_reads_the_same(content):
    assert Content.read(content.written()) == content


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"title": "x"}', '{"title": "x", "fields": 3, "hidden": []}', "7"]
)
def test_what_is_no_content_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011
        Content.read(text)


def test_the_question_tells_drafts_apart_else_the_longest_text_never_a_code():
    asked = Content("t", (("words", " Ik val. "), ("answer", "Een heel lange tekst die langer is.")))
    noted = Content("t", (("kind", "averylongcodewithoutspaces"), ("summary", "Kort verslag.")))
    assert asked.excerpt == asked.question == "Ik val."
    assert noted.excerpt == "Kort verslag."
    assert Content("t", (("kind", "visit"),)).excerpt == ""
    assert Content("t", (("flags", "a"), ("flags", "b")), (("resident", "7"),)).values("flags") == ["a", "b"]


@pytest.mark.parametrize(
    ("tab", "typed", "version", "expected"),
    [
        ("a", 6, 0, Standing.NEWER),  # the same tab types on
        ("a", 5, 9, Standing.LATE),  # sent again
        ("a", 4, 3, Standing.LATE),  # overtaken on the way
        ("b", 1, 3, Standing.NEWER),  # another tab that began from what stands there
        ("b", 9, 2, Standing.ELSEWHERE),  # another tab, from something older
        ("b", 9, 0, Standing.ELSEWHERE),  # another tab, from nothing
    ],
)
def test_two_tabs_are_told_apart(tab, typed, version, expected):
    assert standing(Writing("a", 5, 3), Writing(tab, typed, version)) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (None, NOW),
        (NOW - 3 * MINUTE, NOW - 3 * MINUTE),
        (NOW + 3 * MINUTE, NOW),  # a clock that is fast
        (NOW - timedelta(days=400), NOW - OFFLINE_AT_MOST),  # a clock that is wrong
    ],
)
def test_a_draft_began_when_the_browser_says_within_reason(said, expected):
    assert began_at(said, NOW) == expected


@pytest.mark.parametrize(
    ("begun", "enters"),
    [
        ("2026-11-18 14:03", "2026-11-19 14:03"),  # Wednesday
        ("2026-11-20 16:30", "2026-11-23 16:30"),  # Friday: on Monday
        ("2026-11-21 10:00", "2026-11-23 10:00"),  # Saturday
        ("2026-12-24 09:00", "2026-12-28 09:00"),  # Christmas on Friday and Saturday
        ("2026-10-23 09:00", "2026-10-26 09:00"),  # the clock goes back in between
        ("2027-05-04 09:00", "2027-05-10 09:00"),  # 5 May, Ascension Day, a decreed day, a weekend
    ],
)
def test_a_question_waits_one_working_day(begun, enters):
    at = datetime.fromisoformat(begun).replace(tzinfo=AMSTERDAM).astimezone(UTC)
    local = enters_inbox_at(at, DECREED_DAYS).astimezone(AMSTERDAM)
    assert local.strftime("%Y-%m-%d %H:%M") == enters


@given(st.integers(-20_000, 20_000))
def test_it_enters_on_a_working_day_after_a_night_and_within_a_week(hours):
    begun = NOW + timedelta(hours=hours)
    enters = enters_inbox_at(begun, DECREED_DAYS).astimezone(AMSTERDAM)
    assert is_working_day(enters.date(), DECREED_DAYS)
    assert enters.date() > begun.astimezone(AMSTERDAM).date()
    assert enters - begun < timedelta(days=7)


def test_who_is_still_typing_is_left_in_peace():
    begun = NOW - timedelta(days=1)
    assert is_due(begun, NOW - 15 * MINUTE, NOW, DECREED_DAYS)
    assert not is_due(begun, NOW - 14 * MINUTE, NOW, DECREED_DAYS)
    assert not is_due(begun + MINUTE, begun + MINUTE, NOW, DECREED_DAYS)
