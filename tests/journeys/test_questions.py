"""An administrator makes a new version of the questions, with the keyboard, and a colleague asks them."""

import pytest
import time_machine
from django.urls import reverse
from playwright.sync_api import expect

from intake.models import Question, QuestionSet
from intake.operations.conversations import Appointment, plan_conversation
from intake.operations.questions import QuestionText, change_question
from tests.factories import NOW, UserFactory, make_case, make_member
from tests.journeys.conftest import ZOOMED

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _at_that_moment(transactional_db):
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.mark.slow
def test_a_new_version_is_made_with_the_keyboard_and_used_by_a_new_conversation(desks):
    fatma = make_member("fatma")
    desk = desks.of(fatma)
    page = desk.page
    desk.go(reverse("questions"))
    page.get_by_role("button", name="Nieuwe versie maken").press("Enter")
    page.wait_for_url("**/vragen/2/")
    concept = QuestionSet.objects.get(version=2)
    desk.go(reverse("question_domain", args=[2, "daytime"]))
    prompts = list(
        Question.objects.filter(question_set=concept, domain="daytime", is_opening=False).order_by("order")
    )
    page.get_by_role("button", name="Omlaag").first.press("Enter")
    expect(
        page.get_by_role("listitem").filter(has_text=prompts[0].text_nl).get_by_role("button", name="Omlaag")
    ).to_be_focused()
    page.get_by_role("link", name="Vraag toevoegen").press("Enter")
    page.get_by_label("Vraag in het Nederlands").fill("Wat gaf u deze week energie?")
    page.get_by_role("button", name="Opslaan").press("Enter")
    expect(page.get_by_text("Wat gaf u deze week energie?").first).to_be_visible()
    desk.go(reverse("question_set_publish", args=[2]))
    desk.check_accessible()
    page.get_by_role("button", name="Deze versie vanaf nu gebruiken").press("Enter")
    page.wait_for_url("**/vragen/")

    anna = make_member("anna")
    talk = plan_conversation(case=make_case(anna), appointment=Appointment(NOW, "thuis"), by=anna, now=NOW)
    other = desks.of(anna)
    other.go(reverse("conversation", args=[talk.pk]) + "?domain=daytime")
    assert "Wat gaf u deze week energie?" in other.page.content()


@pytest.mark.slow
def test_two_administrators_in_one_question_see_both_also_at_400_percent(desks):
    desk = desks.of(make_member("fatma"))
    page = desk.page
    farid = UserFactory(name="Farid", roles=["administrator"], team=None)
    desk.go(reverse("questions"))
    page.get_by_role("button", name="Nieuwe versie maken").click()
    page.wait_for_url("**/vragen/2/")
    question = Question.objects.filter(question_set__version=2, domain="housing", is_opening=False).earliest(
        "order"
    )
    page.set_viewport_size(ZOOMED)
    desk.go(reverse("question_change", args=[2, "housing", question.pk]))
    change_question(question=question, given=QuestionText("Van Farid?"), seen=0, by=farid, now=NOW)
    page.get_by_label("Vraag in het Nederlands").fill("Van Fatma?")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("Van Farid?")).to_be_visible()
    expect(page.get_by_label("Vraag in het Nederlands")).to_have_value("Van Fatma?")
    desk.check_accessible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.get_by_role("button", name="Opslaan").click()
    page.wait_for_url("**/housing/alle/")
    question.refresh_from_db()
    assert question.text_nl == "Van Fatma?"
