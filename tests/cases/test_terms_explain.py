from datetime import date
from functools import partial

import pytest
from django.utils import translation

from cases.terms import DECREED_DAYS, Later, LaterBy, Length, Period, TermCode, Unit, compute
from cases.terms.explain import length_text, moved_by

due_date = partial(compute.due_date, decreed=DECREED_DAYS)
START = date(2026, 3, 20)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def test_the_explanation_names_length_start_and_article():
    text = due_date(TermCode.WMO_ONDERZOEK, date(2026, 3, 2)).explanation
    assert "6 weeks after" in text
    assert "2026" in text
    assert "2.3.2 lid 1" in text
    assert "Awb" not in text


def test_the_explanation_says_why_the_day_moved():
    still = [Period(date(2026, 3, 21), date(2026, 4, 5))]
    seen = due_date(
        TermCode.WMO_BESCHIKKING, START, [*still, Period(date(2026, 4, 18))], on=date(2026, 4, 18)
    )
    assert "17 days added" in seen.explanation
    assert "still stands still" in seen.explanation


def test_the_explanation_says_that_a_holiday_moved_the_day():
    assert "Algemene termijnenwet art. 1" in due_date(TermCode.WMO_BESCHIKKING, START).explanation


@pytest.mark.parametrize(
    ("term", "start", "still", "said"),
    [
        (TermCode.WMO_BESCHIKKING, "2026-06-01", [], ""),
        (TermCode.WMO_BESCHIKKING, "2026-05-01", [], "moved by a weekend or holiday"),
        (TermCode.WMO_BESCHIKKING, "2026-06-01", [("2026-06-04", "2026-06-04")], "stood still for 1 day"),
        (TermCode.WMO_BESCHIKKING, "2026-06-01", [("2026-06-04", None)], "stands still now"),
        (
            TermCode.WMO_BESCHIKKING, "2026-06-01", [("2026-06-08", "2026-06-12")],
            "stood still for 5 days, moved by a weekend or holiday",
        ),
        (TermCode.WMO_SPOED, "2026-06-01", [], ""),
    ],
)  # fmt: skip
def test_in_short_it_says_only_what_moved_the_day(term, start, still, said):
    day = date.fromisoformat
    periods = [Period(day(first), day(last) if last else None) for first, last in still]
    assert moved_by(due_date(term, day(start), periods, on=date(2026, 6, 6))) == said


def test_a_term_that_was_put_off_says_to_when_since_when_and_by_which_article():
    told, until = date(2026, 6, 15), date(2026, 7, 20)
    found = due_date(
        TermCode.AWB_BEZWAAR_BESLUIT, date(2026, 5, 11), later=[Later(told, until, LaterBy.POSTPONED)]
    )
    assert "Put off to 20 July 2026: the resident was told on 15 June 2026 (Awb art. 7:10 lid 3)." in (
        found.explanation
    )
    assert "begins when the time to object has ended" in found.explanation
    assert moved_by(found) == "put off on 15 June"


def test_the_explanation_of_at_once_names_no_length():
    assert due_date(TermCode.WMO_SPOED, START).explanation.startswith("At once")


def test_the_search_term_is_explained_as_the_first_day_to_apply():
    assert "application can be made" in due_date(TermCode.PW_ZOEKTERMIJN_27MIN, START).explanation


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (Unit.HOURS, "1 hour"),
        (Unit.DAYS, "1 day"),
        (Unit.WORKING_DAYS, "1 working day"),
        (Unit.WEEKS, "1 week"),
        (Unit.MONTHS, "1 month"),
        (Unit.YEARS, "1 year"),
    ],
)
def test_every_unit_can_be_said(unit, text):
    assert length_text(Length(1, unit)) == text
    assert length_text(Length(2, unit)) == text.replace("1", "2") + "s"
