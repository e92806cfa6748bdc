"""A resident reports a question without an account, with and without scripts; a colleague finds it."""

import pytest
from playwright.sync_api import expect

from cases.models import HelpRequest, Resident
from intake.forms import public
from intake.models import ReportDetails
from tests.factories import TeamFactory, make_member
from tests.journeys.conftest import DESKTOP, PHONE, ZOOMED

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
SIZES = (DESKTOP, PHONE, ZOOMED)


@pytest.fixture
def anna(monkeypatch):
    monkeypatch.setattr(public, "FASTEST", 0)
    TeamFactory()
    return make_member("anna")


@pytest.mark.parametrize("scripts", [True, pytest.param(False, marks=pytest.mark.slow)])
def test_a_resident_reports_and_a_colleague_adds_them_without_typing_it_again(desks, anna, scripts):
    page = desks.of(None, java_script_enabled=scripts).go("/melden/")
    page.get_by_role("link", name="Voor mijzelf").click()
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_role("heading", name="Er klopt nog iets niet")).to_be_visible()
    page.get_by_label("Waar hebt u hulp bij nodig?").fill("Ik kom de trap niet meer op.")
    page.get_by_label("Uw telefoonnummer").fill("06 1234 5678")
    page.get_by_label("Voornaam").fill("Aaltje")
    page.get_by_label("Achternaam").fill("van der Goudplevier")
    page.wait_for_timeout(1100)  # the stamp counts whole seconds
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_role("heading", name="We hebben uw vraag ontvangen")).to_be_visible()
    expect(page.get_by_text(ReportDetails.objects.get().reference)).to_be_visible()

    page = desks.of(anna, java_script_enabled=scripts).go(f"/hulpvraag/{HelpRequest.objects.get().pk}/")
    page.get_by_role("button", name="Toevoegen en verder").click()
    expect(page.get_by_role("heading", name="Aaltje van der Goudplevier")).to_be_visible()
    assert Resident.objects.get().phone == "0612345678"


def test_every_state_of_the_public_pages_is_accessible_also_at_400_percent(desks, anna):
    desk = desks.of(None)
    for address in ("/melden/", "/melden/zelf/", "/melden/ander/", "/melden/beroep/"):
        page = desk.go(address)
        desk.check_accessible(at=SIZES)
    page.get_by_role("button", name="Versturen").click()
    expect(page).to_have_title("Fout: Een vraag melden · Sociaal")
    desk.focus_is_somewhere()
    desk.check_accessible(at=SIZES)
    page = desk.go("/melden/zelf/")
    page.get_by_label("Waar hebt u hulp bij nodig?").fill("Ik kom de trap niet meer op.")
    page.get_by_label("Uw telefoonnummer").fill("0612345678")
    page.wait_for_timeout(1100)
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Versturen").press("Enter")
    expect(page.get_by_role("heading", name="We hebben uw vraag ontvangen")).to_be_visible()
    desk.check_accessible(at=SIZES)


def test_who_listens_to_the_page_never_meets_the_field_for_machines(desks, anna):
    page = desks.of(None).go("/melden/zelf/")
    expect(page.get_by_role("textbox", name="Laat dit veld leeg")).to_have_count(0)
    reached = set()
    for _press in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.name || ''"))
    assert "words" in reached
    assert "leave_empty" not in reached
