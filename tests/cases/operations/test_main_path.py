"""The whole way of a question, through the operations."""

import pytest

from cases.enums import CaseStatus, EventKind
from cases.models import Case, Event, Wait
from cases.operations import cases, procedures
from tests.factories import NOW, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("status", [status for status in CaseStatus if status != "deciding"])
def test_a_case_reaches_every_status_along_the_usual_way(status):
    case = make_case(make_member("anna"), status=status)
    assert case.status == status
    last = Event.objects.filter(case=case, kind=EventKind.STATUS_CHANGED).order_by("id").last()
    assert status == "registered" or last.codes["to"] == status


def test_a_closed_case_waits_for_nobody():
    case = make_case(make_member("anna"), status="closed")
    assert not Wait.objects.filter(case=case, until__isnull=True).exists()


def test_a_mistaken_closing_is_undone_and_the_log_keeps_it():
    anna = make_member("anna")
    case = make_case(anna, status="closed")
    cases.undo_close(case=case, reason="Per ongeluk gesloten.", by=anna, now=NOW)
    case = Case.objects.get(pk=case.pk)
    assert (case.status, case.outcome, case.closed_at) == ("reviewing", "", None)
    assert Event.objects.get(case=case, kind=EventKind.CLOSING_UNDONE).corrects.kind == EventKind.CLOSED


def test_a_case_whose_application_is_refused_closes_when_nothing_lighter_was_agreed():
    anna = make_member("anna")
    case, procedure = make_deciding_case(anna)
    procedures.decide(
        procedure=procedure,
        outcome="refused",
        reasons="Er is een lift.",
        decided_date=NOW.date(),
        by=anna,
        now=NOW,
    )
    case = cases.settle_decisions(case=case, by=anna, now=NOW)
    assert (case.status, case.outcome) == ("closed", "refused")
