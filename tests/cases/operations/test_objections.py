"""An objection: its term, putting it off, the decision on it, and what becomes final after it."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from cases.enums import EventKind
from cases.models import Event, Procedure, TermNotice
from cases.operations import objections
from cases.operations.procedures import decide, make_final, open_procedure, send_decision
from cases.queries.terms import objection_term
from sociaal.audit.models import Entry
from sociaal.core.errors import NotPermitted, Refused
from tests.factories import NOW, make_case, make_deciding_case, make_member
from tests.objected import make_objected

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TODAY = NOW.date()
CAME = TODAY + 5 * DAY
OBJECT_UNTIL, DUE = date(2026, 12, 30), date(2027, 2, 10)
WITH_COMMITTEE = LONGEST = date(2027, 3, 24)
WHY = "De huisarts schrijft dat de trap niet meer gaat."


def at(day):
    return NOW + (day - TODAY)


@pytest.fixture
def anna(db):
    return make_member("anna")


@pytest.fixture
def bram(db):
    return make_member("bram")


@pytest.fixture
def sent(anna):
    row = make_deciding_case(anna)[1]
    decide(procedure=row, outcome="refused", reasons="Niet nodig.", decided_date=TODAY, by=anna, now=NOW)
    return send_decision(procedure=row, sent_date=TODAY, by=anna, now=NOW)


@pytest.fixture
def objected(anna, sent):
    return objections.receive_objection(procedure=sent, received_date=CAME, by=anna, now=at(CAME))


def due(row, day=CAME):
    term = objection_term(row.pk, day)
    return term and term.due


def postpone(row, by, until, *, told=CAME, agreed=None):
    return objections.postpone_objection(
        procedure=row, told_date=told, until_date=until, agreed_date=agreed, by=by, now=at(told)
    )


def decide_on(row, by, outcome="unfounded", day=DUE, **given):
    return objections.decide_objection(
        procedure=row, outcome=outcome, reasons=WHY, decided_date=day, by=by, now=at(day), **given
    )


def told(row):
    rows = Event.objects.filter(kind=EventKind.OBJECTION, codes__procedure=row.pk).order_by("pk")
    return [event.codes for event in rows]


# --- received -------------------------------------------------------------------------------------------
def test_nobody_objects_before_there_is_a_decision_or_twice(anna, sent):
    with pytest.raises(Refused) as refused:
        objections.receive_objection(procedure=sent, received_date=TODAY - DAY, by=anna, now=NOW)
    assert refused.value.field == "received_date"
    objections.receive_objection(procedure=sent, received_date=TODAY, by=anna, now=NOW)
    with pytest.raises(Refused):
        objections.receive_objection(procedure=sent, received_date=TODAY, by=anna, now=NOW)


def test_the_term_begins_when_the_time_to_object_has_ended(objected):
    term = objection_term(objected.pk, CAME)
    assert (term.source.start, term.due, term.article) == (OBJECT_UNTIL, DUE, "Awb art. 7:10 lid 1")
    assert term.is_ours
    assert term.is_open


@pytest.mark.slow
def test_who_objects_too_late_is_heard_too_and_the_term_begins_that_day(anna, sent):
    late = TODAY + 60 * DAY
    row = make_final(procedure=sent, by=anna, now=at(late))
    row = objections.receive_objection(procedure=row, received_date=late, by=anna, now=at(late))
    assert objection_term(row.pk, late).source.start == late
    row = decide_on(row, make_member("bram"), "inadmissible", late)
    row = objections.send_objection_decision(procedure=row, sent_date=late, by=anna, now=at(late))
    assert (row.state, row.outcome, row.objection_runs) == ("final", "refused", False)


@pytest.mark.slow
def test_before_the_decision_was_sent_no_term_runs(anna):
    row = make_deciding_case(anna)[1]
    decide(procedure=row, outcome="refused", reasons="Nee.", decided_date=TODAY, by=anna, now=NOW)
    row = objections.receive_objection(procedure=row, received_date=TODAY, by=anna, now=NOW)
    assert due(row) is None
    with pytest.raises(Refused):
        postpone(row, anna, LONGEST, told=TODAY)
    with pytest.raises(Refused):
        decide_on(row, make_member("bram"))


# --- more time ------------------------------------------------------------------------------------------
def test_a_committee_gives_twelve_weeks_to_who_was_told(anna, objected):
    row = objections.ask_committee(procedure=objected, told_date=CAME, by=anna, now=at(CAME))
    assert due(row) == WITH_COMMITTEE
    assert told(row)[-1] == {"procedure": row.pk, "law": "wmo", "objection": "committee"}
    with pytest.raises(Refused):
        objections.ask_committee(procedure=row, told_date=CAME, by=anna, now=at(CAME))


@pytest.mark.slow
def test_told_after_the_six_weeks_they_hold(anna, objected):
    with pytest.raises(Refused) as refused:
        objections.ask_committee(procedure=objected, told_date=DUE + DAY, by=anna, now=at(DUE + DAY))
    assert refused.value.field == "told_date"


def test_it_is_put_off_once_and_further_with_consent(anna, objected):
    with pytest.raises(Refused) as refused:
        postpone(objected, anna, LONGEST + DAY)
    assert (refused.value.field, "24 maart 2027" in str(refused.value)) == ("until_date", True)
    row = postpone(objected, anna, LONGEST)
    assert (row.kind, due(objected)) == ("postponed", LONGEST)
    with pytest.raises(Refused) as refused:
        postpone(objected, anna, LONGEST + 7 * DAY)
    assert refused.value.field == "agreed_date"
    postpone(objected, anna, LONGEST + 7 * DAY, told=LONGEST, agreed=CAME)
    assert due(objected) == LONGEST + 7 * DAY
    assert [one["objection"] for one in told(objected)] == ["received", "postponed", "agreed"]
    assert told(objected)[-1]["until"] == (LONGEST + 7 * DAY).isoformat()


@pytest.mark.slow
def test_a_consent_lies_not_ahead_and_the_database_wants_one_for_going_further(anna, objected):
    with pytest.raises(Refused) as refused:
        postpone(objected, anna, LONGEST, agreed=CAME + DAY)
    assert refused.value.field == "agreed_date"
    with pytest.raises(IntegrityError), transaction.atomic():
        TermNotice.objects.create(procedure=objected, kind="agreed", told_date=CAME, until_date=LONGEST)


# --- decided on -----------------------------------------------------------------------------------------
def test_a_founded_objection_puts_another_decision_in_its_place_and_the_first_stays_readable(
    anna, bram, objected
):
    row = decide_on(objected, bram, "founded", instead="granted", instead_reasons="Alsnog nodig.")
    assert (row.outcome, row.reasons) == ("granted", "Alsnog nodig.")
    assert (row.first_outcome, row.first_reasons) == ("refused", "Niet nodig.")
    assert (row.objection_by, row.objection_reasons, row.mandate_holder) == (bram, WHY, anna)
    assert told(row)[-1] | {"outcome": "founded", "instead": "granted"} == told(row)[-1]


@pytest.mark.parametrize("outcome", ["unfounded", "inadmissible"])
def test_any_other_leaves_the_decision_as_it_is(bram, objected, outcome):
    row = decide_on(objected, bram, outcome)
    assert (row.outcome, row.reasons, row.first_outcome) == ("refused", "Niet nodig.", "")
    assert row.objection_runs, "it was not sent"


def test_not_by_who_made_the_decision_and_not_without_the_mandate(anna, objected):
    with pytest.raises(Refused, match="10:3"):
        decide_on(objected, anna)
    carla = make_member("carla")
    with pytest.raises(NotPermitted):
        decide_on(objected, carla)


def test_it_counts_once_it_is_sent_and_late_is_late_until_then(anna, bram, objected):
    row = decide_on(objected, bram)
    assert objection_term(row.pk, DUE + DAY).is_late
    with pytest.raises(Refused) as refused:
        objections.send_objection_decision(procedure=row, sent_date=DUE - DAY, by=anna, now=at(DUE))
    assert refused.value.field == "sent_date"
    row = objections.send_objection_decision(procedure=row, sent_date=DUE, by=anna, now=at(DUE))
    term = objection_term(row.pk, DUE + 9 * DAY)
    assert (term.is_late, term.still_asks) == (False, False)
    assert [one["objection"] for one in told(row)] == ["received", "decided", "sent"]
    with pytest.raises(Refused):
        objections.send_objection_decision(procedure=row, sent_date=DUE, by=anna, now=at(DUE))
    with pytest.raises(Refused):
        decide_on(row, bram)


def test_who_takes_it_back_leaves_the_decision_as_it_is(anna, objected):
    row = objections.withdraw_objection(procedure=objected, taken_back_date=CAME, by=anna, now=at(CAME))
    assert (row.objection_outcome, row.objection_ended_date, row.outcome) == ("withdrawn", CAME, "refused")
    with pytest.raises(Refused):
        objections.withdraw_objection(procedure=row, taken_back_date=CAME, by=anna, now=at(CAME))


# --- final ----------------------------------------------------------------------------------------------
def test_a_decision_that_was_objected_to_is_final_after_the_time_to_go_to_court(anna, bram, objected):
    with pytest.raises(Refused):
        make_final(procedure=objected, by=anna, now=at(DUE))
    row = decide_on(objected, bram)
    with pytest.raises(Refused):
        make_final(procedure=row, by=anna, now=at(DUE))
    row = objections.send_objection_decision(procedure=row, sent_date=DUE, by=anna, now=at(DUE))
    with pytest.raises(Refused, match="24 maart 2027"):
        make_final(procedure=row, by=anna, now=at(DUE + 42 * DAY))
    assert make_final(procedure=row, by=anna, now=at(DUE + 43 * DAY)).state == "final"


@pytest.mark.slow
def test_after_an_objection_that_was_taken_back_it_is_final_when_nobody_can_object_any_more(anna, objected):
    row = objections.withdraw_objection(procedure=objected, taken_back_date=CAME, by=anna, now=at(CAME))
    with pytest.raises(Refused):
        make_final(procedure=row, by=anna, now=at(OBJECT_UNTIL))
    assert make_final(procedure=row, by=anna, now=at(OBJECT_UNTIL + DAY)).state == "final"


# --- around it ------------------------------------------------------------------------------------------
def test_an_objection_is_treated_in_a_closed_case_too(anna, bram):
    case, row = make_objected(anna, closed=True)
    assert case.status == "closed"
    row = decide_on(row, bram, "founded", instead="partly", instead_reasons="Voor een deel.")
    assert row.outcome == "partly"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["bram", "dirk"])
def test_only_who_works_on_the_case_notes_what_happens_to_it(anna, objected, name):
    somebody = make_member(name)
    steps = [
        lambda: postpone(objected, somebody, LONGEST),
        lambda: objections.ask_committee(procedure=objected, told_date=CAME, by=somebody, now=at(CAME)),
        lambda: objections.withdraw_objection(
            procedure=objected, taken_back_date=CAME, by=somebody, now=at(CAME)
        ),
    ]
    before = Entry.objects.count()
    for step in steps:
        with pytest.raises(NotPermitted):
            step()
    assert (Entry.objects.count(), told(objected)[1:]) == (before, [])


def test_the_database_wants_a_reason_and_a_day_with_every_decision_on_an_objection(objected):
    for wrong in (
        {"objection_outcome": "unfounded"},
        {"objection_ended_date": CAME},
        {"objection_outcome": "withdrawn", "objection_ended_date": CAME - DAY},
        {"first_outcome": "granted"},
        {"objection_date": None, "committee_date": CAME},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Procedure.objects.filter(pk=objected.pk).update(**wrong)


def test_a_question_is_not_reported_on_a_day_to_come(anna):
    case = make_case(anna, status="weighing")
    with pytest.raises(Refused) as refused:
        open_procedure(case=case, law="wmo", subject="Bad", reported_date=TODAY + DAY, by=anna, now=NOW)
    assert refused.value.field == "reported_date"
