"""What comes while somebody types, chooses or ticks."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from sociaal.audit.models import Entry
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


def test_choosing_a_resident_shows_the_contact_person_and_logs_who_was_shown(client, anna):
    case = make_case(make_member("bram"))
    answer = client.post(reverse("help_request_person"), {"resident": case.resident.pk})
    assert "Bram" in answer.content.decode()
    assert Entry.objects.filter(kind="read", residents=[case.resident.pk]).count() == 1


def test_a_red_flag_shows_its_term_at_once(client, anna):
    answer = client.post(reverse("help_request_term"), {"red_flags": ["eviction"]})
    assert "23 november 2026" in answer.content.decode()


def test_somebody_new_is_offered_with_what_was_typed(client, anna):
    answer = client.post(reverse("help_request_find"), {"find": "fatima el amrani 3-4-1980"})
    text = answer.content.decode()
    for known in ('data-last_name="Amrani"', 'data-prefix="el"', 'data-birth_date="1980-04-03"'):
        assert known in text


def test_who_may_be_the_newcomer_is_shown_while_one_types_and_logged(client, anna):
    there = ResidentFactory(first_names="Sami", prefix="", last_name="Amrani", birth_date=date(2011, 2, 3))
    typed = {"new_first_names": "Samy", "new_last_name": "Amrani", "new_birth_date": "2011-02-03"}
    answer = client.post(reverse("help_request_alike"), typed)
    assert [one.found.pk for one in answer.context["alike"]] == [there.pk]
    assert Entry.objects.filter(kind="read", residents=[there.pk]).count() == 1
    for instead in ({"new_last_name": ""}, {"resident": there.pk}):
        assert client.post(reverse("help_request_alike"), typed | instead).context["alike"] == []


def test_the_same_person_twice_is_shown_side_by_side_with_the_way_to_merge(client, anna):
    resident = make_case(anna).resident
    twin = ResidentFactory(last_name=resident.last_name)
    text = client.post(reverse("help_request_person"), {"resident": resident.pk}).content.decode()
    assert f"{reverse('resident_merge', args=[resident.pk])}?other={twin.pk}" in text


def test_choosing_somebody_with_a_case_costs_as_many_queries_however_many_there_are(
    client, anna, django_assert_max_num_queries
):
    case = make_case(anna)
    for _ in range(4):
        make_case(anna, resident=case.resident)
    with django_assert_max_num_queries(22):
        client.post(reverse("help_request_person"), {"resident": case.resident.pk})


def test_searching_as_one_types_costs_few_queries(client, anna, django_assert_max_num_queries):
    for _ in range(5):
        ResidentFactory(last_name="Bakker")
    with django_assert_max_num_queries(8):
        answer = client.post(reverse("help_request_find"), {"find": "bakker"})
    assert len(answer.context["found"]) == 5
