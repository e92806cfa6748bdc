"""Typing in a form in a real browser, and what becomes of it: shared by journeys in which nothing is lost."""

import re

from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, Locator, Page, expect

from intake.drafts import Content
from intake.models import Draft
from sociaal.accounts.models import User

WORDS = "Ik kom de trap niet meer op."
MORE = " En ik ben bang om te vallen."
SAVED = re.compile(r"opgeslagen \d\d[:.]\d\d")
HERE = re.compile(r"Geen verbinding.*bewaard op dit apparaat")
OUT = re.compile(r"Je bent uitgelogd")
STORED = """async () => {
    const known = await indexedDB.databases();
    if (!known.some((one) => one.name === "sociaal")) return [];
    return new Promise((resolve) => {
        indexedDB.open("sociaal").onsuccess = ({ target: { result: database } }) => {
            database.transaction("texts").objectStore("texts").getAll().onsuccess = ({ target }) => {
                database.close();
                const text = new TextDecoder("latin1");
                resolve(target.result.map((row) => JSON.stringify(row) + text.decode(row.data)));
            };
        };
    });
}"""
"""Every text in the storage of this browser, as it lies there."""


class Registration:
    """Writing down a question on the telephone."""

    field, address = "[name=words]", "/hulpvraag/nieuw/"

    @staticmethod
    def kept() -> list[str]:
        return [words for row in Draft.objects.all() if (words := words_of(row))]


def words_of(row: Draft) -> str:
    return Content.read(row.content).question


def status(page: Page) -> Locator:
    return page.locator("[data-autosave-status]").first


def says(page: Page, pattern: re.Pattern[str]) -> None:
    """The form says so; on a busy machine after some time."""
    expect(status(page)).to_have_text(pattern, timeout=15_000)


def type_in(page: Page, field: str, text: str) -> None:
    page.locator(field).press_sequentially(text, delay=4)


def sign_in(context: BrowserContext, user: User, base: str) -> None:
    client = Client()
    client.force_login(user)
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": base}])


def left_in(page: Page) -> int:
    """How many texts wait in the storage of this browser."""
    return len(page.evaluate(STORED))


def offline_text(desk) -> Page:
    """A question typed without network, that waits in the browser."""
    page = desk.go("/hulpvraag/nieuw/")
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    type_in(page, "[name=words]", WORDS)
    says(page, HERE)
    return page


def press_sign_out(page: Page) -> None:
    page.locator("details.menu--user summary").click()
    page.locator("details.menu--user form[action*=uitloggen] button").click()
