"""A real browser against a real server: what it may not do is noticed on every page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Response,
    expect,
    sync_playwright,
)

from sociaal.accounts.models import User
from tests import chromium

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
ZOOMED = {"width": 320, "height": 256}
"""What 1280 × 1024 leaves at 400 %."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patch:
        # Playwright keeps an event loop in this thread, in which Django would refuse to ask the database
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        with sync_playwright() as playwright:
            started = playwright.chromium.launch(
                executable_path=chromium.find(), args=[*chromium.launch_arguments(), "--disable-gpu"]
            )
            yield started
            started.close()


@dataclass
class Watcher:
    """Notes what no page may do: break the security policy, fail, or throw."""

    may_fail: str = ""
    """Addresses that begin so break on purpose."""
    noticed: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.noticed.append(f"{page.url}: {error}"))
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            self.noticed.append(message.text)

    def _response(self, response: Response) -> None:
        on_purpose = self.may_fail and self.may_fail in response.url
        if (response.status >= 500 and not on_purpose) or response.url.endswith("/csp-report"):
            self.noticed.append(f"{response.status} {response.url}")


@dataclass
class Desk:
    """Someone at work: a signed-in page, with ways to look at it as everyone must be able to."""

    page: Page
    base: str
    watcher: Watcher

    def go(self, address: str) -> Page:
        self.page.goto(self.base + address)
        return self.page

    def check_accessible(self, *, at: tuple[dict, ...] = (DESKTOP, PHONE)) -> None:
        """No axe violation at these widths, and nothing wider than the window."""
        for size in at:
            self.page.set_viewport_size(size)
            result = Axe().run(self.page)
            where = f"{self.page.url} at {size['width']} px"
            assert result.violations_count == 0, f"{where}\n{result.generate_report()}"
            wide = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert wide <= 0, f"{where} is {wide} px too wide"
        self.page.set_viewport_size(DESKTOP)

    def focus_is_somewhere(self) -> None:
        """After a swap, once it has settled, the focus is on a thing, never lost to the body."""
        expect(self.page.locator(":focus")).not_to_have_count(0)


@pytest.fixture
def desks(browser: Browser, live_server) -> Iterator["Desks"]:
    """Signs people in, each in a browser window of their own; fails when any of them met what may not be."""
    opened = Desks(browser, live_server.url)
    yield opened
    opened.close()
    assert opened.watcher.noticed == []


@dataclass
class Desks:
    browser: Browser
    base: str
    watcher: Watcher = field(default_factory=Watcher)
    contexts: list[BrowserContext] = field(default_factory=list)

    def of(self, user: User | None, **options) -> Desk:
        """A window in which `user` is signed in; None: nobody."""
        context = self.browser.new_context(viewport=DESKTOP, locale="nl-NL", base_url=self.base, **options)
        context.set_default_timeout(10_000)
        self.contexts.append(context)
        if user is not None:
            client = Client()
            client.force_login(user)
            value = client.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": self.base}])
        page = context.new_page()
        self.watcher.watch(page)
        return Desk(page, self.base, self.watcher)

    def close(self) -> None:
        for context in self.contexts:
            context.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys carry their mark; those of one file, or of one role through all pages, are of one process."""
    here = str(Path(__file__).parent)
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker("journey")
            role = getattr(item, "callspec", None) if item.path.stem == "test_every_page" else None
            item.add_marker(pytest.mark.xdist_group(f"{item.path.stem} {role.id if role else ''}"))
