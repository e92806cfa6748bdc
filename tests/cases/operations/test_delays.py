"""A notice of delay (Awb 4:14): it is kept and shown, and what is late stays late."""

from datetime import timedelta

import pytest
from django.utils import translation

from cases.enums import EventKind
from cases.models import Event, Procedure
from cases.operations import objections
from cases.operations.delays import tell_delay
from cases.operations.procedures import apply, decide, open_procedure, receive_default_notice, send_decision
from cases.queries.case_rows import PROCEDURES
from cases.queries.next_dates import terms_of
from cases.queries.term_facts import with_term_facts
from cases.queries.terms import decision_due, term_rows
from sociaal.core.errors import NotPermitted, Refused
from tests.factories import NOW, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TODAY = NOW.date()


@pytest.fixture
def anna(db):
    return make_member("anna")


@pytest.fixture
def procedure(anna):
    return make_deciding_case(anna)[1]


@pytest.fixture
def without_statute(anna):
    """Applied for under the Jeugdwet: eight weeks, by no statute."""
    case = make_case(anna, status="weighing")
    row = open_procedure(case=case, law="jeugdwet", subject="Begeleiding", by=anna, now=NOW)
    return apply(procedure=row, applied_date=TODAY, by=anna, now=NOW)


def tell(row, by, told, until):
    return tell_delay(procedure=row, told_date=told, until_date=until, by=by, now=NOW + (told - TODAY))


def term(row, code, today):
    (found,) = with_term_facts(Procedure.objects.filter(pk=row.pk))
    return next(one for one in term_rows(found, today) if one.code == code)


def test_what_is_late_stays_late_and_says_which_day_was_named(anna, procedure):
    due = decision_due(procedure.pk, TODAY)
    told, until = due + 2 * DAY, due + 20 * DAY
    tell(procedure, anna, told, until)
    found = term(procedure, "WMO_BESCHIKKING", told)
    assert (found.due, found.is_late, found.named_day) == (due, True, until)
    with translation.override("nl"):
        assert found.said == "op 4 december zeiden we: uiterlijk 22 december"
    codes = Event.objects.get(kind=EventKind.DELAY_TOLD).codes
    assert codes == {"procedure": procedure.pk, "law": "wmo", "about": "late", "until": until.isoformat()}


def test_the_named_day_is_a_next_date_beside_the_term_until_the_decision_is_sent(anna, procedure):
    due = decision_due(procedure.pk, TODAY)
    until = due + 20 * DAY

    def dates(today):
        (row,) = PROCEDURES(case=procedure.case_id)
        return [(one.day, one.is_late, one.sort) for one in terms_of(row, today)]

    tell(procedure, anna, TODAY, until)
    assert dates(due) == [(due, False, "terms"), (until, False, "planned")]
    assert dates(until + DAY) == [(due, True, "terms"), (until, True, "planned")]
    decide(procedure=procedure, outcome="granted", reasons="Ja.", decided_date=TODAY, by=anna, now=NOW)
    send_decision(procedure=procedure, sent_date=TODAY, by=anna, now=NOW)
    assert dates(until + DAY) == []
    assert term(procedure, "WMO_BESCHIKKING", until).said == ""


@pytest.mark.slow
def test_the_last_day_that_was_named_is_the_one_that_is_shown(anna, procedure):
    due = decision_due(procedure.pk, TODAY)
    tell(procedure, anna, TODAY, due + 5 * DAY)
    tell(procedure, anna, TODAY + DAY, due + 9 * DAY)
    assert term(procedure, "WMO_BESCHIKKING", TODAY).named_day == due + 9 * DAY


def test_where_no_statute_sets_a_term_it_lasts_until_the_day_named_within_it(anna, without_statute):
    due = decision_due(without_statute.pk, TODAY)
    assert due == TODAY + 56 * DAY
    tell(without_statute, anna, due, due + 14 * DAY)
    found = term(without_statute, "AWB_REDELIJK", due + DAY)
    assert (found.due, found.is_late, found.said) == (due + 14 * DAY, False, "")
    with pytest.raises(Refused):
        receive_default_notice(
            procedure=without_statute, received_date=due + DAY, by=anna, now=NOW + 57 * DAY
        )


@pytest.mark.slow
def test_told_after_the_eight_weeks_it_lengthens_nothing(anna, without_statute):
    due = decision_due(without_statute.pk, TODAY)
    tell(without_statute, anna, due + DAY, due + 14 * DAY)
    found = term(without_statute, "AWB_REDELIJK", due + DAY)
    assert (found.due, found.is_late, found.named_day) == (due, True, due + 14 * DAY)


@pytest.mark.slow
def test_it_is_told_of_a_decision_on_an_objection_too(anna, procedure):
    decide(procedure=procedure, outcome="refused", reasons="Nee.", decided_date=TODAY, by=anna, now=NOW)
    send_decision(procedure=procedure, sent_date=TODAY, by=anna, now=NOW)
    with pytest.raises(Refused):
        tell(procedure, anna, TODAY, TODAY + 100 * DAY)
    objections.receive_objection(procedure=procedure, received_date=TODAY, by=anna, now=NOW)
    until = TODAY + 100 * DAY
    assert tell(procedure, anna, TODAY + 60 * DAY, until).kind == "objection_late"
    found = term(procedure, "AWB_BEZWAAR_BESLUIT", until)
    assert (found.is_late, found.named_day) == (True, until)


def test_only_where_a_term_runs_and_only_by_who_works_on_the_case(anna):
    case = make_case(anna, status="weighing")
    row = open_procedure(case=case, law="jeugdwet", subject="Begeleiding", by=anna, now=NOW)
    with pytest.raises(Refused):
        tell(row, anna, TODAY, TODAY + 100 * DAY)
    with pytest.raises(NotPermitted):
        tell(row, make_member("bram"), TODAY, TODAY + 100 * DAY)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("told", "until", "field"), [(1, 40, "told_date"), (0, 14, "until_date"), (0, 900, "until_date")]
)
def test_a_day_that_cannot_be_is_refused_at_its_field(anna, procedure, told, until, field):
    with pytest.raises(Refused) as refused:
        tell_delay(
            procedure=procedure,
            told_date=TODAY + told * DAY,
            until_date=TODAY + until * DAY,
            by=anna,
            now=NOW,
        )
    assert refused.value.field == field
