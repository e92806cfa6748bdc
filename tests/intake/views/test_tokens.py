"""Tokens: made and revoked by the administrator, shown once, kept as a hash."""

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from intake.models import ApiToken
from intake.operations.tokens import token_of
from sociaal.audit.models import Entry
from tests.factories import NOW, make_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def fatma(client):
    user = make_member("fatma")
    client.force_login(user)
    return user


def make(client, name="Formulieren"):
    return client.post(reverse("token_add"), {"name": name})


def test_a_token_is_shown_once_and_kept_as_a_hash(client, fatma):
    text = make(client).context["text"]
    token = ApiToken.objects.get()
    assert text not in str(vars(token))
    assert token_of(text, now=NOW) == token
    assert text not in client.get(reverse("token_list")).content.decode()
    assert Entry.objects.get(action="make_token").actor == fatma


def test_two_tokens_of_one_name_are_refused_until_one_is_revoked(client, fatma):
    make(client)
    assert make(client, "formulieren").status_code == 422
    client.post(reverse("token_revoke", args=[ApiToken.objects.get().pk]))
    assert make(client).status_code == 200


def test_a_revoked_token_is_none_and_stays_in_the_list(client, fatma):
    text = make(client).context["text"]
    address = reverse("token_revoke", args=[ApiToken.objects.get().pk])
    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 302
    assert client.post(address).status_code == 404
    assert token_of(text, now=NOW) is None
    assert "Formulieren" in client.get(reverse("token_list")).content.decode()
    assert Entry.objects.filter(action="revoke_token").count() == 1


@pytest.mark.parametrize("who", ["anna", "esra", "gijs"])
def test_only_an_administrator_makes_one(who):
    client = Client()
    client.force_login(make_member(who))
    assert make(client).status_code == 403
    assert not ApiToken.objects.exists()


def test_the_list_asks_two_questions_however_many_there_are(client, fatma, django_assert_max_num_queries):
    for number in range(4):
        make(client, f"Systeem {number}")
    with django_assert_max_num_queries(4):
        client.get(reverse("token_list"))
