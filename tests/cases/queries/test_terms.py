"""Terms of procedures on a page."""

from datetime import date, timedelta

import pytest
from django.utils.translation import gettext

from cases.models import Procedure
from cases.operations.procedures import decide, open_procedure, send_decision
from cases.operations.suspensions import suspend
from cases.queries.case_rows import PROCEDURES
from cases.queries.procedure_rows import facts_of
from cases.queries.term_facts import TermFacts, with_term_facts
from cases.queries.terms import running_terms, term_rows
from tests.factories import NOW, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def anna(db):
    return make_member("anna")


def rows(case, today=TODAY):
    (procedure,) = with_term_facts(Procedure.objects.filter(case=case))
    return {term.code: term for term in term_rows(procedure, today)}


def test_a_report_starts_the_investigation_and_the_application_ends_it(anna):
    case = make_case(anna, status="weighing")
    open_procedure(case=case, law="wmo", subject="Traplift", by=anna, now=NOW)
    assert rows(case)["WMO_ONDERZOEK"].is_open
    decided, _procedure = make_deciding_case(anna)
    found = rows(decided)
    assert not found["WMO_ONDERZOEK"].still_asks
    assert found["WMO_BESCHIKKING"].still_asks


def test_late_stays_late_after_it_was_done_but_asks_nothing_more(anna):
    case, procedure = make_deciding_case(anna)
    late = TODAY + timedelta(days=20)
    assert rows(case, late)["WMO_BESCHIKKING"].is_late
    decide(procedure=procedure, outcome="granted", reasons="Ja.", decided_date=TODAY, by=anna, now=NOW)
    send_decision(procedure=procedure, sent_date=late, by=anna, now=NOW + timedelta(days=20))
    term = rows(case, late)["WMO_BESCHIKKING"]
    assert (term.is_late, term.still_asks) == (True, False)


def test_time_that_the_resident_has_ends_and_is_never_late(anna):
    case = make_case(anna, status="weighing")
    open_procedure(case=case, law="wmo", subject="Traplift", by=anna, now=NOW)
    found = rows(case, TODAY + timedelta(days=60))
    assert found["WMO_PERSOONLIJK_PLAN"].words == gettext("has ended")
    assert found["WMO_ONDERZOEK"].is_late


def test_only_terms_of_the_municipality_run(anna):
    case = make_case(anna, status="weighing")
    open_procedure(case=case, law="wmo", subject="Traplift", by=anna, now=NOW)
    procedures = with_term_facts(Procedure.objects.filter(case=case))
    assert [term.code for term in running_terms(procedures, TODAY)] == ["WMO_ONDERZOEK"]


def test_the_row_of_a_list_gives_the_same_terms_as_the_model(anna):
    case, procedure = make_deciding_case(anna)
    suspend(
        procedure=procedure, from_date=TODAY, until_date=TODAY + timedelta(days=7), reason="Gegevens.",
        by=anna, now=NOW,
    )  # fmt: skip
    (row,) = PROCEDURES(case=case.pk)
    (model,) = with_term_facts(Procedure.objects.filter(case=case))
    assert facts_of(row) == TermFacts.of(model)
    assert term_rows(facts_of(row), TODAY) == term_rows(model, TODAY)


@pytest.mark.parametrize(
    ("born", "expected"), [(date(2000, 1, 1), True), (date(1999, 1, 1), False), (None, False)]
)
def test_under_27_one_searches_for_four_weeks_first(anna, born, expected):
    case = make_case(anna, status="weighing")
    case.resident.birth_date = born
    case.resident.save()
    open_procedure(case=case, law="participatiewet", subject="Uitkering", by=anna, now=NOW)
    assert ("PW_ZOEKTERMIJN_27MIN" in rows(case)) is expected
