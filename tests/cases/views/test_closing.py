"""The end of a case, and undoing it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases.models import Case, LevelReading
from cases.operations import arrangements
from cases.operations.contacts import add_goal
from cases.operations.procedures import decide, send_decision
from tests.factories import NOW, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(db):
    return make_member("anna")


def status(case):
    return Case.objects.get(pk=case.pk).status


def test_closing_records_outcome_and_levels_together(visit, anna):
    case = make_case(anna, status="supported")
    for row in case.arrangements.all():
        arrangements.end(arrangement=row, reason="Klaar.", by=anna, now=NOW)
    data = {"outcome": "goals_reached", "note": "Het lukt.", "level_housing": "4", "form_key": "c"}
    assert visit(anna, "close", case.number, data=data).url == reverse("case", args=[case.number])
    assert status(case) == "closed"
    assert LevelReading.objects.get(moment="closing").level == 4


def test_help_that_runs_keeps_the_case_open_and_the_typed_text(visit, anna):
    case = make_case(anna, status="supported")
    data = {"outcome": "goals_reached", "note": "Het lukt.", "level_housing": "4", "form_key": "c"}
    answer = visit(anna, "close", case.number, data=data)
    assert answer.status_code == 422
    assert "Het lukt." in answer.content.decode()
    assert not LevelReading.objects.filter(moment="closing").exists()


def test_at_the_end_it_is_noted_which_goals_are_reached(visit, anna):
    case = make_case(anna, status="supported")
    goals = [
        add_goal(case=case, domain="housing", words=words, by=anna, now=NOW)
        for words in ("Veilig douchen", "Weer naar buiten")
    ]
    for row in case.arrangements.all():
        arrangements.end(arrangement=row, reason="Klaar.", by=anna, now=NOW)
    assert "Veilig douchen" in visit(anna, "close", case.number).content.decode()
    said = {"outcome": "goals_reached", "level_housing": "4", f"goal_{goals[0].pk}": "yes", "form_key": "c"}
    visit(anna, "close", case.number, data=said)
    for goal in goals:
        goal.refresh_from_db()
    assert [(goal.reached, goal.looked_at) for goal in goals] == [(True, NOW), (None, None)]


def test_a_decision_that_was_not_sent_is_said_at_the_end_and_stays_the_next_step_after_it(visit, anna):
    case, procedure = make_deciding_case(anna)
    today = NOW.date()
    decide(procedure=procedure, outcome="refused", reasons="Kan zelf.", decided_date=today, by=anna, now=NOW)
    (told,) = visit(anna, "settle", case.number).context["still_running"]
    assert told.url == reverse("procedure", args=[procedure.pk])
    visit(anna, "settle", case.number, data={"form_key": "s"})
    assert status(case) == "closed"
    assert visit(anna, "case", case.number).context["step"].url == told.url
    assert "send" in [step.name for step, _form in visit(anna, "procedure", procedure.pk).context["steps"]]
    send_decision(procedure=procedure, sent_date=today, by=anna, now=NOW)
    assert visit(anna, "case", case.number).context["step"] is None


def test_a_question_is_withdrawn_with_who_and_why(visit, anna):
    case = make_case(anna, status="weighing")
    data = {"who": "resident", "outcome": "moved", "reason": "Verhuisd.", "form_key": "w"}
    visit(anna, "withdraw", case.number, data=data)
    assert (status(case), Case.objects.get().outcome) == ("closed", "moved")


def test_a_question_is_answered_directly(visit, anna):
    case = make_case(anna)
    assert visit(anna, "answer_directly", case.number, data={"form_key": "a"}).status_code == 422
    visit(anna, "answer_directly", case.number, data={"text": "Bel de buurtbus.", "form_key": "a"})
    assert Case.objects.get().outcome_note == "Bel de buurtbus."


@pytest.mark.parametrize("name", ["anna", "esra"])
def test_a_mistaken_closing_is_undone(visit, anna, name):
    case = make_case(anna, status="closed")
    user = anna if name == "anna" else make_member(name)
    assert visit(user, "undo_close", case.number).status_code == 200
    visit(user, "undo_close", case.number, data={"reason": "Per ongeluk.", "form_key": "u"})
    assert status(case) == "reviewing"


def test_the_page_says_what_goes_on_and_not_to_who_may_not_see_it(visit, anna):
    case, procedure = make_deciding_case(anna)
    data = {"who": "resident", "outcome": "moved", "reason": "Verhuisd.", "form_key": "w"}
    visit(anna, "withdraw", case.number, data=data)
    answer = visit(anna, "undo_close", case.number)
    assert [procedure.subject in words for words in answer.context["goes_on"]] == [True]
    assert procedure.subject in answer.content.decode()
    assert visit(make_member("esra"), "undo_close", case.number).context["goes_on"] == []
    visit(anna, "undo_close", case.number, data={"reason": "Per ongeluk.", "form_key": "u"})
    procedure = case.procedures.get()
    assert (procedure.state, procedure.ended_date) == ("applied", None)


def test_the_manager_undoes_without_seeing_who_it_is(visit, anna):
    case = make_case(anna, status="closed")
    page = visit(make_member("esra"), "undo_close", case.number).content.decode()
    assert case.resident.last_name not in page


def test_after_a_fortnight_a_closing_stays(visit, anna):
    case = make_case(anna, status="closed", at=NOW - timedelta(days=15))
    answer = visit(anna, "undo_close", case.number, data={"reason": "Per ongeluk.", "form_key": "u"})
    assert answer.status_code == 422


def test_a_review_starts_and_help_goes_on(visit, anna):
    case = make_case(anna, status="supported")
    goal = add_goal(case=case, domain="housing", words="Zelf naar boven.", by=anna, now=NOW)
    visit(anna, "review", case.number, data={"form_key": "s"})
    assert status(case) == "reviewing"
    data = {
        f"goal_{goal.pk}": "partly",
        "level_housing": "3",
        "lighter": "De buurvrouw kan nog niet.",
        "form_key": "r",
    }
    visit(anna, "review", case.number, data=data)
    assert status(case) == "supported"
    assert LevelReading.objects.get(moment="review").level == 3


def test_a_review_without_a_look_at_each_goal_comes_back(visit, anna):
    case = make_case(anna, status="reviewing")
    goal = add_goal(case=case, domain="housing", words="Zelf naar boven.", by=anna, now=NOW)
    answer = visit(anna, "review", case.number, data={"lighter": "Nog niet.", "form_key": "r"})
    assert answer.status_code == 422
    assert f"goal_{goal.pk}" in answer.context["form"].errors


@pytest.mark.parametrize("name", ["close", "withdraw", "answer_directly", "settle", "review", "undo_close"])
def test_who_reads_along_ends_nothing(visit, anna, name):
    case = make_case(anna, status="supported")
    assert visit(make_member("bram"), name, case.number).status_code == 403
