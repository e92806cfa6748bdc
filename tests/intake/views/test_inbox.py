"""The team's inbox."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from sociaal.audit.models import Entry
from tests.factories import NOW, ResidentFactory, make_case, make_member, make_request

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


def page(client, user, query=""):
    client.force_login(user)
    return client.get(reverse("inbox") + query)


def test_the_longest_waiting_question_comes_first_with_its_clock(client):
    anna = make_member("anna")
    new = make_request(anna, at=NOW - timedelta(hours=2))
    old = make_request(anna, at=NOW - timedelta(days=9))
    answer = page(client, make_member("bram"))
    assert [row.pk for row in answer.context["listing"].rows] == [old.pk, new.pk]
    assert answer.context["rows"][0].late


def test_a_caught_call_stands_there_without_a_name(client):
    anna = make_member("anna")
    request = make_request(anna)
    request.resident = None
    request.save()
    assert page(client, anna, "?what=nameless").context["listing"].rows == [request]
    assert page(client, anna, "?what=flagged").context["listing"].rows == []


def test_another_team_has_its_own_inbox(client):
    make_request(make_member("anna"))
    assert page(client, make_member("dirk")).context["listing"].rows == []


def test_what_is_taken_up_is_gone(client):
    anna = make_member("anna")
    make_case(anna)
    assert page(client, anna).context["listing"].rows == []


def test_a_restricted_file_is_counted_and_not_shown(client):
    anna = make_member("anna")
    case = make_case(anna)
    case.resident.restricted = True
    case.resident.save()
    request = make_request(anna, resident=case.resident)
    answer = page(client, make_member("bram"))
    assert answer.context["listing"].rows == []
    assert answer.context["numbers"].waiting == 1
    assert page(client, anna).context["listing"].rows == [request]


def test_the_manager_sees_numbers_and_no_words(client):
    anna = make_member("anna")
    request = make_request(anna, words="Geheim van thuis", red_flags=["no_food"], at=NOW - timedelta(days=4))
    text = page(client, make_member("esra")).content.decode()
    assert "Geheim van thuis" not in text
    assert request.resident.last_name not in text
    assert "4 dagen" in text or "4 days" in text


@pytest.mark.parametrize(("name", "status"), [("fatma", 403), ("gijs", 403), ("hanna", 404), ("carla", 200)])
def test_the_inbox_is_for_who_works_with_residents_and_their_manager(client, name, status):
    assert page(client, make_member(name)).status_code == status


def test_who_is_shown_is_logged(client):
    anna = make_member("anna")
    request = make_request(anna)
    page(client, anna)
    assert Entry.objects.get(kind="read").residents == [request.resident_id]


def test_a_full_inbox_costs_as_many_queries_as_an_empty_one(client, django_assert_max_num_queries):
    anna = make_member("anna")
    for _ in range(12):
        make_request(anna, resident=ResidentFactory())
    client.force_login(anna)
    with django_assert_max_num_queries(11):
        assert len(client.get(reverse("inbox")).context["listing"].rows) == 12
