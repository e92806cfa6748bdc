"""Signing in, as a person would."""

import pytest

from tests.factories import make_member

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_consultant_signs_in_with_a_password_and_arrives_at_her_work(desks):
    anna = make_member("anna")
    anna.set_password("een-lang-wachtwoord-1")
    anna.save()
    desk = desks.of(None)
    page = desk.go("/")
    desk.check_accessible()
    page.get_by_label("E-mail").fill(anna.email)
    page.locator("input[type=password]").fill("een-lang-wachtwoord-1")
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()
    assert "/account/" not in page.url
    assert page.locator("h1").count() == 1
