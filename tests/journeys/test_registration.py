"""A telephone call, registered with the keyboard alone: every key beside the words themselves is counted."""

from dataclasses import dataclass, field

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from cases.models import Case, HelpRequest, Resident
from cases.operations import help_requests
from sociaal.accounts.models import User
from tests.factories import ResidentFactory, TeamFactory, make_case, make_member, make_request
from tests.journeys.conftest import DESKTOP, PHONE, Desk

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "Ik kom de trap niet meer op."
AT_MOST = 12


@dataclass
class Keys:
    """Somebody at the keyboard. What is typed into a field is free; every other key counts."""

    page: Page
    pressed: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed.append(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text, delay=5)

    def tab_to(self, name: str) -> None:
        """As often Tab as it takes; where the focus is, is seen."""
        for _key in range(15):
            if self.name == name:
                return
            self.press("Tab")
        raise AssertionError(f"no way to {name} with Tab: {self.pressed}")

    @property
    def name(self) -> str:
        return self.page.evaluate("document.activeElement.name || ''")


@pytest.fixture
def town():
    TeamFactory(neighbourhoods=["Oost"])
    people = {name: make_member(name) for name in ("anna", "bram", "dirk")}
    User.objects.filter(name="Anna").update(phone="0900 002 0001")
    return people


def _ring(desk: Desk) -> Keys:
    """The telephone rings while somebody is at work elsewhere."""
    page = desk.go(reverse("home"))
    keys = Keys(page)
    keys.press("Alt+n")
    page.wait_for_url("**/hulpvraag/nieuw/")
    expect(page.locator("[name=find]")).to_be_focused()
    expect(page.locator("[role=combobox]")).to_have_count(1)
    return keys


def _choose(keys: Keys, text: str) -> None:
    """The first who is found."""
    keys.type(text)
    expect(keys.page.locator("[role=option][data-key]")).to_have_count(1)
    keys.press("ArrowDown", "Enter")
    expect(keys.page.locator(".call__known")).to_be_visible()


def _hear(desk: Desk, *heard: str) -> None:
    desk.page.wait_for_url("**/vastgelegd/")
    for words in heard:
        expect(desk.page.locator(".told")).to_contain_text(words)
    desk.check_accessible()


REQUIRED = """() => [...document.querySelectorAll('#call :is(input, textarea, select)')].filter((one) => {
    const label = document.querySelector(`label[for="${one.id}"]`);
    return one.checkVisibility() && !one.value && label && !label.textContent.includes('niet verplicht');
}).length"""
"""How many fields are empty and not marked as optional."""


@pytest.mark.slow
def test_a_known_resident_in_at_most_twelve_keys_by_tab_and_enter_alone(desks, town):
    resident = ResidentFactory(last_name="Zonderling")
    desk = desks.of(town["anna"])
    keys = _ring(desk)
    assert desk.page.evaluate(REQUIRED) == 1
    keys.pressed.clear()  # from here: the form itself, without any of its own keys
    _choose(keys, "zonderling")
    keys.tab_to("words")
    keys.type(WORDS)
    while desk.page.evaluate("document.activeElement.value") != "register":
        keys.press("Tab")
    keys.press("Enter")
    _hear(desk, "Uw vaste aanspreekpunt", "belt u om een gesprek", "Uiterlijk op")
    assert len(keys.pressed) <= AT_MOST, keys.pressed
    assert Case.objects.get().resident == resident


def test_a_newcomer_with_a_red_flag_in_at_most_twelve_keys_from_any_page(desks, town):
    desk = desks.of(town["anna"])
    keys = _ring(desk)
    keys.type("fatima el amrani 3-4-1980")
    expect(desk.page.locator("[role=option][data-newcomer]")).to_contain_text("Fatima el Amrani")
    keys.press("ArrowDown", "Enter")
    expect(desk.page.locator("[name=new_phone]")).to_be_focused()
    keys.type("06 12 34 56 78")
    keys.tab_to("words")
    keys.type(WORDS)
    keys.press("Tab", "Tab", "Space")  # eviction
    expect(desk.page.locator("#term .late")).to_be_visible()
    keys.press("Control+Enter")
    _hear(desk, "Uw vaste aanspreekpunt", "belt u om een gesprek", "geldzorgen", "Uiterlijk op")
    assert len(keys.pressed) <= AT_MOST, keys.pressed
    newcomer = Resident.objects.get(last_name="Amrani")
    assert (newcomer.prefix, newcomer.phone, str(newcomer.birth_date)) == ("el", "0612345678", "1980-04-03")
    assert Case.objects.get().urgency == "urgent"


@pytest.mark.slow
def test_a_question_is_joined_to_the_open_case_with_one_key(desks, town):
    case = make_case(town["anna"], resident=ResidentFactory(last_name="Zonderling"))
    desk = desks.of(town["bram"])
    keys = _ring(desk)
    _choose(keys, "zonderling")
    expect(desk.page.locator(".call__known")).to_contain_text("Traplift")
    expect(desk.page.locator(".call__known")).to_contain_text("0900 002 0001")
    desk.focus_is_somewhere()
    desk.check_accessible()
    keys.tab_to("words")
    keys.type("Wanneer komt de traplift?")
    keys.press("Alt+j")
    _hear(desk, "Anna", "0900 002 0001", "bij wat we al voor u doen", "Uiterlijk op")
    assert len(keys.pressed) <= AT_MOST
    assert HelpRequest.objects.get(state="joined").case == case


