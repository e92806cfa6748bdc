"""A list is saved with its filters, stands above the list as a link, and is removed again."""

import re

import pytest
from django.urls import reverse

from sociaal.accounts.models import SavedList
from sociaal.accounts.operations.saved_lists import AT_MOST
from tests.factories import make_member

pytestmark = pytest.mark.django_db
LIST = reverse("inbox")
NEW = reverse("saved_list_new", args=["inbox"])


@pytest.fixture
def anna(client):
    user = make_member("anna")
    client.force_login(user)
    return user


def test_nothing_chosen_nothing_to_save(client, anna):
    assert NEW not in client.get(LIST).content.decode()


def test_what_is_chosen_can_be_saved_and_is_then_one_click_away(client, anna):
    shown = client.get(LIST, {"channel": "phone", "sort": "-received", "page": "1"}).content.decode()
    (save,) = re.findall(rf'href="({NEW}[^"]*)"', shown)
    answer = client.post(save.replace("&amp;", "&"), {"name": "Aan de telefoon"}, follow=True)
    assert answer.redirect_chain == [(f"{LIST}?channel=phone&sort=-received", 302)]
    text = answer.content.decode()
    assert NEW not in text
    assert re.search(r'href="\?channel=phone&amp;sort=-received" aria-current="page">Aan de telefoon<', text)


def test_of_the_saved_list_that_is_shown_it_can_be_removed(client, anna):
    saved = SavedList.objects.create(user=anna, page="inbox", name="Brieven", asked="channel=letter")
    remove = reverse("saved_list_remove", args=[saved.pk])
    assert remove not in client.get(LIST).content.decode()
    assert remove in client.get(f"{LIST}?channel=letter").content.decode()
    assert client.post(remove).url == LIST
    assert not SavedList.objects.exists()


def test_a_name_is_needed_and_the_filters_stay(client, anna):
    answer = client.post(f"{NEW}?channel=phone", {"name": " "})
    assert answer.status_code == 422
    assert f"{LIST}?channel=phone" in answer.content.decode()


def test_one_too_many_is_said_and_the_name_stays(client, anna):
    for number in range(AT_MOST):
        SavedList.objects.create(user=anna, page="inbox", name=f"Lijst {number}", asked="")
    answer = client.post(f"{NEW}?channel=phone", {"name": "Nog een"})
    assert answer.status_code == 422
    assert "Remove one first." in answer.content.decode()
    assert 'value="Nog een"' in answer.content.decode()


def test_nobody_sees_a_list_of_somebody_else(client, anna):
    SavedList.objects.create(user=make_member("bram"), page="inbox", name="Van Bram", asked="channel=letter")
    assert "Van Bram" not in client.get(LIST).content.decode()


def test_only_a_list_is_saved(client, anna):
    assert client.get(reverse("saved_list_new", args=["home"])).status_code == 404
