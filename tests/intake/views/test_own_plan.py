"""The page of the resident's own plan."""

import pytest
import time_machine
from django.urls import reverse

from intake.models import OwnPlan
from sociaal.audit.models import Entry
from tests.factories import NOW, make_case, make_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
GIVEN = {"kind": "personal", "received_date": "2026-11-18", "words": "Mijn dochter helpt.", "form_key": "k"}


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def url(client, anna):
    client.force_login(anna)
    return reverse("own_plan", args=[make_case(anna).number])


def test_the_page_says_until_when_it_can_come_and_starts_at_today(client, url):
    text = client.get(url).content.decode()
    assert "tot en met 24 november 2026" in text
    assert 'value="2026-11-18"' in text


def test_what_came_is_kept_once_and_shown_when_it_is_opened_again(client, url):
    for _time in range(2):
        assert client.post(url, GIVEN).status_code == 302
    assert OwnPlan.objects.get().version == 1
    text = client.get(url).content.decode()
    assert "Mijn dochter helpt." in text
    assert "binnen de zeven dagen" in text
    assert "Nog niemand heeft het gelezen." in text


def test_what_is_missing_stands_at_its_field_and_the_rest_is_kept(client, url):
    answer = client.post(url, GIVEN | {"received_date": "2026-11-30"})
    assert answer.status_code == 422
    assert "Mijn dochter helpt." in answer.content.decode()


def test_two_who_write_it_down_see_both_and_can_go_on(client, url):
    client.post(url, GIVEN)
    answer = client.post(url, GIVEN | {"words": "Iets anders.", "form_key": "l"})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Mijn dochter helpt." in text
    assert "Iets anders." in text
    again = {
        name: answer.context["form"][name].value() for name in ("kind", "received_date", "words", "seen")
    }
    assert client.post(url, again | {"form_key": "m"}).status_code == 302
    assert OwnPlan.objects.get().words == "Iets anders."


def test_who_reads_along_reads_the_plan_and_changes_nothing(client, url):
    client.post(url, GIVEN)
    bram = make_member("bram")
    client.force_login(bram)
    text = client.get(url).content.decode()
    assert "Mijn dochter helpt." in text
    assert "<textarea" not in text
    assert client.post(url, GIVEN).status_code == 403
    assert Entry.objects.filter(kind="read", action="own_plan", actor_id=bram.pk).count() == 1


def test_the_page_costs_a_fixed_number_of_queries(client, url, django_assert_max_num_queries):
    client.post(url, GIVEN)
    with django_assert_max_num_queries(12):
        client.get(url)
