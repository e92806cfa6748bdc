"""Somebody died: noted on their file, ended from one page, and taken back when it was a mistake."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from cases.models import Case, Resident
from cases.operations.contacts import add_task, plan_appointment
from tests.cases.operations.sending import send
from tests.factories import ResidentFactory, make_case, make_member
from tests.journeys.conftest import DESKTOP, PHONE, ZOOMED

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
DAY = timedelta(days=1)


def test_a_death_is_noted_settled_and_taken_back(desks):
    anna, now = make_member("anna"), timezone.now()
    resident = ResidentFactory(last_name="Zonneveld")
    case = make_case(anna, status="supported", resident=resident, at=now - 9 * DAY)
    plan_appointment(case=case, at=now + DAY, title="Kijken hoe het gaat", by=anna, now=now)
    add_task(case=case, title="De sleutel terugbrengen", assignee=anna, by=anna, now=now)
    letter = send(case, anna, now=now)
    desk = desks.of(anna)
    page = desk.go(reverse("resident", args=[case.resident_id]))
    page.get_by_role("link", name="Deze inwoner is overleden").click()
    _look(desk)
    page.locator("[name=died_on]").fill((timezone.localdate() - DAY).isoformat())
    page.get_by_role("button", name="Overlijden vastleggen").click()
    expect(page.get_by_text("De sleutel terugbrengen")).to_be_visible()
    expect(page.get_by_role("link", name=letter.title)).to_be_visible()
    _look(desk)
    page.get_by_role("button", name="Beëindig wat is aangevinkt").click()
    expect(page.get_by_text("Er staat niets meer open")).to_be_visible()
    assert Case.objects.get().outcome == "died"
    _look(desk)
    page.get_by_role("link", name="Klopt de datum van overlijden niet?").click()
    page.locator("[name=reason]").fill("Het was haar zus.")
    page.get_by_role("button", name="Neem de datum van overlijden terug").click()
    expect(page.get_by_text("De datum van overlijden is teruggenomen.")).to_be_visible()
    assert Resident.objects.get().died_on is None
    page = desk.go(reverse("undo_close", args=[case.number]))
    _look(desk)


def _look(desk):
    desk.check_accessible(at=(DESKTOP, {"width": 768, "height": 1024}, PHONE, ZOOMED))
