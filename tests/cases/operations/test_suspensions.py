"""A term that stands still runs again; meanwhile the resident is waited for and not us."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cases.enums import EventKind
from cases.models import Event, Suspension, Wait
from cases.operations.procedures import decide, open_procedure, withdraw_application
from cases.operations.suspensions import let_terms_run_again, resume_term, suspend
from cases.queries.term_facts import with_term_facts
from cases.queries.terms import decision_due, term_rows
from sociaal.core.errors import NotPermitted, Refused
from tests.factories import NOW, make_deciding_case, make_member

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TODAY = NOW.date()


@pytest.fixture
def anna(db):
    return make_member("anna")


@pytest.fixture
def procedure(anna):
    return make_deciding_case(anna)[1]


def stand_still(procedure, by, *, first=TODAY + DAY, last=None, now=NOW):
    return suspend(
        procedure=procedure, from_date=first, until_date=last, reason="Loonstrook gevraagd.", by=by, now=now
    )


def resume(procedure, by, day):
    return resume_term(procedure=procedure, runs_from=day, by=by, now=NOW + (day - TODAY))


def running(procedure):
    return sorted(Wait.objects.filter(case=procedure.case, until__isnull=True).values_list("on", "subject"))


def test_a_term_that_stood_still_runs_again_and_its_last_day_no_longer_moves_along(anna, procedure):
    before = decision_due(procedure.pk, TODAY)
    stand_still(procedure, anna)
    resume(procedure, anna, TODAY + 8 * DAY)
    due = decision_due(procedure.pk, TODAY + 40 * DAY)
    assert Suspension.objects.get().until_date == TODAY + 7 * DAY  # the day it came counts again
    assert timedelta(7) <= due - before <= timedelta(10)
    assert Event.objects.filter(codes__resumed=True).count() == 1


def test_what_is_complete_before_the_last_day_that_was_named_runs_again_from_then(anna, procedure):
    stand_still(procedure, anna, last=TODAY + 30 * DAY)
    resume(procedure, anna, TODAY + 5 * DAY)
    assert Suspension.objects.get().until_date == TODAY + 4 * DAY


def test_what_comes_before_the_term_stood_still_leaves_the_term_as_it_was(anna, procedure):
    before = decision_due(procedure.pk, TODAY)
    stand_still(procedure, anna)
    resume_term(procedure=procedure, runs_from=TODAY, by=anna, now=NOW)
    assert decision_due(procedure.pk, TODAY + 20 * DAY) == before


@pytest.mark.parametrize("day", [TODAY + 5 * DAY, TODAY])
def test_a_term_that_does_not_stand_still_then_or_a_day_to_come_is_refused(anna, procedure, day):
    stand_still(procedure, anna, last=TODAY + 2 * DAY)
    now = NOW + (day - TODAY)
    with pytest.raises(Refused) as refused:
        resume_term(procedure=procedure, runs_from=TODAY + 5 * DAY, by=anna, now=now)
    assert refused.value.field == "runs_from"


def test_while_it_stands_still_we_wait_for_the_resident_and_after_that_on_us_again(anna, procedure):
    assert running(procedure) == [("us", "procedure")]
    stand_still(procedure, anna)
    assert running(procedure) == [("resident", "procedure")]
    resume(procedure, anna, TODAY + 3 * DAY)
    assert running(procedure) == [("us", "procedure")]


def test_with_a_last_day_that_was_named_it_is_on_us_again_the_night_after_that_day(anna, procedure):
    stand_still(procedure, anna, last=TODAY + 7 * DAY)
    assert running(procedure) == [("resident", "procedure")]
    assert let_terms_run_again(now=NOW + 7 * DAY) == 0
    assert running(procedure) == [("resident", "procedure")]
    assert let_terms_run_again(now=NOW + 8 * DAY) == 1
    assert running(procedure) == [("us", "procedure")]
    assert let_terms_run_again(now=NOW + 9 * DAY) == 0
    assert Event.objects.filter(codes__resumed=True).get().actor is None


def test_a_night_that_was_missed_lets_it_run_again_from_the_day_it_should_have(anna, procedure):
    stand_still(procedure, anna, last=TODAY + 7 * DAY)
    let_terms_run_again(now=NOW + 20 * DAY)
    ended = Wait.objects.get(on="resident").until
    assert timezone.localdate(ended) == TODAY + 8 * DAY
    assert Wait.objects.get(on="us", until__isnull=True).since == ended


def test_a_second_period_that_is_not_over_keeps_the_resident_waited_for(anna, procedure):
    stand_still(procedure, anna, last=TODAY + 7 * DAY)
    stand_still(procedure, anna, first=TODAY + 9 * DAY, last=TODAY + 12 * DAY)
    assert running(procedure) == [("resident", "procedure")]
    assert let_terms_run_again(now=NOW + 8 * DAY) == 0
    assert let_terms_run_again(now=NOW + 13 * DAY) == 1


def test_days_that_have_passed_already_make_nobody_wait(anna, procedure):
    stand_still(procedure, anna, first=TODAY, last=TODAY)
    let_terms_run_again(now=NOW + DAY)
    stand_still(procedure, anna, first=TODAY, last=TODAY, now=NOW + 2 * DAY)
    assert running(procedure) == [("us", "procedure")]


def test_another_application_that_asks_something_of_us_keeps_the_case_with_us(anna, procedure):
    open_procedure(case=procedure.case, law="wgs", subject="Schulden", by=anna, now=NOW)
    stand_still(procedure, anna)
    assert running(procedure) == [("resident", "other"), ("us", "procedure")]


def test_a_decision_ends_what_stands_still_and_whom_we_waited_for(anna, procedure):
    stand_still(procedure, anna)
    day, now = TODAY + 4 * DAY, NOW + 4 * DAY
    decide(procedure=procedure, outcome="granted", reasons="Nodig.", decided_date=day, by=anna, now=now)
    assert Suspension.objects.get().until_date == day - DAY
    assert running(procedure) == [("us", "procedure")]


def test_an_application_that_is_withdrawn_while_it_stands_still_has_a_term_that_stops_moving(anna, procedure):
    stand_still(procedure, anna)
    withdraw_application(procedure=procedure, reason="Zij redt het zelf.", by=anna, now=NOW + 4 * DAY)
    row = with_term_facts(type(procedure).objects.filter(pk=procedure.pk)).get()
    dues = {tuple(term.due for term in term_rows(row, TODAY + days * DAY)) for days in (10, 50, 400)}
    assert len(dues) == 1
    assert not any(term.source.suspension_runs for term in term_rows(row, TODAY + 400 * DAY))
    assert ("resident", "procedure") not in running(procedure)


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (TODAY + DAY, date(9999, 12, 31), "until_date"),
        (date(9999, 12, 31), None, "from_date"),
        (date(1900, 1, 1), None, "from_date"),
        (TODAY + DAY, TODAY, "until_date"),
    ],
)
def test_days_that_cannot_be_are_refused_at_their_field(anna, procedure, first, last, field):
    with pytest.raises(Refused) as refused:
        stand_still(procedure, anna, first=first, last=last)
    assert refused.value.field == field


def test_what_stands_still_cannot_be_made_to_stand_still_nor_can_what_was_withdrawn(anna, procedure):
    stand_still(procedure, anna)
    with pytest.raises(Refused):
        stand_still(procedure, anna)
    withdraw_application(procedure=procedure, reason="Zij redt het zelf.", by=anna, now=NOW)
    with pytest.raises(Refused):
        stand_still(procedure, anna)
    assert not Event.objects.filter(kind=EventKind.APPLIED, recorded_at__gt=NOW).exists()


def test_a_colleague_of_the_team_lets_no_term_run_again(anna, procedure):
    stand_still(procedure, anna)
    with pytest.raises(NotPermitted):
        resume(procedure, make_member("bram"), TODAY + DAY)
