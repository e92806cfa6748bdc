"""The five steps of the meldcode on a tablet in portrait, with touch only; and without JavaScript."""

import pytest
import time_machine
from django.urls import reverse
from playwright.sync_api import expect

from cases.models import HelpRequest
from intake.models import Meldcode
from tests.factories import NOW, make_case, make_member

pytestmark = pytest.mark.django_db(transaction=True)
SMALLEST = 24
SMALL_TARGETS = """smallest => [...document.querySelectorAll('main a, main button, main summary, main input')]
    .filter(one => one.type !== 'hidden' && !one.closest('.identity'))
    .map(one => [one, one.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.height < smallest || box.width < smallest))
    .map(([one]) => one.outerHTML)"""


@pytest.fixture
def anna(transactional_db):
    with time_machine.travel(NOW, tick=True):
        yield make_member("anna")


@pytest.fixture
def case(anna):
    case = make_case(anna, status="conversation")
    HelpRequest.objects.update(red_flags=["unsafe"])
    return case


def _looked_at(desk):
    desk.check_accessible()
    assert desk.page.evaluate(SMALL_TARGETS, SMALLEST) == []
    assert desk.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.slow
def test_from_doubt_on_the_case_page_to_a_decision_with_touch_only(desks, anna, case):
    desk = desks.of(anna, has_touch=True)
    page = desk.page
    page.set_viewport_size({"width": 768, "height": 1024})
    desk.go(reverse("case", args=[case.number]))
    page.get_by_role("link", name="Naar de vijf stappen van de meldcode").tap()
    expect(page.get_by_role("heading", name="Veiligheid thuis: de meldcode")).to_be_visible()
    _looked_at(desk)
    page.get_by_role("button", name="Beginnen met stap 1").tap()
    page.get_by_label("Wat heb je gezien, gehoord of gelezen?").fill("Een blauwe plek.")
    _looked_at(desk)
    onward = page.get_by_role("button", name="Vastleggen, en door naar de volgende stap")
    onward.tap()
    page.get_by_label("Met wie").fill("Bram")
    page.get_by_label("Wat concludeerden jullie samen?").fill("Wij maken ons zorgen.")
    onward.tap()
    why_not = page.get_by_label("Waarom was er geen gesprek?")
    expect(why_not).to_be_hidden()
    page.get_by_label("Nee, want dat is niet veilig of kan niet").check()
    expect(page.get_by_label("Wat zeiden zij over wat jij ziet?")).to_be_hidden()
    onward.tap()
    expect(page.get_by_role("link", name="Vul dit in.")).to_be_visible()
    _looked_at(desk)  # why there was no talk is missing
    why_not.fill("Het kind zou gevaar lopen.")
    page.get_by_role("button", name="Vastleggen").tap()
    page.get_by_label("Er is nu iemand in gevaar", exact=True).check()
    page.get_by_label("Waarom?").fill("Vannacht weer.")
    onward.tap()
    page.get_by_label("Melden bij Veilig Thuis, en hulp regelen").check()
    _looked_at(desk)
    page.get_by_role("button", name="Beslissing vastleggen").tap()
    expect(page.get_by_text("Beslist op 18 november 2026")).to_be_visible()
    _looked_at(desk)
    row = Meldcode.objects.get()
    assert (row.state, row.decision, row.danger) == ("settled", "both", "acute")


@pytest.mark.slow
def test_acute_danger_goes_straight_to_the_decision_also_without_javascript(desks, anna, case):
    desk = desks.of(anna, java_script_enabled=False)
    page = desk.page
    page.goto(desk.base + reverse("meldcode", args=[case.number]))
    page.get_by_role("button", name="Beginnen met stap 1").click()
    page.get_by_role("link", name="Acuut gevaar: direct naar de beslissing").click()
    page.get_by_label("Wat is het gevaar, en voor wie?").fill("Er ligt een mes op tafel.")
    page.get_by_role("button", name="Vastleggen").click()
    page.get_by_label("Hulp regelen, zonder melding").check()
    page.get_by_role("button", name="Beslissing vastleggen").click()
    expect(page.get_by_role("link", name="Schrijf op waarom je niet meldt")).to_be_visible()
    page.get_by_label("Waarom?").fill("De politie heeft al gemeld.")
    page.get_by_role("button", name="Beslissing vastleggen").click()
    expect(page.get_by_text("Hulp regelen, zonder melding")).to_be_visible()
