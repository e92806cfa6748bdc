"""A resident's page; adding and changing a resident."""

from datetime import date

import pytest
from django.urls import reverse

from cases.models import Resident
from cases.operations.access import break_glass
from sociaal.audit.models import Entry
from tests.factories import NOW, ResidentFactory, make_case, make_member

pytestmark = pytest.mark.django_db
NEW = {
    "last_name": "Vries",
    "prefix": "de",
    "first_names": "Aaltje",
    "birth_date": "1951-03-12",
    "form_key": "a",
}


def text(answer):
    return answer.content.decode()


def test_the_contact_person_reads_the_whole_story(visit):
    anna = make_member("anna")
    case = make_case(anna, status="closed")
    make_case(anna, resident=case.resident)
    answer = visit(anna, "resident", case.resident_id)
    assert answer.status_code == 200
    assert text(answer).count("Traplift") >= 2


def test_another_team_hears_who_can_help_and_a_partner_that_there_is_nothing(visit):
    case = make_case(make_member("anna"))
    assert "Anna" in text(visit(make_member("dirk"), "resident", case.resident_id))
    assert visit(make_member("hanna"), "resident", case.resident_id).status_code == 404


def test_the_page_is_logged(visit):
    anna = make_member("anna")
    case = make_case(anna)
    visit(anna, "resident", case.resident_id)
    assert Entry.objects.get(kind="read", action="resident").residents == [case.resident_id]


def test_the_contact_person_sees_that_somebody_broke_the_glass(visit):
    anna, dirk = make_member("anna"), make_member("dirk")
    case = make_case(anna)
    break_glass(resident=case.resident, reason="Zij lag op de grond.", by=dirk, now=NOW)
    assert "Zij lag op de grond." in text(visit(anna, "resident", case.resident_id))


def test_the_page_takes_a_fixed_number_of_queries(client, django_assert_max_num_queries):
    anna = make_member("anna")
    resident = ResidentFactory()
    for _number in range(5):
        make_case(anna, resident=resident)
    client.force_login(anna)
    with django_assert_max_num_queries(15):
        client.get(reverse("resident", args=[resident.pk]))


def test_a_resident_is_added_once_however_often_the_form_is_sent(visit):
    anna = make_member("anna")
    first, second = (visit(anna, "resident_new", data=NEW) for _time in range(2))
    added = Resident.objects.get()
    assert first.url == second.url == reverse("resident_added", args=[added.pk])
    assert "Aaltje de Vries" in text(visit(anna, "resident_added", added.pk))


@pytest.mark.parametrize(
    ("known", "typed"),
    [
        ({"birth_date": date(1951, 3, 12), "last_name": "Fries"}, {}),
        ({"birth_date": None, "postcode": "9999 XA", "house_number": "4", "last_name": "Vries"},
         {"postcode": "9999xa", "house_number": "4"}),
    ],
)  # fmt: skip
def test_a_probable_double_is_shown_before_anything_is_saved(visit, known, typed):
    double = ResidentFactory(first_names="Aaltje", **known)
    answer = visit(make_member("anna"), "resident_new", data=NEW | typed)
    assert [one.pk for one in answer.context["doubles"]] == [double.pk]
    assert Resident.objects.count() == 1


def test_it_is_another_person_after_all(visit):
    ResidentFactory(first_names="Aaltje", last_name="Vries", birth_date=date(1951, 3, 12))
    visit(make_member("anna"), "resident_new", data=NEW | {"another_person": "on"})
    assert Resident.objects.count() == 2


@pytest.mark.parametrize("bsn", ["123456789", "12", "letters"])
def test_what_is_no_bsn_is_refused_at_its_field_and_nothing_typed_is_lost(visit, bsn):
    answer = visit(make_member("anna"), "resident_new", data=NEW | {"bsn": bsn})
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"bsn"}
    assert "1951-03-12" in text(answer)


def test_a_demonstration_takes_no_number_of_a_real_person(visit, settings):
    settings.DEMO = True
    real_looking = "9" + "00000003"
    answer = visit(make_member("anna"), "resident_new", data=NEW | {"bsn": real_looking})
    assert "bsn" in answer.context["form"].errors


def test_a_bsn_that_is_known_is_refused_without_saying_whose_it_is(visit):
    ResidentFactory(bsn="999900006", first_names="Klaas", last_name="Anders", birth_date=None, postcode="")
    answer = visit(make_member("anna"), "resident_new", data=NEW | {"bsn": "9999 00 006"})
    assert answer.status_code == 422
    assert "Anders" not in text(answer)


def test_changes_are_saved(visit):
    anna = make_member("anna")
    case = make_case(anna)
    given = {
        "last_name": "Bakker",
        "phone": "+31 88 000 00 01",
        "confidential_address": "on",
        "form_key": "b",
    }
    assert visit(anna, "resident_change", case.resident_id, data=given).status_code == 302
    resident = Resident.objects.get()
    assert (resident.last_name, resident.phone, resident.confidential_address) == (
        "Bakker",
        "0880000001",
        True,
    )
