"""Somebody is on the telephone: whom they say they are is found while it is typed."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories import ResidentFactory, make_case, make_member
from tests.journeys.conftest import DESKTOP, PHONE, ZOOMED

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def anna():
    anna = make_member("anna")
    mine = ResidentFactory(
        first_names="Geertruida", prefix="van der", last_name="Kuijl-Bouwmeester", birth_name="Bouwmeester"
    )
    make_case(anna, resident=mine)
    ResidentFactory(first_names="Aaltje", prefix="", last_name="Schouten", birth_date=date(1980, 5, 1))
    return anna


@pytest.mark.slow
def test_a_resident_is_found_while_typing_and_who_looks_stays_in_the_box(desks, anna):
    desk = desks.of(anna)
    page = desk.go(reverse("search"))
    page.keyboard.type("Truus v.d. Kuyl 1951")
    results = page.locator("#results")
    expect(results.get_by_role("heading", level=2)).to_have_text("1 inwoner gevonden")
    expect(results).to_contain_text("Geertruida van der Kuijl-Bouwmeester")
    expect(results).to_contain_text("12 maart 1951, Lindelaan 4")
    expect(page.locator("#find")).to_be_focused()
    expect(page.locator("#announcer")).to_have_text("1 inwoner gevonden")
    desk.check_accessible(at=(DESKTOP, PHONE, ZOOMED))


@pytest.mark.slow
def test_by_which_other_name_somebody_was_found_is_said(desks, anna):
    ResidentFactory(first_names="Wil", prefix="", last_name="Prins", birth_name="de Haas")
    page = desks.of(anna).go(reverse("search"))
    page.keyboard.type("de haas")
    expect(page.locator("#results")).to_contain_text("Ook bekend als de Haas")


@pytest.mark.slow
def test_who_only_comes_close_is_called_so(desks, anna):
    desk = desks.of(anna)
    page = desk.go(reverse("search"))
    page.keyboard.type("Karel Schouten")
    expect(page.locator("#results").get_by_role("heading", level=2)).to_have_text(
        "Niemand past precies; deze inwoners komen het dichtst in de buurt"
    )
    desk.check_accessible(at=(DESKTOP, PHONE, ZOOMED))


@pytest.mark.slow
def test_nobody_found_says_what_to_try_and_what_is_wrong_with_the_bsn(desks, anna):
    desk = desks.of(anna)
    page = desk.go(reverse("search"))
    page.keyboard.type("999900007")
    expect(page.locator("#results")).to_contain_text("Dit is geen BSN")
    desk.check_accessible(at=(DESKTOP, PHONE, ZOOMED))


@pytest.mark.slow
def test_without_scripts_the_button_finds(desks, anna):
    page = desks.of(anna, java_script_enabled=False).go(reverse("search"))
    page.locator("#find").fill("schoute 1980")
    page.locator("form.find").get_by_role("button").click()
    expect(page.locator("#results")).to_contain_text("Aaltje Schouten")
