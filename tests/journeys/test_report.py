"""From what was noted to a letter in the post: read through, changed, sent, printed, and remarked upon."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from cases.models import Letter
from intake.models import ReportPart
from intake.operations.conversations import Appointment, hold, plan_conversation
from intake.operations.notes import keep_said
from tests.factories import make_case, make_member
from tests.journeys.conftest import PHONE, ZOOMED
from tests.workers import running_worker

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def talk():
    anna, now = make_member("anna"), timezone.now()
    case = make_case(anna, at=now)
    talk = plan_conversation(case=case, appointment=Appointment(now, "thuis"), by=anna, now=now)
    given = {"notes": "De trap is steil.", "can_do": "Koken", "wish": "Hier blijven wonen"}
    keep_said(conversation=talk, domain="housing", given=given, seen={}, by=anna, now=now)
    hold(conversation=talk, held_at=now - timedelta(minutes=1), by=anna, now=now)
    return talk


@pytest.mark.slow
def test_the_report_is_read_changed_sent_printed_and_remarked_upon(desks, talk):
    desk = desks.of(talk.by)
    page = desk.go(reverse("conversation_report", args=[talk.pk]))
    desk.check_accessible(at=(PHONE, ZOOMED))
    page.get_by_label("Uw woning", exact=True).fill("De trap is te steil voor u.")
    expect(page.locator("[data-autosave-status]")).to_contain_text("opgeslagen")
    assert ReportPart.objects.get().text == "De trap is te steil voor u."
    page.get_by_role("button", name="Verslag versturen").click()
    page.wait_for_url("**/brieven/B*/")
    desk.check_accessible()
    with running_worker():
        expect(page.get_by_text("De trap is te steil voor u.")).to_be_visible()
        until_set(page)
    page.get_by_role("button", name="geprint en onderweg").click()
    expect(page.get_by_text("Geprint door Anna")).to_be_visible()
    page.goto(desk.base + reverse("conversation_report_remarks", args=[talk.pk]))
    page.get_by_label("Wat merkt de inwoner op?").fill("Ik slaap ook slecht.")
    page.get_by_role("button", name="Opmerkingen toevoegen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("versie 2")
    expect(page.get_by_label("Uw woning", exact=True)).to_have_value("De trap is te steil voor u.")
    expect(page.get_by_label("Uw opmerkingen", exact=True)).to_have_value("> Ik slaap ook slecht.")


def until_set(page):
    """Look again until the worker has made the PDF."""
    for _look in range(40):
        if page.get_by_role("link", name="PDF openen").count():
            break
        page.wait_for_timeout(250)
        page.reload()
    assert bytes(Letter.objects.get().pdf).startswith(b"%PDF-")


@pytest.mark.slow
def test_without_javascript_the_report_is_written_and_sent(desks, talk):
    page = desks.of(talk.by, java_script_enabled=False).go(reverse("conversation_report", args=[talk.pk]))
    page.get_by_label("Uw woning", exact=True).fill("De trap is te steil.")
    page.get_by_label("Komt in het verslag: Goed om te weten").uncheck()
    page.get_by_role("button", name="Verslag versturen").click()
    expect(page.get_by_text("De trap is te steil.")).to_be_visible()
    expect(page.get_by_text("Goed om te weten")).to_have_count(0)
