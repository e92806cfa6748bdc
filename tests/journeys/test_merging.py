"""Two records of one person, found, merged and parted again, as somebody does it who has a keyboard only."""

import pytest
import time_machine
from django.urls import reverse
from playwright.sync_api import expect

from cases.models import Resident, ResidentMerge
from tests.factories import NOW, ResidentFactory, make_case, make_member
from tests.journeys.conftest import DESKTOP, PHONE, ZOOMED

pytestmark = pytest.mark.django_db(transaction=True)
TABLET = {"width": 768, "height": 1024}


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.mark.slow
def test_two_files_of_one_person_are_merged_and_parted_again(desks):
    anna, bram = make_member("anna"), make_member("bram")
    keep = make_case(anna, resident=ResidentFactory(last_name="Zonneveld", phone="0880000001")).resident
    other = make_case(bram, resident=ResidentFactory(last_name="Zonnevelt", phone="0880000002")).resident
    desk = desks.of(anna)
    page = desk.go(reverse("resident", args=[keep.pk]))
    page.get_by_role("link", name="Staat deze inwoner er twee keer in?").press("Enter")
    desk.check_accessible()
    page.get_by_role("link", name="Kies Aaltje de Zonnevelt").press("Enter")
    desk.check_accessible(at=(DESKTOP, TABLET, PHONE, ZOOMED))
    page.get_by_role("group", name="Wie blijft het aanspreekpunt?").get_by_label("Bram").press("Space")
    page.get_by_role("button", name="Dit is dezelfde inwoner: voeg samen").press("Enter")
    expect(page).to_have_url(desk.base + reverse("resident", args=[keep.pk]))
    assert Resident.objects.get(pk=other.pk).merged_into == keep
    desk.go(reverse("resident", args=[other.pk]))
    expect(page).to_have_url(desk.base + reverse("resident", args=[keep.pk]))
    page.get_by_role("link", name="Twee dossiers samengevoegd").press("Enter")
    desk.check_accessible(at=(DESKTOP, TABLET, PHONE, ZOOMED))
    page.get_by_label("Waarom zijn het toch twee mensen?").fill("Moeder en dochter")
    page.get_by_role("button", name="Het zijn twee mensen: maak ongedaan").press("Enter")
    expect(page.get_by_text("Het zijn weer twee inwoners.")).to_be_visible()
    assert ResidentMerge.objects.get().undone_at is not None
    assert Resident.objects.get(pk=other.pk).merged_into is None
