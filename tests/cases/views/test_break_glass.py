"""Break-glass access and the privacy officer's list of it."""

import pytest
from django.urls import reverse

from cases.models import BreakGlass
from cases.operations.access import break_glass
from tests.factories import NOW, make_case, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def resident(db):
    return make_case(make_member("anna")).resident


def test_a_reason_opens_the_file_for_an_hour(visit, resident):
    dirk = make_member("dirk")
    assert visit(dirk, "resident", resident.pk).status_code == 403
    answer = visit(dirk, "break_glass", resident.pk, data={"reason": "Zij lag op de grond.", "form_key": "b"})
    assert answer.url == reverse("resident", args=[resident.pk])
    assert visit(dirk, "resident", resident.pk).status_code == 200


@pytest.mark.parametrize("reason", ["", "kort"])
def test_without_a_reason_nothing_opens(visit, resident, reason):
    answer = visit(make_member("dirk"), "break_glass", resident.pk, data={"reason": reason, "form_key": "b"})
    assert answer.status_code == 422
    assert not BreakGlass.objects.exists()


@pytest.mark.parametrize(("name", "code"), [("hanna", 404), ("fatma", 404), ("esra", 404), ("gijs", 200)])
def test_who_may_break_the_glass(visit, resident, name, code):
    assert visit(make_member(name), "break_glass", resident.pk).status_code == code


def test_the_privacy_officer_looks_at_each(visit, resident):
    gijs = make_member("gijs")
    access = break_glass(resident=resident, reason="Zij lag op de grond.", by=make_member("dirk"), now=NOW)
    page = visit(gijs, "break_glass_list").content.decode()
    assert "Zij lag op de grond." in page
    assert resident.last_name not in page
    visit(gijs, "break_glass_review", access.pk, data={})
    assert BreakGlass.objects.get().reviewed_by == gijs


def test_nobody_else_sees_the_list(visit):
    assert visit(make_member("esra"), "break_glass_list").status_code == 403
    assert visit(make_member("hanna"), "break_glass_list").status_code == 404


@pytest.mark.parametrize(("name", "offered"), [("dirk", True), ("gijs", True), ("anna", False)])
def test_a_refused_file_offers_the_emergency_way_in_to_who_may_take_it(visit, resident, name, offered):
    user = make_member(name) if name != "anna" else resident.contact_terms.get().user
    page = visit(user, "resident", resident.pk).content.decode()
    assert (reverse("break_glass", args=[resident.pk]) in page) is offered
