"""What is done to several at once, with the keyboard alone and also without scripts."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cases.models import HelpRequest, Task
from tests.factories import make_deciding_case, make_member, make_request

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])


@pytest.fixture
def anna(transactional_db):
    return make_member("anna")


def tick(page, *places):
    for place in places:
        page.locator("tbody input[type=checkbox]").nth(place).focus()
        page.keyboard.press("Space")


def press(page, name):
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


@SCRIPTS
def test_reports_are_ticked_read_and_discarded(desks, anna, scripts):
    rows = [make_request(anna, at=timezone.now() - timedelta(days=days)) for days in (3, 2, 1)]
    desk = desks.of(anna, java_script_enabled=scripts)
    page = desk.go(reverse("inbox"))
    tick(page, 0, 1, 2)
    press(page, "Leg weg wat is aangevinkt…")
    page.wait_for_url("**/wegleggen/**")
    if scripts:
        desk.check_accessible()
    page.locator("input[name=question]").nth(2).focus()
    page.keyboard.press("Space")
    press(page, "Leg weg wat is aangevinkt")
    page.get_by_text("Er klopt nog iets niet").wait_for()
    page.locator("[name=reason]").fill("Reclame.")
    press(page, "Leg weg wat is aangevinkt")
    page.get_by_role("heading", name="2 meldingen zijn weggelegd").wait_for()
    if scripts:
        desk.check_accessible()
    states = [HelpRequest.objects.get(pk=row.pk).state for row in rows]
    assert states == ["discarded", "discarded", "new"]


@SCRIPTS
def test_terms_at_risk_get_a_task_each(desks, anna, scripts):
    for days in (16, 3):
        make_deciding_case(anna, at=timezone.now() - timedelta(days=days))
    desk = desks.of(anna, java_script_enabled=scripts)
    page = desk.go(reverse("home"))
    page.get_by_role("link", name="Termijnen in gevaar 2").click()
    if scripts:
        desk.check_accessible()
    tick(page, 0, 1)
    press(page, "Zet een taak in wat is aangevinkt…")
    page.wait_for_url("**/mijn-werk/taak/**")
    page.locator("[name=title]").fill("Besluit afmaken")
    press(page, "Zet de taak in deze casussen")
    page.get_by_role("heading", name="2 casussen hebben de taak").wait_for()
    if scripts:
        desk.check_accessible()
    assert Task.objects.filter(title="Besluit afmaken", assignee=anna).count() == 2
