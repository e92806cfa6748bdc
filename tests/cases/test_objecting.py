"""What may be done with an objection; pure."""

from datetime import date, timedelta

import pytest

from cases import objecting
from sociaal.core.errors import Refused

DAY = timedelta(days=1)
CAME, DUE = date(2026, 12, 1), date(2027, 2, 10)
LONGEST = DUE + 42 * DAY


def refused_at(rule, *args, **options):
    """The field of the refusal, "" for the whole form, None when it may be."""
    try:
        rule(*args, **options)
    except Refused as refused:
        return refused.field or ""
    return None


@pytest.mark.parametrize(
    ("decided", "present", "received", "field"),
    [
        (CAME, None, CAME, None),
        (None, None, CAME, ""),
        (CAME, CAME, CAME, ""),
        (CAME, None, CAME - DAY, "received_date"),
    ],
)
def test_one_objection_to_a_decision_that_was_made(decided, present, received, field):
    assert refused_at(objecting.check_objection, decided, present, received) == field


@pytest.mark.parametrize(
    ("received", "ended", "outcome", "field"),
    [
        (CAME, None, "", None),
        (None, None, "", ""),
        (CAME, CAME, "withdrawn", ""),
        (CAME, None, "founded", ""),
    ],
)
def test_only_one_that_runs_and_is_not_decided_on_is_treated(received, ended, outcome, field):
    assert refused_at(objecting.check_treated, received, ended, outcome) == field


@pytest.mark.parametrize(
    ("present", "told", "due", "field"),
    [
        (None, CAME, DUE, None),
        (None, DUE, DUE, None),
        (None, CAME, None, None),
        (CAME, CAME, DUE, ""),
        (None, CAME - DAY, DUE, "told_date"),
        (None, DUE + DAY, DUE, "told_date"),
    ],
)
def test_a_committee_gives_more_time_only_to_who_was_told_in_time(present, told, due, field):
    assert refused_at(objecting.check_committee, present, CAME, told, due) == field


@pytest.mark.parametrize(
    ("told", "until", "again", "field"),
    [
        (DUE, DUE + DAY, False, None),
        (CAME, LONGEST, False, None),
        (CAME, LONGEST + DAY, False, "until_date"),
        (CAME, DUE, False, "until_date"),
        (DUE + DAY, LONGEST, False, "told_date"),
        (CAME - DAY, LONGEST, False, "told_date"),
        (CAME, DUE + DAY, True, "agreed_date"),
    ],
)
def test_it_is_put_off_once_by_six_weeks_at_most_while_the_term_runs(told, until, again, field):
    rule = objecting.check_postponement
    assert refused_at(rule, CAME, DUE, LONGEST, told, until, again=again) == field


def test_nothing_is_put_off_before_the_decision_was_sent():
    assert refused_at(objecting.check_postponement, CAME, None, None, CAME, LONGEST, again=False) == ""
    assert refused_at(objecting.check_further_postponement, CAME, None, CAME, LONGEST, CAME) == ""


@pytest.mark.parametrize(
    ("until", "agreed", "field"),
    [
        (LONGEST + 60 * DAY, CAME, None),
        (DUE, CAME, "until_date"),
        (LONGEST, CAME - DAY, "agreed_date"),
        (CAME + 400 * DAY, CAME, "until_date"),
    ],
)
def test_with_consent_it_is_put_off_further(until, agreed, field):
    assert refused_at(objecting.check_further_postponement, CAME, DUE, CAME, until, agreed) == field


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({}, None),
        ({"sent": None}, ""),
        ({"by_the_same": True}, ""),
        ({"outcome": "withdrawn"}, "outcome"),
        ({"outcome": "noted"}, "outcome"),
        ({"reasons": "  "}, "reasons"),
        ({"decided": CAME - DAY}, "decided_date"),
    ],
)
def test_it_is_decided_with_reasons_by_somebody_else(changed, field):
    given = {
        "received": CAME, "sent": CAME, "decided": CAME, "outcome": "unfounded", "reasons": "Ja.",
        "by_the_same": False,
    }  # fmt: skip
    assert refused_at(objecting.check_objection_decision, **given | changed) == field


@pytest.mark.parametrize(
    ("outcome", "instead", "reasons", "field"),
    [
        ("founded", "granted", "Toch nodig.", None),
        ("founded", "", "Toch nodig.", "instead"),
        ("founded", "misschien", "Toch nodig.", "instead"),
        ("founded", "granted", " ", "instead_reasons"),
        ("unfounded", "", "", None),
        ("unfounded", "granted", "", "instead"),
        ("inadmissible", "", "Toch.", "instead_reasons"),
    ],
)
def test_a_founded_objection_and_no_other_puts_another_decision_in_its_place(
    outcome, instead, reasons, field
):
    assert refused_at(objecting.check_instead, outcome, instead, reasons) == field


@pytest.mark.parametrize(
    ("decided", "ended", "sent", "field"),
    [
        (CAME, None, CAME, None),
        (None, None, CAME, ""),
        (CAME, CAME, CAME, ""),
        (CAME, None, CAME - DAY, "sent_date"),
    ],
)
def test_the_decision_on_it_is_sent_once_and_not_before_it_was_made(decided, ended, sent, field):
    assert refused_at(objecting.check_objection_sent, decided, ended, sent) == field


@pytest.mark.parametrize(
    ("told", "until", "field"),
    [
        (CAME, DUE + DAY, None),
        (DUE + 9 * DAY, DUE + 9 * DAY, None),
        (CAME - DAY, DUE + DAY, "told_date"),
        (CAME, DUE, "until_date"),
        (DUE + 9 * DAY, DUE + 8 * DAY, "until_date"),
        (CAME, CAME + 366 * DAY, "until_date"),
    ],
)
def test_a_notice_of_delay_names_a_day_after_the_term_that_lies_ahead(told, until, field):
    assert refused_at(objecting.check_notice_of_delay, CAME, DUE, told, until) == field


def test_an_objection_is_taken_back_after_it_came_and_nothing_is_final_while_it_runs():
    assert refused_at(objecting.check_taken_back, CAME, CAME - DAY) == "taken_back_date"
    assert refused_at(objecting.check_taken_back, CAME, CAME) is None
    assert refused_at(objecting.check_objection_ended, CAME, None) == ""
    assert refused_at(objecting.check_objection_ended, CAME, CAME) is None
    assert refused_at(objecting.check_objection_ended, None, None) is None
