"""The page of the shortened route."""

import pytest
import time_machine
from django.urls import reverse

from cases.models import Arrangement, Case
from intake.models import Conversation
from tests.factories import NOW, ProvisionFactory, make_case, make_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def filled(client, anna):
    """The form as the page gives it, filled in."""
    client.force_login(anna)

    def _filled(case, **fields):
        page = client.get(reverse("fast_track", args=[case.number]))
        facts = {
            "form_key": "k", "own_words": "Ik kom de trap niet meer op.", "wish": "Naar boven.",
            "domain": "housing", "can_do": "Koken", "network_can": "De buurvrouw", "level": "3",
            "safety_at_stake": "no", "clear_how": "yes", "stable": "yes", "parties_needed": "1",
            "behind_question": "Bang om te vallen.", "social_base": "De zoon.",
            "why_not_social_base": "Woont ver weg.", "provision": ProvisionFactory().pk,
        }  # fmt: skip
        return {f"seen_{name}": mark for name, mark in page.context["seen"].items()} | facts | fields

    return _filled


@pytest.fixture
def send(client, filled):
    return lambda case, **fields: client.post(
        reverse("fast_track", args=[case.number]), filled(case, **fields)
    )


def test_one_form_brings_a_question_to_help(send, anna):
    case = make_case(anna)
    assert send(case, start_now="on").url == reverse("case", args=[case.number])
    assert Case.objects.get().status == "supported"


def test_sending_twice_arranges_once(client, anna, filled):
    case = make_case(anna)
    facts = filled(case)
    first, second = (client.post(reverse("fast_track", args=[case.number]), facts) for _ in range(2))
    assert first.url == second.url
    assert Arrangement.objects.count() == 1


def test_the_report_is_there_already_and_nothing_is_asked_twice(client, anna):
    client.force_login(anna)
    case = make_case(anna, status="weighing")
    fields = client.get(reverse("fast_track", args=[case.number])).context["form"].fields
    assert "wish" not in fields
    other = make_case(anna)
    page = client.get(reverse("fast_track", args=[other.number]))
    assert page.context["form"]["own_words"].value() == "Ik kom de trap niet meer op."


def test_specialist_support_points_kindly_to_the_weighing(send, anna):
    answer = send(make_case(anna), provision=ProvisionFactory(weight="specialist").pk)
    assert answer.status_code == 422
    assert "provision" in answer.context["form"].errors
    assert Case.objects.get().status == "registered"


def test_a_missing_answer_keeps_everything_else(send, anna):
    answer = send(make_case(anna), stable="", goal="Weer naar boven")
    assert "stable" in answer.context["form"].errors
    assert 'value="Weer naar boven"' in answer.content.decode()


def test_what_a_colleague_wrote_meanwhile_is_shown_beside_mine(client, send, anna, talk):
    Conversation.objects.update(wish="Verhuizen.")
    answer = send(talk.case, seen_wish="anders", wish="Naar boven.")
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Verhuizen." in text
    assert "Naar boven." in text


def test_only_laws_for_which_i_hold_the_mandate_can_be_decided_on(client):
    bram = make_member("bram")
    client.force_login(bram)
    form = client.get(reverse("fast_track", args=[make_case(bram).number])).context["form"]
    assert [value for value, _label in form.fields["law"].choices] == ["", "wmo"]


@pytest.mark.parametrize(
    ("name", "status"),
    [("bram", 403), ("dirk", 403), ("esra", 403), ("fatma", 404), ("hanna", 404)],
)
def test_it_is_for_the_contact_person(client, anna, name, status):
    client.force_login(make_member(name))
    assert client.get(reverse("fast_track", args=[make_case(anna).number])).status_code == status


def test_after_the_weighing_the_page_says_why_not(client, anna):
    client.force_login(anna)
    case = make_case(anna, status="supported")
    assert client.get(reverse("fast_track", args=[case.number])).status_code == 409


def test_the_page_costs_a_fixed_number_of_queries(client, anna, django_assert_max_num_queries):
    case = make_case(anna)
    ProvisionFactory.create_batch(5)
    client.force_login(anna)
    with django_assert_max_num_queries(13):
        client.get(reverse("fast_track", args=[case.number]))
