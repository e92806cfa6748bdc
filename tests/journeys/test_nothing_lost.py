"""Nothing typed is lost: network cut, session ended, tab closed, server restarted, browser killed."""

import os
import re
import signal
import time
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import Page, expect

from intake.models import Conversation, DomainNote
from intake.operations.conversations import Appointment, plan_conversation
from sociaal.accounts.models import User
from tests import chromium
from tests.factories import NOW, TeamFactory, make_case, make_member
from tests.journeys.writing import (
    HERE,
    MORE,
    OUT,
    SAVED,
    WORDS,
    Registration,
    left_in,
    says,
    sign_in,
    status,
    type_in,
)
from tests.webserver import running_web_server

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def anna() -> User:
    TeamFactory(neighbourhoods=["Oost"])
    return make_member("anna")


@pytest.fixture
def talk(anna) -> Conversation:
    """A conversation that Anna is about to hold."""
    case = make_case(anna, status="conversation")
    return plan_conversation(case=case, appointment=Appointment(NOW, "Thuis"), by=anna, now=NOW)


class Talk:
    """Noting what is said at the kitchen table."""

    field = "[name=notes]"

    def __init__(self, talk: Conversation) -> None:
        self.address = reverse("conversation", args=[talk.pk])

    @staticmethod
    def kept() -> list[str]:
        return [note.notes for note in DomainNote.objects.all() if note.notes]


@pytest.fixture(params=["registration", "conversation"])
def work(request, talk) -> Registration | Talk:
    return Talk(talk) if request.param == "conversation" else Registration()


def test_typing_goes_on_without_network_and_is_saved_when_it_comes_back(desks, anna, work):
    page = desks.of(anna).go(work.address)
    type_in(page, work.field, WORDS)
    says(page, SAVED)
    assert work.kept() == [WORDS]
    page.context.set_offline(True)
    type_in(page, work.field, MORE)
    says(page, HERE)
    assert work.kept() == [WORDS]
    page.context.set_offline(False)
    says(page, SAVED)
    assert work.kept() == [WORDS + MORE]
    assert left_in(page) == 0


def test_a_session_that_ended_costs_no_text(desks, anna, work):
    desk = desks.of(anna)
    page = desk.go(work.address)
    type_in(page, work.field, WORDS)
    says(page, SAVED)
    Session.objects.all().delete()
    type_in(page, work.field, MORE)
    says(page, OUT)
    way_in = status(page).locator("a").get_attribute("href")
    assert way_in.startswith(f"{reverse('account_login')}?next={work.address.replace('/', '%2F')}")
    sign_in(page.context, anna, desk.base)
    page.goto(desk.base + way_in)  # signed in already: on to where it leads
    page.wait_for_url(f"**{work.address}**")
    expect(page.locator(work.field)).to_have_value(WORDS + MORE)
    assert work.kept() == [WORDS + MORE]


def until_kept(work: Registration | Talk, texts: list[str]) -> None:
    """The server has these texts; what waits in the browser comes there by itself."""
    for _second in range(15):
        if work.kept() == texts:
            return
        time.sleep(1)
    assert work.kept() == texts


def test_a_bad_afternoon_costs_no_word(browser, anna, talk):
    """In the middle of one conversation: a minute without network, a restart of the server, a session that
    ended, and a tab that was closed.
    """
    work, typed = Talk(talk), WORDS
    with running_web_server() as server:
        context = browser.new_context(locale="nl-NL")
        sign_in(context, anna, server.url)
        page = context.new_page()
        page.goto(server.url + work.address)
        type_in(page, work.field, WORDS)
        says(page, SAVED)
        context.set_offline(True)
        for tenth_second in range(6):
            typed += (part := f" Na {tenth_second}0 seconden.")
            type_in(page, work.field, part)
            page.wait_for_timeout(10_000)
        says(page, HERE)
        context.set_offline(False)
        says(page, SAVED)
        assert work.kept() == [typed]
        server.kill()
        typed += MORE
        type_in(page, work.field, MORE)
        says(page, HERE)
        server.start()
        says(page, SAVED)
        Session.objects.all().delete()
        typed += WORDS
        type_in(page, work.field, WORDS)
        says(page, OUT)
        page.close()
        sign_in(context, anna, server.url)
        page = context.new_page()
        page.goto(server.url + work.address)
        expect(page.locator(work.field)).to_have_value(typed)
        until_kept(work, [typed])
        context.close()


def test_a_tab_that_was_closed_offers_its_text_again(desks, anna, work):
    desk = desks.of(anna)
    page = desk.go(work.address)
    type_in(page, work.field, WORDS)
    page.close()  # in the middle: nothing was pressed, nobody waited
    desk.page = page.context.new_page()
    page = desk.go(work.address)
    if work.field == Registration.field:
        page.locator("[data-go-on]").click()
    expect(page.locator(work.field)).to_have_value(WORDS)


def test_the_server_may_be_killed_and_started_again(browser, anna, work):
    with running_web_server() as server:
        context = browser.new_context(locale="nl-NL")
        sign_in(context, anna, server.url)
        page = context.new_page()
        page.goto(server.url + work.address)
        type_in(page, work.field, WORDS)
        says(page, SAVED)
        server.kill()
        type_in(page, work.field, MORE)
        says(page, HERE)
        server.start()
        says(page, SAVED)
        assert work.kept() == [WORDS + MORE]
        context.close()


@pytest.mark.parametrize("connected", [True, False], ids=["connected", "without network"])
def test_a_browser_that_is_killed_loses_two_seconds_at_most(
    browser, live_server, anna, work, tmp_path, connected
):
    """The text of the last two seconds may go, nothing of before. Without network it waits in the profile."""

    def opened() -> Page:
        context = browser.browser_type.launch_persistent_context(
            tmp_path, executable_path=chromium.find(), args=chromium.launch_arguments(), locale="nl-NL"
        )
        sign_in(context, anna, live_server.url)
        page = context.pages[0]
        page.goto(live_server.url + work.address)
        return page

    page = opened()
    type_in(page, work.field, WORDS)
    says(page, SAVED)
    page.context.set_offline(not connected)
    type_in(page, work.field, MORE)
    page.wait_for_timeout(2_000)
    type_in(page, work.field, " En nog iets.")
    _kill_browser(tmp_path)
    page = opened()
    if work.field == Registration.field:
        page.locator("[data-go-on]").click()
    expect(page.locator(work.field)).to_have_value(re.compile("^" + re.escape(WORDS + MORE)))
    page.context.close()


def _kill_browser(profile: Path) -> None:
    """The browser with this profile, with SIGKILL; its helpers end with it."""
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = process.read_text()
        except OSError:
            continue
        if f"--user-data-dir={profile}" in command and "--type=" not in command:
            os.kill(int(process.parent.name), signal.SIGKILL)
