"""A mistaken closing is undone: the case stands again where it stood, and the log keeps both."""

from datetime import timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from cases.enums import OPEN_STATUSES, EventKind
from cases.models import Case, ContactTerm, Event, Wait
from cases.operations import cases, contact_person
from cases.waiting import expected_waits
from sociaal.core.errors import Refused
from tests.factories import NOW, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db


def _closed_from(status, by):
    case = make_deciding_case(by)[0] if status == "deciding" else make_case(by, status=status)
    return cases.withdraw(
        case=case, who="Inwoner", reason="Zij redt het zelf.", outcome="withdrawn", by=by, now=NOW
    )


def _undo(case, by, later=timedelta(0)):
    return cases.undo_close(case=case, reason="Per ongeluk gesloten.", by=by, now=NOW + later)


@pytest.mark.parametrize("status", OPEN_STATUSES)
def test_a_case_goes_back_to_where_it_was_closed(status):
    anna = make_member("anna")
    case = _closed_from(status, anna)
    assert (case.status, case.closed_from) == ("closed", status)
    _undo(case, anna)
    case = Case.objects.get(pk=case.pk)
    assert (case.status, case.closed_at, case.outcome, case.closed_from) == (status, None, "", "")


@pytest.mark.parametrize("status", OPEN_STATUSES)
def test_and_waits_again_on_whom_that_status_waits(status):
    anna = make_member("anna")
    case = _undo(_closed_from(status, anna), anna)
    running = Wait.objects.filter(case=case, until__isnull=True)
    expected = expected_waits(status, list(case.arrangements.values_list("pk", "state")))
    assert {(wait.on, wait.subject) for wait in running} == {(one.on, one.subject) for one in expected}


def test_the_closing_stays_in_the_log_corrected_by_a_later_event():
    anna = make_member("anna")
    case = _undo(_closed_from("arranging", anna), anna)
    undone = Event.objects.get(case=case, kind=EventKind.CLOSING_UNDONE)
    assert undone.corrects == Event.objects.get(case=case, kind=EventKind.CLOSED)


def test_the_contact_person_of_then_is_it_again_when_their_term_had_ended():
    anna, esra = make_member("anna"), make_member("esra")
    case = _closed_from("registered", anna)
    term = ContactTerm.objects.get(resident=case.resident)
    term.during, term.end_reason = DateTimeTZRange(term.during.lower, NOW), "quiet"
    term.save()
    _undo(case, esra)
    assert ContactTerm.objects.get(resident=case.resident, during__upper_inf=True).user == anna


def test_without_any_former_contact_person_a_manager_does_not_become_one():
    case = _closed_from("registered", make_member("anna"))
    ContactTerm.objects.filter(resident=case.resident).delete()
    with pytest.raises(Refused):
        _undo(case, make_member("esra"))


def test_closing_is_undone_for_14_days():
    anna = make_member("anna")
    case = _closed_from("registered", anna)
    with pytest.raises(Refused):
        _undo(case, anna, timedelta(days=14, seconds=1))
    assert _undo(case, anna, timedelta(days=14)).status == "registered"


def test_a_quiet_term_ends_after_twelve_months_and_not_while_a_case_is_open():
    anna = make_member("anna")
    _closed_from("registered", anna)
    make_case(anna)
    year = contact_person.QUIET_AFTER
    assert contact_person.end_quiet_terms(now=NOW + year - timedelta(days=2)) == 0
    assert contact_person.end_quiet_terms(now=NOW + year + timedelta(days=2)) == 1
    assert contact_person.end_quiet_terms(now=NOW + 3 * year) == 0
    assert ContactTerm.objects.filter(during__upper_inf=True).count() == 1
