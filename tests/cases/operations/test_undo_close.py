"""A mistaken closing is undone: the case stands again where it stood, and the log keeps both."""

from datetime import timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Q

from cases.enums import OPEN_STATUSES, EventKind
from cases.models import Case, ContactTerm, Event, Provision, Wait
from cases.operations import arrangements, cases, contact_person
from cases.operations.death import note_death
from cases.operations.procedures import apply, open_procedure, withdraw_application
from cases.queries.ended_by_closing import ended_by_closing
from cases.waiting import expected_waits
from regie.metrics.facts import Happening, standing
from sociaal.core.errors import Refused
from tests.factories import NOW, ProvisionFactory, make_case, make_deciding_case, make_member

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


# --- what the closing ended by itself ---------------------------------------------------------------------
def test_what_the_withdrawal_ended_goes_on_where_it_stood(case_with_everything):
    case, anna = case_with_everything
    before = _states(case)
    assert set(before) >= {"applied", "reported", "started", "requested", "proposed"}
    cases.withdraw(case=case, who="Inwoner", reason="Verhuisd.", outcome="moved", by=anna, now=NOW)
    assert set(_states(case)) == {"withdrawn", "ended", "cancelled"}
    _undo(case, anna)
    assert _states(case) == before
    assert not case.procedures.exclude(ended_date=None, end_reason="").exists()
    assert not case.arrangements.exclude(ended_at=None, end_reason="").exists()


def test_each_that_comes_back_has_an_event_that_corrects_its_end(case_with_everything):
    case, anna = case_with_everything
    cases.withdraw(case=case, who="Inwoner", reason="Verhuisd.", outcome="moved", by=anna, now=NOW)
    ends = set(
        Event.objects.filter(case=case, kind__in=["procedure_ended", "arrangement_changed"], recorded_at=NOW)
        .filter(Q(codes__withdrawn=True) | Q(codes__state__in=["ended", "cancelled"]))
        .values_list("pk", flat=True)
    )
    _undo(case, anna)
    back = Event.objects.filter(case=case, codes__back=True)
    assert set(back.values_list("corrects", flat=True)) == ends
    assert len(ends) == 5


def test_what_had_ended_before_stays_so():
    anna = make_member("anna")
    case = make_case(anna, status="supported")
    procedure = open_procedure(case=case, law="wmo", subject="Traplift", by=anna, now=NOW)
    withdraw_application(procedure=procedure, reason="Bedacht zich.", by=anna, now=NOW)
    ended = arrangements.propose(case=case, provision=ProvisionFactory(), by=anna, now=NOW)
    arrangements.cancel(arrangement=ended, reason="Niet nodig.", by=anna, now=NOW)
    before = _states(case)
    cases.withdraw(case=case, who="Inwoner", reason="Verhuisd.", outcome="moved", by=anna, now=NOW)
    _undo(case, anna)
    assert _states(case) == before


def test_closed_and_undone_twice_only_the_last_closing_counts(case_with_everything):
    case, anna = case_with_everything
    before = _states(case)
    for _time in range(2):
        cases.withdraw(case=case, who="Inwoner", reason="Verhuisd.", outcome="moved", by=anna, now=NOW)
        _undo(case, anna)
    assert _states(case) == before


def test_help_to_somebody_who_died_and_what_is_no_longer_given_stay_ended():
    anna = make_member("anna")
    case = make_case(anna, status="supported", at=NOW - timedelta(days=9))
    row = arrangements.propose(case=case, provision=ProvisionFactory(name="Maaltijden"), by=anna, now=NOW)
    cases.withdraw(case=case, who="Inwoner", reason="Verhuisd.", outcome="moved", by=anna, now=NOW)
    Provision.objects.filter(pk=row.provision_id).update(until_date=NOW.date() - timedelta(days=1))
    case = Case.objects.select_related("resident", "team").get(pk=case.pk)
    told = ended_by_closing(case, NOW.date())
    assert ["Maaltijden" in one.called and bool(one.stays) for one in told.help] == [False, True]
    note_death(resident=case.resident, died_on=NOW.date(), by=anna, now=NOW)
    _undo(case, anna)
    assert _states(case) == ["ended", "cancelled"]


def test_the_figures_count_the_application_as_never_taken_back():
    anna = make_member("anna")
    case, _procedure = make_deciding_case(anna)
    cases.withdraw(case=case, who="Inwoner", reason="Verhuisd.", outcome="moved", by=anna, now=NOW)
    _undo(case, anna)
    rows = Event.objects.filter(case=case).order_by("pk")
    names = ("id", "kind", "occurred_at", "codes", "corrects_id")
    happened = standing(Happening(*row) for row in rows.values_list(*names))
    assert not [event for event in happened if event.codes.get("withdrawn")]


def _states(case):
    procedures = case.procedures.order_by("pk").values_list("state", flat=True)
    return [*procedures, *case.arrangements.order_by("pk").values_list("state", flat=True)]


@pytest.fixture
def case_with_everything():
    """Help runs, some was asked for and some proposed; one law was applied under, another reported."""
    anna = make_member("anna")
    case = make_case(anna, status="supported")
    for advance in ((), (arrangements.request,)):
        row = arrangements.propose(case=case, provision=ProvisionFactory(), by=anna, now=NOW)
        for step in advance:
            step(arrangement=row, by=anna, now=NOW)
    applied = open_procedure(case=case, law="wmo", subject="Traplift", by=anna, now=NOW)
    apply(procedure=applied, applied_date=NOW.date(), by=anna, now=NOW)
    open_procedure(case=case, law="wgs", subject="Schulden", by=anna, now=NOW)
    return case, anna
