"""Two people at one form: the second reads what changed, keeps what they typed, and can save it."""

import pytest
from django.test import Client
from playwright.sync_api import expect

from cases.models import Resident
from tests.factories import make_case, make_member
from tests.webforms import filled

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def test_the_second_reads_both_versions_and_saves_theirs(desks):
    anna, bram = make_member("anna"), make_member("bram")
    resident = make_case(anna).resident
    url = f"/inwoner/{resident.pk}/wijzigen/"
    desk, other = desks.of(anna), Client()
    page = desk.go(url)
    page.fill("[name=email]", "aaltje@voorbeeld.example")
    page.fill("[name=neighbourhood]", "Zuid")
    other.force_login(bram)
    fields = filled(other.get(url).content.decode()) | {"phone": "0612345678", "neighbourhood": "West"}
    assert other.post(url, fields).status_code == 302
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_role("heading", name="Intussen gewijzigd")).to_be_focused()
    expect(page.locator("main")).to_contain_text("Bram")
    expect(page.get_by_role("row", name="West")).to_contain_text("Zuid")
    expect(page.get_by_role("row", name="Telefoon")).to_contain_text("overgenomen")
    desk.check_accessible()
    page.get_by_role("button", name="Opslaan").click()
    expect(page).to_have_url(page.url.replace("wijzigen/", ""))
    resident = Resident.objects.get(pk=resident.pk)
    assert (resident.email, resident.phone, resident.neighbourhood) == (
        "aaltje@voorbeeld.example", "0612345678", "Zuid"
    )  # fmt: skip
