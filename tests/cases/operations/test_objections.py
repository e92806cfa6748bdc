"""An objection keeps a decision from being final until somebody says what came of it."""

from datetime import timedelta

import pytest

from cases.operations.procedures import decide, make_final, open_procedure, receive_objection, send_decision
from sociaal.core.errors import Refused
from tests.factories import NOW, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TODAY = NOW.date()
LATER = NOW + 60 * DAY


@pytest.fixture
def anna(db):
    return make_member("anna")


@pytest.fixture
def sent(anna):
    row = make_deciding_case(anna)[1]
    decide(procedure=row, outcome="refused", reasons="Niet nodig.", decided_date=TODAY, by=anna, now=NOW)
    return send_decision(procedure=row, sent_date=TODAY, by=anna, now=NOW)


def objects(row, by, day, now=LATER):
    return receive_objection(procedure=row, received_date=day, by=by, now=now)


def test_a_decision_that_was_objected_to_is_final_once_it_is_said_what_came_of_that(anna, sent):
    objects(sent, anna, TODAY + 5 * DAY)
    with pytest.raises(Refused) as refused:
        make_final(procedure=sent, by=anna, now=LATER)
    assert refused.value.field == "settled"
    row = make_final(procedure=sent, settled="Ingetrokken op 3 maart.", by=anna, now=LATER)
    assert (row.state, row.end_reason) == ("final", "Ingetrokken op 3 maart.")


def test_nobody_objects_before_there_is_a_decision_or_twice(anna, sent):
    with pytest.raises(Refused) as refused:
        objects(sent, anna, TODAY - DAY)
    assert refused.value.field == "received_date"
    objects(sent, anna, TODAY)
    with pytest.raises(Refused):
        objects(sent, anna, TODAY + DAY)


def test_who_objects_too_late_is_heard_too(anna, sent):
    row = make_final(procedure=sent, by=anna, now=LATER)
    assert objects(row, anna, LATER.date()).objection_date == LATER.date()


def test_a_question_is_not_reported_on_a_day_to_come(anna):
    case = make_case(anna, status="weighing")
    with pytest.raises(Refused) as refused:
        open_procedure(case=case, law="wmo", subject="Bad", reported_date=TODAY + DAY, by=anna, now=NOW)
    assert refused.value.field == "reported_date"
