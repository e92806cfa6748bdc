"""What is read out to the caller."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db.backends.postgresql.psycopg_any import DateRange, DateTimeTZRange
from django.urls import reverse

from cases.models import Case, Deputyship, HelpRequest, Household, HouseholdMember
from sociaal.accounts.models import User
from tests.factories import NOW, ResidentFactory, make_case, make_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def anna(client):
    user = make_member("anna")
    client.force_login(user)
    return user


def send(client, **fields):
    facts = {"words": "Ik val.", "channel": "phone", "reporter": "resident", "form_key": "k1"}
    return client.post(reverse("help_request_new"), facts | fields)


def test_what_the_caller_hears_when_the_contact_person_is_away(client, anna):
    bram, case = make_member("bram"), make_case(anna)
    User.objects.filter(pk=bram.pk).update(phone="0900 002 0001")
    period = DateTimeTZRange(NOW - timedelta(days=1), NOW + timedelta(days=2))
    Deputyship.objects.create(absent=anna, deputy=bram, during=period)
    answer = send(client, then="register", resident=case.resident.pk)
    text = client.get(answer.url).content.decode()
    for heard in ("Anna", "20 november 2026", "Bram", "0900 002 0001", "30 december 2026"):
        assert heard in text


def test_who_joins_the_case_of_a_housemate_hears_the_contact_person_of_that_case(client, anna):
    case, daughter = make_case(make_member("bram")), ResidentFactory()
    home = Household.objects.create(name="Gezin")
    period = DateRange(date(2020, 1, 1), None)
    for one in (case.resident, daughter):
        HouseholdMember.objects.create(household=home, resident=one, during=period)
    answer = send(client, then="register", resident=daughter.pk, case=case.pk)
    assert HelpRequest.objects.get(state="joined").resident == daughter
    assert client.get(answer.url).context["contact_person"].user.name == "Bram"


def test_red_flags_make_it_urgent_and_the_caller_hears_a_nearer_day(client, anna):
    answer = send(client, resident=ResidentFactory().pk, red_flags=["eviction"])
    assert Case.objects.get().urgency == "urgent"
    assert "23 november 2026" in client.get(answer.url).content.decode()


def test_only_who_registered_it_reads_it_out(client, anna):
    url = send(client, then="later").url
    client.force_login(make_member("bram"))
    assert client.get(url).status_code == 404
