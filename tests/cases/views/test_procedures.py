"""Procedures: their terms and steps."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from cases.models import Case, Procedure, Resident
from cases.operations.procedures import open_procedure
from cases.queries.terms import decision_due
from sociaal.core.templatetags.ui import long_date
from tests.cases.operations.test_applicants import living_with
from tests.factories import NOW, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db
TODAY = NOW.date().isoformat()


@pytest.fixture
def anna(db):
    return make_member("anna")


@pytest.fixture
def procedure(anna):
    return make_deciding_case(anna)[1]


def take(visit, user, procedure, step, **data):
    return visit(user, "procedure_step", procedure.pk, step, data={"form_key": step, **data})


def test_a_procedure_starts_its_terms(visit, anna):
    case = make_case(anna, status="weighing")
    data = {"law": "wmo", "subject": "Traplift", "way_in": "municipality", "form_key": "p"}
    assert visit(anna, "procedure_new", case.number, data=data).status_code == 302
    page = visit(anna, "procedure", Procedure.objects.get().pk)
    assert {term.code for term in page.context["terms"]} == {"WMO_ONDERZOEK", "WMO_PERSOONLIJK_PLAN"}


def test_the_page_shows_terms_with_their_article(visit, anna, procedure):
    page = visit(anna, "procedure", procedure.pk).content.decode()
    assert "Wmo 2015 art. 2.3.5 lid 2" in page


def test_a_decision_is_made_sent_and_objected_to(visit, anna, procedure):
    take(visit, anna, procedure, "decide", outcome="granted", reasons="Het is nodig.", decided_date=TODAY)
    take(visit, anna, procedure, "send", sent_date=TODAY)
    take(visit, anna, procedure, "objection", received_date=TODAY)
    row = Procedure.objects.get()
    assert (row.outcome, row.sent_date, row.objection_date) == ("granted", NOW.date(), NOW.date())
    with time_machine.travel(NOW + timedelta(days=60), tick=False):
        names = [step.name for step, _form in visit(anna, "procedure", row.pk).context["steps"]]
        assert "final" not in names
        take(visit, anna, procedure, "objection_back", taken_back_date=TODAY)
        names = [step.name for step, _form in visit(anna, "procedure", row.pk).context["steps"]]
        assert "final" in names
        take(visit, anna, procedure, "final")
    assert Procedure.objects.get().state == "final"


def test_a_decision_without_reasons_comes_back_with_what_was_typed(visit, anna, procedure):
    answer = take(visit, anna, procedure, "decide", outcome="refused", decided_date=TODAY)
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"reasons"}


def test_a_date_in_the_future_is_refused_at_its_field(visit, anna, procedure):
    later = (NOW + timedelta(days=2)).date().isoformat()
    answer = take(visit, anna, procedure, "decide", outcome="granted", reasons="Ja.", decided_date=later)
    assert "decided_date" in answer.context["form"].errors


def test_deciding_takes_a_mandate(visit, anna, procedure):
    anna.mandates = []
    anna.save()
    names = [step.name for step, _form in visit(anna, "procedure", procedure.pk).context["steps"]]
    assert "decide" not in names
    answer = take(visit, anna, procedure, "decide", outcome="granted", reasons="Ja.", decided_date=TODAY)
    assert answer.status_code == 403


def test_a_colleague_with_the_mandate_decides_without_being_the_contact_person(visit, procedure):
    bram = make_member("bram")
    names = [step.name for step, _form in visit(bram, "procedure", procedure.pk).context["steps"]]
    assert names == ["decide"]
    take(visit, bram, procedure, "decide", outcome="granted", reasons="Ja.", decided_date=TODAY)
    assert Procedure.objects.get().mandate_holder == bram


def test_a_suspension_moves_the_due_date(visit, anna, procedure):
    def due():
        terms = visit(anna, "procedure", procedure.pk).context["terms"]
        return next(term.due for term in terms if term.code == "WMO_BESCHIKKING")

    before = due()
    until = (NOW + timedelta(days=7)).date().isoformat()
    take(visit, anna, procedure, "suspend", from_date=TODAY, until_date=until, reason="Gegevens gevraagd.")
    assert due() > before


def test_a_term_that_stands_still_is_made_to_run_again_on_its_page(visit, anna, procedure):
    def steps():
        return [step.name for step, _form in visit(anna, "procedure", procedure.pk).context["steps"]]

    assert "resume" not in steps()
    assert "suspend" in steps()
    take(visit, anna, procedure, "suspend", from_date=TODAY, reason="Gegevens gevraagd.")
    assert "resume" in steps()
    assert "suspend" not in steps()
    later = NOW + timedelta(days=3)
    with time_machine.travel(later, tick=False):
        take(visit, anna, procedure, "resume", runs_from=later.date().isoformat())
        assert "resume" not in steps()
    assert procedure.suspensions.get().until_date == later.date() - timedelta(days=1)
    assert b"De termijn loopt weer" in visit(anna, "case", procedure.case.number).content


def test_after_the_decisions_the_case_goes_on(visit, anna, procedure):
    take(visit, anna, procedure, "decide", outcome="granted", reasons="Ja.", decided_date=TODAY)
    number = procedure.case.number
    assert visit(anna, "case", number).context["step"].url == reverse("settle", args=[number])
    visit(anna, "settle", number, data={"form_key": "s"})
    assert type(procedure.case).objects.get().status == "arranging"


def test_another_team_does_not_see_it_and_an_unknown_one_is_not_found(visit, anna, procedure):
    assert visit(make_member("dirk"), "procedure", procedure.pk).status_code == 403
    assert visit(anna, "procedure", procedure.pk + 1).status_code == 404
    assert take(visit, anna, procedure, "vanish").status_code == 404


def test_a_notice_of_default_shows_until_when_nothing_is_owed_and_then_how_much(visit, anna, procedure):
    due = decision_due(procedure.pk, NOW.date())
    received = due + timedelta(days=1)
    with time_machine.travel(NOW + (received - NOW.date()), tick=False):
        answer = take(visit, anna, procedure, "default", received_date=received.isoformat())
        assert answer.status_code == 302
        assert "46 euro" not in visit(anna, "procedure", procedure.pk).content.decode()
        assert (
            long_date(received + timedelta(days=14))
            in visit(anna, "procedure", procedure.pk).content.decode()
        )
    with time_machine.travel(NOW + (received - NOW.date()) + timedelta(days=16), tick=False):
        assert "46 euro" in visit(anna, "procedure", procedure.pk).content.decode()
        take(visit, anna, procedure, "decide", outcome="granted", reasons="Ja.", decided_date=TODAY)
    with time_machine.travel(NOW + (received - NOW.date()) + timedelta(days=17), tick=False):
        assert "69 euro" in visit(anna, "procedure", procedure.pk).content.decode()  # made, not sent


def test_who_applies_is_asked_where_it_can_be_another_and_shown_to_whom_the_decision_went(visit, anna):
    case = make_case(anna, status="weighing")
    assert "applicant" not in visit(anna, "procedure_new", case.number).context["form"].fields
    partner = living_with(case.resident)
    form = visit(anna, "procedure_new", case.number).context["form"]
    assert [key for key, _name in form.fields["applicant"].choices] == [
        str(case.resident_id), str(partner.pk)
    ]  # fmt: skip
    data = {"law": "wgs", "subject": "Schulden", "way_in": "municipality", "form_key": "p"}
    visit(anna, "procedure_new", case.number, data={**data, "applicant": partner.pk})
    row = Procedure.objects.get()
    assert row.applicant == partner
    take(visit, anna, row, "apply", applied_date=TODAY, applicant=partner.pk)
    take(visit, anna, row, "decide", outcome="granted", reasons="Nodig.", decided_date=TODAY)
    take(visit, anna, row, "send", sent_date=TODAY)
    facts = dict(visit(anna, "procedure", row.pk).context["facts"])
    assert "Piet Partner" in (facts["Aanvrager"], facts["Besluit verstuurd"].split("aan ")[1])


@pytest.mark.slow
def test_the_file_of_who_applied_leads_to_the_decision_for_who_reads_that_case(visit, anna):
    case = make_case(anna, status="weighing")
    partner = living_with(case.resident)
    make_case(anna, resident=partner)
    row = open_procedure(case=case, law="wmo", subject="Bad", applicant=partner, by=anna, now=NOW)
    assert visit(anna, "resident", partner.pk).context["file"].applied == [row]
    assert visit(anna, "resident", case.resident_id).context["file"].applied == []
    Case.objects.filter(pk=case.pk).update(team=make_member("dirk").team)
    Resident.objects.filter(pk=case.resident_id).update(restricted=True)
    assert visit(make_member("bram"), "resident", partner.pk).context["file"].applied == []
