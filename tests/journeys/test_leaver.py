"""A colleague with eighty residents leaves: asked in one sitting, answered by who is asked, and then the
account closes.
"""

import re
from collections import Counter

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from cases.models import ContactTerm, Handover
from cases.operations import contact_person
from sociaal.accounts.models import User
from tests.factories import ResidentFactory, UserFactory, make_case, make_member
from tests.journeys.conftest import DESKTOP, PHONE, ZOOMED

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
RESIDENTS, RECEIVERS = 80, 4


@pytest.fixture
def town():
    """Anna with eighty residents; Bram and three more who could be next; manager and administrator."""
    people = {name: make_member(name) for name in ("anna", "bram", "esra", "fatma")}
    for number in range(1, RECEIVERS):
        UserFactory(name=f"Collega {number}")
    for number in range(RESIDENTS):
        make_case(people["anna"], resident=ResidentFactory(last_name=f"Vogel{number}"))
    return people


def test_eighty_residents_are_handed_over_in_one_sitting_and_then_the_account_closes(desks, town):
    fatma, esra = desks.of(town["fatma"]), desks.of(town["esra"])
    _cannot_be_closed(fatma, town["anna"], "Anna is nog het aanspreekpunt van 80 inwoners.")
    _ask_one_apart_and_then_all(esra)
    _one_accepts_and_one_refuses_on_their_own_screen(desks)
    _all_others_accept()
    _cannot_be_closed(fatma, town["anna"], "Anna is nog het aanspreekpunt van 1 inwoner.")
    _ask_again_whom_was_refused(esra)
    _all_others_accept()
    assert _standing(esra.page, reload=True) == [0, 0, RESIDENTS]
    assert not ContactTerm.objects.filter(user=town["anna"], during__upper_inf=True).exists()
    _is_closed(fatma, town["anna"])


def _account(desk, anna):
    return desk.go(reverse("administration_user", args=[anna.pk]))


def _cannot_be_closed(fatma, anna, said):
    page = _account(fatma, anna)
    expect(page.get_by_text(said)).to_be_visible()
    expect(page.get_by_role("button", name="Dit account sluiten")).to_have_count(0)
    assert "Vogel" not in page.content()


def _is_closed(fatma, anna):
    _account(fatma, anna).get_by_role("button", name="Dit account sluiten").click()
    expect(fatma.page.get_by_text("Het account van Anna is gesloten.")).to_be_visible()
    assert not User.objects.get(pk=anna.pk).is_active


def _standing(page, *, reload=False):
    """To do, asked, accepted: as the card says it, the same as the rows that are there."""
    if reload:
        page.reload()
    said = [int(text.split()[0]) for text in page.locator("aside dd").all_inner_texts()]
    tables = {"to-do": 0, "asked": 0, "accepted": 0}
    for name in tables:
        tables[name] = page.locator(f"[role=region][aria-labelledby={name}] tbody tr").count()
    assert said == list(tables.values())
    return said


def _ask_one_apart_and_then_all(esra):
    page = esra.go(reverse("team"))
    page.get_by_role("link", name="Inwoners overdragen – Anna").click()
    assert _standing(page) == [RESIDENTS, 0, 0]
    assert "Vogel" not in page.content()  # a manager knows a case by its number
    page.get_by_label("Leg het kort uit, voor allemaal").fill("Anna gaat weg per 1 december.")
    page.get_by_label("Wat is deze inwoners verteld?").fill("Anna heeft het zelf verteld.")
    first = page.locator("tbody tr").first
    first.locator("summary").click()
    first.get_by_label(re.compile(r"^Wat is \S.* verteld\?$")).fill("Gebeld, zij vindt het jammer.")
    esra.check_accessible(at=(DESKTOP, PHONE, ZOOMED))
    first.get_by_role("button", name="Vraag").click()
    expect(page.get_by_text("1 overdracht is gevraagd.")).to_be_visible()
    assert Handover.objects.get().told_resident == "Gebeld, zij vindt het jammer."
    # what residents were told is not filled in for others by itself
    page.get_by_label("Wat is deze inwoners verteld?").fill("Anna heeft het zelf verteld.")
    page.get_by_role("button", name="Vraag het voor alle 79 inwoners").click()
    expect(page.get_by_text("79 overdrachten zijn gevraagd.")).to_be_visible()
    assert _standing(page) == [0, RESIDENTS, 0]
    esra.check_accessible()
    _shared_evenly()


def _shared_evenly():
    receivers = Counter(Handover.objects.values_list("to_user__name", flat=True))
    assert sorted(receivers.values()) == [RESIDENTS // RECEIVERS] * RECEIVERS
    told = Counter(Handover.objects.values_list("told_resident", flat=True))
    assert told["Anna heeft het zelf verteld."] == RESIDENTS - 1


def _one_accepts_and_one_refuses_on_their_own_screen(desks):
    yes, no = Handover.objects.order_by("pk").select_related("to_user")[:2]
    page = desks.of(yes.to_user).go(reverse("handover", args=[yes.pk]))
    page.get_by_role("button", name="Ik word het aanspreekpunt").click()
    expect(page.get_by_text("Jij bent nu het aanspreekpunt.")).to_be_visible()
    page = desks.of(no.to_user).go(reverse("handover", args=[no.pk]))
    page.locator("[name=refusal]").fill("Zij woont naast mij.")
    page.get_by_role("button", name="Ik weiger").click()
    expect(page.get_by_text("De overdracht is geweigerd.")).to_be_visible()


def _all_others_accept():
    for row in Handover.objects.filter(state="asked").select_related("to_user", "resident"):
        contact_person.accept_handover(handover=row, by=row.to_user, now=timezone.now())


def _ask_again_whom_was_refused(esra):
    page = esra.page
    assert _standing(page, reload=True) == [1, 0, RESIDENTS - 1]
    expect(page.get_by_text("weigerde: Zij woont naast mij.")).to_be_visible()
    expect(page.locator("aside").get_by_text("(1 geweigerd)")).to_be_visible()
    refused = Handover.objects.get(state="refused")
    assert page.locator("tbody select").first.input_value() not in ("", str(refused.to_user_id))
    page.get_by_role("button", name="Vraag het voor 1 inwoner").click()
    expect(page.get_by_text("1 overdracht is gevraagd.")).to_be_visible()
