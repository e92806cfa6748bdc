"""Whose text it is: signing out asks first, nobody meets another's text, and two tabs do not fight."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from cases.models import HelpRequest
from intake.models import Draft
from intake.operations.waiting_drafts import enter_inbox
from sociaal.accounts.models import User
from tests.factories import TeamFactory, make_member
from tests.journeys.writing import (
    MORE,
    OUT,
    SAVED,
    STORED,
    WORDS,
    Registration,
    left_in,
    offline_text,
    press_sign_out,
    says,
    sign_in,
    status,
    type_in,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def anna() -> User:
    TeamFactory(neighbourhoods=["Oost"])
    return make_member("anna")


@pytest.mark.slow
def test_signing_out_asks_first_when_something_is_not_sent(desks, anna):
    desk = desks.of(anna)
    page = offline_text(desk)
    alerts = page.locator("#alerts")
    press_sign_out(page)
    expect(alerts).to_contain_text("Niet alles wat je typte is opgeslagen.")
    desk.focus_is_somewhere()
    alerts.locator("[data-stay]").click()
    expect(alerts).to_be_empty()
    expect(page.locator("[name=words]")).to_have_value(WORDS)
    page.context.set_offline(False)
    says(page, SAVED)
    press_sign_out(page)
    page.wait_for_url(re.compile("/inloggen/"))
    assert Registration.kept() == [WORDS]
    assert left_in(page) == 0


@pytest.mark.slow
def test_text_that_one_signs_out_on_all_the_same_is_gone_from_the_browser(desks, anna):
    page = offline_text(desks.of(anna))
    page.route("**/concepten/**", lambda route: route.abort())  # the way out is open, saving is not
    page.context.set_offline(False)
    press_sign_out(page)
    page.locator("#alerts [data-leave]").click()
    page.wait_for_url(re.compile("/inloggen/"))
    assert left_in(page) == 0
    assert Registration.kept() == []


@pytest.mark.slow
def test_who_signs_in_after_another_neither_sees_nor_sends_nor_wipes_their_text(desks, anna):
    desk = desks.of(anna)
    page = offline_text(desk)
    bram = make_member("bram")
    sign_in(page.context, bram, desk.base)
    page.context.set_offline(False)
    says(page, OUT)  # Anna's tab is still open, Bram signed in
    page.close()
    page = desk.page = page.context.new_page()
    desk.go("/hulpvraag/nieuw/")
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-go-on]")).to_have_count(0)
    assert not Draft.objects.exists()
    press_sign_out(page)
    page.wait_for_url(re.compile("/inloggen/"))
    assert left_in(page) == 1
    assert WORDS not in page.evaluate(STORED)[0]
    sign_in(page.context, anna, desk.base)
    desk.go("/hulpvraag/nieuw/")
    expect(page.locator(".offer [data-draft]")).to_contain_text(WORDS)
    assert Draft.objects.get().owner == anna
    assert left_in(page) == 0


@pytest.mark.slow
def test_two_tabs_with_one_form_are_two_drafts_and_one_draft_in_two_tabs_becomes_two(desks, anna):
    desk = desks.of(anna)
    one = desk.go("/hulpvraag/nieuw/")
    type_in(one, "[name=words]", "Eerste beller.")
    says(one, SAVED)
    two = one.context.new_page()
    two.goto(one.url)
    type_in(two, "[name=words]", "Tweede beller.")
    says(two, SAVED)
    assert sorted(Registration.kept()) == ["Eerste beller.", "Tweede beller."]
    three = one.context.new_page()
    three.goto(two.url)
    three.locator(".offer [data-draft]").filter(has_text="Eerste beller.").locator("[data-go-on]").click()
    expect(three.locator("[name=words]")).to_have_value("Eerste beller.")
    type_in(three, "[name=words]", " Belt terug.")
    says(three, SAVED)
    one.locator("[name=words]").press_sequentially(" Nee: mailt.")
    expect(status(one)).to_contain_text("Dit is nu een eigen concept")
    assert len(Registration.kept()) == 3
    assert {"Tweede beller.", "Eerste beller. Nee: mailt."} < set(Registration.kept())


@pytest.mark.slow
def test_what_went_to_the_inbox_meanwhile_is_not_registered_twice(desks, anna):
    page = desks.of(anna).go("/hulpvraag/nieuw/")
    type_in(page, "[name=words]", WORDS)
    says(page, SAVED)
    enter_inbox(draft=Draft.objects.get(), now=timezone.now())
    type_in(page, "[name=words]", MORE)
    expect(status(page)).to_contain_text("in het postvak van het team")
    page.locator("button[data-register]").click()
    expect(page.locator(".error-summary")).to_contain_text("staat nu in het postvak van het team")
    assert HelpRequest.objects.get().words == WORDS
    assert Registration.kept() == [WORDS + MORE]
