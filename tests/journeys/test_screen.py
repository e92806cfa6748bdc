"""What the scripts promise, in a real browser: focus, words for who listens, nothing typed lost."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import override_settings
from playwright.sync_api import Page, expect

from tests.factories import UserFactory

pytestmark = [
    pytest.mark.journey,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("tests.sociaal.home.screen_urls"),
]
WIDTHS = [(1280, 900), (390, 844), (320, 640)]


@pytest.fixture
def browse(desks) -> Callable[..., Page]:
    """Opens an address for someone signed in, at the width asked for."""
    user = UserFactory(name="Anna")
    desks.watcher.may_fail = "/test/"

    def open_page(address: str, width: int = 1280, height: int = 900) -> Page:
        desk = desks.of(user)
        desk.page.set_viewport_size({"width": width, "height": height})
        page = desk.go(address)
        if address == "/test/page/":  # part of it comes by itself, and speaks: not in between what is tried
            expect(page.locator("#announcer")).to_have_text("opgeslagen 14:03")
        return page

    return open_page


def test_a_slash_finds_and_escape_closes_a_menu(browse):
    page = browse("/test/page/")
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.locator("h1").click()
    menu = page.locator("details.menu--user")
    menu.locator("summary").click()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()


def test_after_a_swap_the_focus_is_where_a_person_expects_it(browse):
    page = browse("/test/page/")
    page.locator("#same").click()
    expect(page.locator("#out")).to_have_text("opgeslagen 14:03")
    expect(page.locator("#same")).to_be_focused()
    page.locator("#replace").click()
    expect(page.get_by_role("heading", name="Nieuw deel")).to_be_focused()
    expect(page.locator("#announcer")).to_have_text("Toegevoegd")


def test_a_failing_request_speaks_and_keeps_the_form(browse):
    page = browse("/test/page/")
    page.locator("textarea").fill("Ik kom de trap niet op")
    alert = page.locator("#alerts")
    page.locator("#refuse").click()
    expect(alert).to_contain_text("Dat mag nu niet.")
    announcer = page.locator("#announcer")
    for trigger, said in (("break", "data-failed"), ("elsewhere", "data-signed-out")):
        page.locator(f"#{trigger}").click()
        expect(alert).to_contain_text(announcer.get_attribute(said))
    page.context.set_offline(True)
    page.locator("#same").click()
    expect(alert).to_contain_text(announcer.get_attribute("data-offline"))
    page.context.set_offline(False)
    page.locator("#same").click()
    expect(alert).to_be_empty()
    expect(page.locator("textarea")).to_have_value("Ik kom de trap niet op")


def test_errors_take_the_focus_and_the_title_says_so(browse):
    page = browse("/test/page/")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.locator(".error-summary")).to_be_focused()
    page.locator(".error-summary a").click()
    expect(page.locator("textarea")).to_be_focused()


def test_a_refusal_and_our_own_fault_give_back_what_was_typed(browse):
    for button in ("Weiger", "Breek"):
        page = browse("/test/page/")
        page.locator("textarea").fill("Ik kom de trap niet op")
        page.get_by_role("button", name=button).click()
        expect(page.locator("textarea[readonly]").first).to_have_value("Ik kom de trap niet op")


def test_the_end_of_a_session_is_announced_and_put_off(browse):
    with override_settings(SESSION_COOKIE_AGE=250):
        page = browse("/test/page/")
        page.locator("#alerts button").click()
        expect(page.locator("#alerts")).to_be_empty()
        said = page.locator("#session").get_attribute("data-extended")
        expect(page.locator("#announcer")).to_have_text(said)


def test_typed_text_is_not_left_behind_without_asking(browse):
    page = browse("/test/page/")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator("textarea").press_sequentially("tekst")
    page.reload()
    assert asked == ["beforeunload"]


@pytest.mark.parametrize(
    "address",
    [
        "/ontwikkel/onderdelen/",
        "/test/page/",
        "/test/fail/not-permitted/",
    ],
)
def test_a_page_is_accessible_and_does_not_scroll_sideways(browse, address):
    for width, height in WIDTHS:
        with override_settings(DEBUG=True):
            page = browse(address, width, height)
            page.wait_for_load_state("networkidle")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            found = Axe().run(page).response["violations"]
        assert [(width, one["id"], one["nodes"][0]["target"]) for one in found] == []


def test_charts_are_drawn_without_breaking_the_content_policy(browse):
    with override_settings(DEBUG=True):
        page = browse("/ontwikkel/onderdelen/")
        expect(page.locator("[data-chart] svg")).to_have_count(3)
        page.locator("[data-chart] svg").first.hover()
