"""An objection in the browser: put off, decided on by a colleague, sent; both decisions stay readable."""

import pytest
import time_machine
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories import NOW, make_member
from tests.journeys.conftest import DESKTOP, PHONE, ZOOMED
from tests.objected import make_objected

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def people():
    with time_machine.travel(NOW, tick=True):
        yield {name: make_member(name) for name in ("anna", "bram")}


def take(page, step, **fields):
    """Open the step, fill it in and send it."""
    form = page.locator(f"form[data-autosave={step}]")
    if not form.is_visible():
        page.locator("details.fold", has=form).locator("summary").click()
    for name, value in fields.items():
        field = form.locator(f"[name={name}]")
        if name == "outcome":
            form.locator(f"[name=outcome][value={value}]").check()
        elif name == "instead":
            field.select_option(value)
        else:
            field.fill(value)
    form.get_by_role("button").click()


def fits(desk, page):
    desk.check_accessible(at=(DESKTOP, PHONE))
    page.set_viewport_size(ZOOMED)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    page.set_viewport_size(DESKTOP)


def test_an_objection_is_put_off_decided_on_by_a_colleague_and_sent(desks, people):
    case, row = make_objected(people["anna"], closed=True)
    anna, bram = desks.of(people["anna"]), desks.of(people["bram"])
    url = reverse("procedure", args=[row.pk])
    page = anna.go(reverse("case", args=[case.number]))
    page.get_by_role("link", name="Naar het bezwaar").first.click()
    take(page, "postpone", told_date="2026-11-18", until_date="2027-03-24")
    expect(page.get_by_text("Awb art. 7:10 lid 3")).to_be_visible()
    fits(anna, page)
    theirs = bram.go(url)
    take(theirs, "objection_decide", outcome="founded", reasons="De huisarts schreef ons.")
    expect(theirs.get_by_text("Kies wat er in plaats daarvan wordt besloten.").first).to_be_visible()
    fits(bram, theirs)
    take(theirs, "objection_decide", instead="granted", instead_reasons="Alsnog nodig.")
    page = anna.go(url)
    take(page, "objection_send", sent_date="2026-11-18")
    for words in ("Toegekend (was: geweigerd)", "Niet nodig.", "Alsnog nodig."):
        expect(page.get_by_text(words).first).to_be_visible()
    expect(page.get_by_role("heading", name="De inwoner kan in beroep bij de rechtbank")).to_be_visible()
    fits(anna, page)
