"""An administrator changes the words of a letter, and a colleague writes a decision with them."""

import pytest
import time_machine
from django.urls import reverse
from playwright.sync_api import expect

from cases.models import Letter
from cases.operations import procedures
from cases.queries.letters import words_in
from tests.factories import NOW, make_deciding_case, make_member
from tests.journeys.conftest import ZOOMED

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
KIND = "decision_granted"


@pytest.fixture(autouse=True)
def _at_that_moment(transactional_db):
    with time_machine.travel(NOW, tick=True):
        yield


def test_new_words_come_into_use_and_stand_in_the_next_decision(desks):
    desk = desks.of(make_member("fatma"))
    page = desk.page
    desk.go(reverse("letter_template_versions", args=[KIND]))
    page.get_by_role("button", name="Nieuwe versie maken").press("Enter")
    page.wait_for_url("**/2/")
    page.get_by_role("link", name="Tekst wijzigen: Nederlands").press("Enter")
    last = page.get_by_label("Tekst 6")
    last.fill("Gefeliciteerd, {resident_nam}.")
    page.get_by_label("Kop 6").fill("Ten slotte")
    page.get_by_role("button", name="Opslaan").press("Enter")
    expect(page.get_by_text("Bedoel je {resident_name}?").first).to_be_visible()
    desk.check_accessible()
    page.get_by_label("Tekst 6").fill("Gefeliciteerd, {resident_name}.")
    page.get_by_role("button", name="Deel 6 omhoog").press("Enter")
    expect(page.get_by_label("Tekst 5")).to_have_value("Gefeliciteerd, {resident_name}.")
    page.get_by_role("button", name="Opslaan").press("Enter")
    expect(page.get_by_text("Gefeliciteerd, Aaltje de Testpersoon.")).to_be_visible()
    page.get_by_role("link", name="Bekijk wat verandert").press("Enter")
    desk.check_accessible()
    page.get_by_role("button", name="Deze versie vanaf nu gebruiken").press("Enter")
    page.wait_for_url(f"**/{KIND}/")

    anna = make_member("anna")
    procedure = make_deciding_case(anna)[1]
    procedures.decide(
        procedure=procedure, outcome="granted", reasons="U kunt de trap niet meer op.",
        decided_date=NOW.date(), by=anna, now=NOW, conditions="- U zorgt voor stroom.",
    )  # fmt: skip
    other = desks.of(anna)
    other.go(reverse("procedure", args=[procedure.pk]))
    other.page.get_by_role("link", name="Schrijf: Besluit: toegekend").press("Enter")
    other.page.set_viewport_size(ZOOMED)
    other.check_accessible()
    assert other.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    other.page.get_by_label("Ten slotte").fill("Veel plezier met uw lift.")
    other.page.get_by_role("button", name="Brief versturen").press("Enter")
    expect(other.page.get_by_text("Veel plezier met uw lift.")).to_be_visible()
    letter = Letter.objects.get()
    assert letter.template.version == 2
    assert "binnen zes weken" in "\n".join(words_in(letter).words())
