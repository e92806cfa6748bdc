"""A notice of default (Awb 4:17): it counts after the term, and what it comes to is said."""

from datetime import timedelta

import pytest

from cases.enums import EventKind
from cases.models import Event
from cases.operations.procedures import (
    apply,
    decide,
    open_procedure,
    receive_default_notice,
    send_decision,
)
from cases.operations.suspensions import suspend
from cases.queries.terms import decision_due
from sociaal.core.errors import NotPermitted, Refused
from tests.factories import NOW, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def anna(db):
    return make_member("anna")


@pytest.fixture
def procedure(anna):
    return make_deciding_case(anna)[1]


def notice(procedure, by, day):
    moment = NOW + (day - NOW.date())
    return receive_default_notice(procedure=procedure, received_date=day, by=by, now=moment)


def test_on_the_last_day_of_the_term_it_is_refused_with_that_day_and_the_day_after_it_counts(anna, procedure):
    due = decision_due(procedure.pk, NOW.date())
    with pytest.raises(Refused) as refused:
        notice(procedure, anna, due)
    assert refused.value.field == "received_date"
    assert str(due.year) in str(refused.value)
    assert notice(procedure, anna, due + DAY).default_notice_date == due + DAY
    assert Event.objects.filter(kind=EventKind.DEFAULT_NOTICE, codes__procedure=procedure.pk).count() == 1


def test_a_suspension_moves_the_day_from_which_it_counts(anna, procedure):
    due = decision_due(procedure.pk, NOW.date())
    suspend(procedure=procedure, from_date=NOW.date() + DAY, until_date=NOW.date() + 7 * DAY,
            reason="To complete it", by=anna, now=NOW)  # fmt: skip
    with pytest.raises(Refused):
        notice(procedure, anna, due + DAY)


def test_a_decision_that_lies_here_unsent_is_late_all_the_same_and_one_that_was_sent_is_not(anna, procedure):
    due = decision_due(procedure.pk, NOW.date())
    decide(
        procedure=procedure, outcome="granted", reasons="Nodig.", decided_date=NOW.date(), by=anna, now=NOW
    )
    assert notice(procedure, anna, due + DAY).default_notice_date == due + DAY
    with pytest.raises(Refused):
        notice(procedure, anna, due + 2 * DAY)
    procedure = send_decision(procedure=procedure, sent_date=NOW.date(), by=anna, now=NOW)
    type(procedure).objects.update(default_notice_date=None)
    with pytest.raises(Refused):
        notice(procedure, anna, due + DAY)


def test_a_colleague_of_the_team_does_not_note_it(anna, procedure):
    bram = make_member("bram")
    with pytest.raises(NotPermitted):
        notice(procedure, bram, decision_due(procedure.pk, NOW.date()) + DAY)


def test_a_notice_comes_after_the_application_also_where_no_term_runs(anna):
    case = make_case(anna, status="weighing")
    row = open_procedure(case=case, law="wgs", subject="Schuld", by=anna, now=NOW)
    row = apply(procedure=row, applied_date=NOW.date(), by=anna, now=NOW)
    with pytest.raises(Refused) as refused:
        notice(row, anna, NOW.date())
    assert refused.value.field == "received_date"