@pytest.mark.slow
def test_a_call_is_caught_from_any_page_with_only_the_words(desks, town):
    desk = desks.of(town["anna"])
    keys = _ring(desk)
    keys.type("goudplevier")
    expect(desk.page.locator("[role=option]")).to_have_count(1)
    keys.tab_to("words")
    keys.type(WORDS)
    keys.press("Control+Enter")
    _hear(desk, "Iemand van Wijkteam Oost", "Uiterlijk op")
    assert len(keys.pressed) <= AT_MOST
    page = desk.go(reverse("inbox"))
    expect(page.locator("tbody")).to_contain_text("Goudplevier")
    desk.check_accessible()
    page.set_viewport_size(PHONE)
    page.get_by_role("link", name="Van wie is het?").click()
    page.wait_for_url("**/hulpvraag/*/*")
    expect(page.locator("#name_find")).to_have_value("Goudplevier")
    page.set_viewport_size(DESKTOP)


@pytest.mark.slow
def test_the_list_of_people_works_as_such_a_list_does(desks, town):
    for name in ("Aaltje", "Berend"):
        ResidentFactory(first_names=name, last_name="Zonderling")
    desk = desks.of(town["anna"])
    page = desk.go(reverse("help_request_new"))
    box = page.locator("[name=find]")
    box.press_sequentially("zonderling", delay=5)
    expect(page.locator("[role=option]")).to_have_count(3)
    expect(box).to_have_attribute("aria-expanded", "true")
    desk.check_accessible()
    for key, chosen in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", 2)):
        box.press(key)
        here = page.locator("[role=option]").nth(chosen)
        expect(here).to_have_attribute("aria-selected", "true")
        expect(box).to_have_attribute("aria-activedescendant", here.get_attribute("id"))
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(page.locator("#found")).to_be_hidden()
    page.locator("[name=words]").fill(WORDS)
    box.focus()
    box.press("ArrowDown")
    page.locator("[role=option]").filter(has_text="Berend").click()
    expect(page.locator(".call__known")).to_contain_text("Berend de Zonderling")
    expect(box).to_be_focused()
    expect(page.locator("[name=words]")).to_have_value(WORDS)
    box.press("Escape")
    expect(page.locator(".call__known")).to_have_count(0)
    assert page.evaluate("document.querySelector('[name=resident]').value") == ""


@pytest.mark.slow
def test_who_may_be_the_newcomer_stands_beside_them_and_is_chosen_instead(desks, town):
    ResidentFactory(first_names="Sami", prefix="", last_name="Zonderling")
    desk = desks.of(town["anna"])
    page = desk.go(reverse("help_request_new"))
    page.locator("#newcomer > summary").click()
    page.locator("[name=new_first_names]").fill("Samy")
    page.locator("[name=new_last_name]").fill("Zonderling")
    page.locator("[name=new_birth_date]").fill("1951-03-12")
    page.locator("[name=words]").fill(WORDS)
    expect(page.locator("#alike table")).to_contain_text("gelijk")
    desk.check_accessible()
    page.locator("#alike button").click()
    expect(page.locator(".call__known")).to_contain_text("Sami Zonderling")
    desk.focus_is_somewhere()
    page.keyboard.press("Control+Enter")
    _hear(desk, "Uiterlijk op")
    assert Resident.objects.count() == 1


@pytest.mark.slow
def test_without_javascript_a_call_is_registered_all_the_same(desks, town):
    ResidentFactory(last_name="Zonderling")
    desk = desks.of(town["anna"], java_script_enabled=False)
    page = desk.go(reverse("help_request_new"))
    page.locator("[name=words]").fill(WORDS)
    page.locator("[name=find]").fill("zonderling")
    page.locator("button[value=find]").click()
    page.locator("[type=radio][name=resident]").first.check()
    page.locator("button[value=look]").click()
    expect(page.locator(".call__known")).to_contain_text("Zonderling")
    page.locator("button[value=register]").click()
    page.wait_for_url("**/vastgelegd/")
    expect(page.locator(".told")).to_contain_text("Uiterlijk op")
    assert Case.objects.get().resident.last_name == "Zonderling"


@pytest.mark.slow
def test_what_is_wrong_is_said_above_and_the_text_stays(desks, town):
    desk = desks.of(town["anna"])
    page = desk.go(reverse("help_request_new"))
    page.locator("#newcomer > summary").click()
    page.locator("[name=new_last_name]").fill("Zonderling")
    page.locator("[name=new_postcode]").fill("12")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".error-summary")).to_be_focused()
    assert page.title().startswith("Fout:")
    expect(page.locator("[name=new_last_name]")).to_have_value("Zonderling")
    desk.check_accessible()


@pytest.mark.slow
def test_the_second_of_two_hears_who_was_first_and_keeps_their_text(desks, town):
    request = make_request(town["anna"])
    desk = desks.of(town["bram"])
    page = desk.go(reverse("help_request", args=[request.pk]) + "?do=answer")
    expect(page.locator("#do-answer > summary")).to_be_focused()
    help_requests.take_up(
        help_request=request, contact_person=town["anna"], subject="Trap", by=town["anna"], now=timezone.now()
    )
    page.locator("#do-answer textarea").fill("De klussendienst belt u morgen.")
    page.locator("#do-answer button").click()
    expect(page.locator("main section [role=alert]")).to_contain_text("Anna heeft deze vraag opgepakt")
    desk.focus_is_somewhere()
    expect(page.locator("textarea[readonly]")).to_have_value("De klussendienst belt u morgen.")
    desk.check_accessible(at=(DESKTOP, PHONE))
