"""Search finds a resident in each way people look for one, and shows no more than who may help."""

from datetime import date

import pytest
from django.urls import reverse

from sociaal.audit.models import Entry
from tests.factories import ResidentFactory, make_case, make_member

pytestmark = pytest.mark.django_db
BSN = "999900006"


def search(client, user, text, **headers):
    client.force_login(user)
    return client.post(reverse("search"), {"q": text}, headers=headers)


def names(answer):
    return [one.name for one in answer.context["found"]]


@pytest.fixture
def resident():
    return ResidentFactory(
        first_names="Aaltje", prefix="de", last_name="Vries", bsn=BSN, birth_date=date(1951, 3, 12),
        street="Lindelaan", house_number="4", postcode="9999 XA", phone="0880000001",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["Aaltje de Vries", "vries", "de vri", "Fries", "vreis", "999900006", "9999.00.006", "12-03-1951",
     "12-3-1951", "12 maart 1951", "1951-03-12", "vries 12-3-1951", "9999XA 4", "9999 xa 4", "Lindelaan 4",
     "Lindelaan", "088 0000001", "+31 88 0000001"],
)  # fmt: skip
def test_a_resident_is_found_by(client, resident, text):
    ResidentFactory(
        first_names="Bert",
        last_name="Pietersen",
        birth_date=date(1980, 1, 1),
        street="Kade",
        postcode="9999 XB",
    )
    assert names(search(client, make_member("anna"), text)) == ["Aaltje de Vries"]


def test_a_case_number_finds_its_resident(client, resident):
    case = make_case(make_member("anna"), resident=resident)
    assert names(search(client, make_member("bram"), case.number)) == ["Aaltje de Vries"]


def test_a_name_beside_another_birth_date_finds_nobody(client, resident):
    assert names(search(client, make_member("anna"), "vries 13-3-1951")) == []


def test_nobody_found_repeats_the_term_and_offers_to_add_a_resident(client):
    text = search(client, make_member("anna"), "Zzyzx").content.decode()
    assert "Zzyzx" in text
    assert reverse("resident_new") in text


def test_a_colleague_of_another_team_sees_who_the_contact_person_is_and_no_link(client, resident):
    make_case(make_member("anna"), resident=resident)
    (found,) = search(client, make_member("dirk"), "vries").context["found"]
    assert (found.contact_person, found.team, found.url) == ("Anna", "Wijkteam Oost", "")


def test_the_contact_person_gets_a_link_to_the_file(client, resident):
    anna = make_member("anna")
    make_case(anna, resident=resident)
    (found,) = search(client, anna, "vries").context["found"]
    assert found.is_mine
    assert found.url == reverse("resident", args=[resident.pk])


@pytest.mark.parametrize("mark", ["confidential_address", "restricted"])
def test_a_hidden_resident_is_found_by_the_contact_person_only(client, resident, mark):
    anna = make_member("anna")
    make_case(anna, resident=resident)
    setattr(resident, mark, True)
    resident.save()
    assert names(search(client, make_member("dirk"), BSN)) == []
    assert names(search(client, anna, BSN)) == ["Aaltje de Vries"]


def test_every_resident_shown_stands_in_the_log(client, resident):
    search(client, make_member("anna"), "vries")
    assert Entry.objects.get(kind="read").residents == [resident.pk]


def test_an_open_page_shows_an_empty_box_and_nobody(client, resident):
    client.force_login(make_member("anna"))
    answer = client.get(reverse("search"), {"q": "vries"})
    assert answer.context["found"] == []
    assert not Entry.objects.filter(kind="read").exists()


def test_while_typing_only_the_results_come_back(client, resident):
    text = search(client, make_member("anna"), "vries", **{"HX-Request": "true"}).content.decode()
    assert "Aaltje de Vries" in text
    assert "<html" not in text


@pytest.mark.parametrize(("name", "status"), [("esra", 403), ("fatma", 403), ("gijs", 403), ("hanna", 404)])
def test_who_does_not_work_with_residents_does_not_search(client, name, status):
    assert search(client, make_member(name), "vries").status_code == status


def test_twenty_results_take_as_many_queries_as_one(client, django_assert_max_num_queries):
    anna = make_member("anna")
    for _n in range(25):
        ResidentFactory(last_name="Jansen")
    client.force_login(anna)
    with django_assert_max_num_queries(6):
        answer = client.post(reverse("search"), {"q": "jansen"})
    assert len(answer.context["found"]) == 20
