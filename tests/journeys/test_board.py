"""Improving together: from any page to the board, and over the board with the keyboard."""

import pytest
from playwright.sync_api import expect

from regie.board.models import Suggestion
from regie.board.operations.suggestions import suggest
from tests.factories import NOW, make_member

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "De brief aan de inwoner is te moeilijk."


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.mark.slow
def test_a_suggestion_from_another_page_comes_on_the_board(desks, anna):
    desk = desks.of(anna)
    page = desk.go("/regie/")
    page.locator(".frame__better a").click()
    desk.check_accessible()
    page.locator("[name=gets_in_the_way]").fill(WORDS)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/regie/")
    assert page.locator("main .utrecht-alert--ok").count() == 1
    desk.go("/verbeteren/")
    desk.check_accessible()
    assert page.get_by_role("link", name=WORDS).is_visible()
    assert Suggestion.objects.get().step == "regie"


@pytest.mark.slow
def test_the_arrow_keys_move_a_card_and_the_focus_goes_along(desks, anna):
    suggest(gets_in_the_way=WORDS, by=anna, now=NOW)
    desk = desks.of(anna)
    page = desk.go("/verbeteren/")
    page.get_by_role("link", name=WORDS).focus()
    for key, phase in (("ArrowRight", "chosen"), ("ArrowRight", "trying"), ("ArrowLeft", "chosen")):
        page.keyboard.press(key)
        focused = page.locator(f"section:has(#phase-{phase}) .board__card a:focus")
        focused.wait_for()
        assert focused.inner_text() == WORDS
        expect(page.locator("#announcer")).to_contain_text("“")
    desk.check_accessible()
    assert Suggestion.objects.get().phase == "chosen"


@pytest.mark.slow
def test_without_javascript_the_menu_of_a_card_moves_it(desks, anna):
    suggest(gets_in_the_way=WORDS, by=anna, now=NOW)
    desk = desks.of(anna, java_script_enabled=False)
    page = desk.go("/verbeteren/")
    page.locator(".board__card summary").click()
    page.locator(".board__card button[value=chosen]").click()
    page.wait_for_url("**did=moved**")
    assert page.locator("section:has(#phase-chosen) .board__card").count() == 1
