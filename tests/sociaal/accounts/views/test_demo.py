"""One-click sign-in as someone of the cast."""

import pytest
from django.urls import reverse

from sociaal.accounts.models import User
from sociaal.accounts.operations.cast import CAST
from sociaal.audit.models import Entry


@pytest.fixture
def demo_on(settings):
    settings.DEMO = True


@pytest.mark.parametrize("who", [one.who for one in CAST])
def test_one_click_signs_in_also_before_the_town_is_there(client, demo_on, who):
    answer = client.post(reverse("demo_sign_in", args=[who]))
    assert answer.url == "/"
    assert User.objects.get(pk=client.session["_auth_user_id"]).email == f"{who}@voorbeeldstad.example"
    assert Entry.objects.filter(kind="sign_in", action="sign_in").count() == 1


def test_the_page_shows_everyone_and_what_they_come_for(client, demo_on):
    page = client.get(reverse("demo")).content.decode()
    assert all(one.name in page and str(one.comes_for) in page.replace("&#x27;", "'") for one in CAST)


def test_another_click_makes_one_someone_else(client, demo_on):
    client.post(reverse("demo_sign_in", args=["anna"]))
    client.post(reverse("demo_sign_in", args=["dirk"]))
    assert User.objects.get(pk=client.session["_auth_user_id"]).email == "dirk@voorbeeldstad.example"
    assert Entry.objects.filter(action="sign_out").count() == 1


def test_without_the_demo_nothing_is_there(client, settings):
    settings.DEMO = False
    assert client.get(reverse("demo")).status_code == 404
    assert client.post(reverse("demo_sign_in", args=["anna"])).status_code == 404
    assert "_auth_user_id" not in client.session
    assert not User.objects.exists()


def test_who_is_not_of_the_cast_does_not_come_in(client, demo_on):
    assert client.post(reverse("demo_sign_in", args=["mallory"])).status_code == 404


def test_a_closed_account_does_not_come_in(client, demo_on):
    client.post(reverse("demo_sign_in", args=["anna"]))
    client.post(reverse("account_logout"))
    User.objects.filter(email__startswith="anna").update(is_active=False)
    assert client.post(reverse("demo_sign_in", args=["anna"])).status_code == 404


def test_signing_in_takes_a_post(client, demo_on):
    assert client.get(reverse("demo_sign_in", args=["anna"])).status_code == 405
