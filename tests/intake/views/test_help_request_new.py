"""The telephone screen."""

from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from cases.models import (
    Case,
    ContactTerm,
    Event,
    HelpRequest,
    Resident,
)
from intake.models import Conversation
from tests.factories import NOW, ResidentFactory, make_case, make_member
from tests.threads import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

WORDS = "Ik kom de trap niet meer op. Mijn man kan mij niet tillen."


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
    facts = {"words": WORDS, "channel": "phone", "reporter": "resident", "form_key": "k1", "then": "plan"}
    return client.post(reverse("help_request_new"), facts | fields)


def test_a_call_is_caught_with_only_the_words(client, anna):
    answer = send(client, then="later")
    request = HelpRequest.objects.get()
    assert answer.url == reverse("help_request_saved", args=[request.pk])
    assert (request.state, request.resident, request.team) == ("new", None, anna.team)


def test_without_words_the_form_comes_back_with_what_was_typed(client, anna):
    answer = send(client, words=" ", new_last_name="Bakker")
    assert answer.status_code == 422
    assert 'value="Bakker"' in answer.content.decode()
    assert not HelpRequest.objects.exists()


def test_taking_up_makes_a_case_with_a_contact_person_and_a_conversation(client, anna):
    resident = ResidentFactory()
    send(
        client, resident=resident.pk, contact_person=anna.pk, planned_date="2026-11-20", planned_time="10:00",
        place="thuis",
    )  # fmt: skip
    case = Case.objects.get()
    assert (case.resident, case.status, case.subject) == (
        resident, "conversation", "Ik kom de trap niet meer op",
    )  # fmt: skip
    conversation = Conversation.objects.get()
    assert (conversation.case, conversation.place, conversation.own_words) == (case, "thuis", WORDS)
    assert Event.objects.filter(case=case, kind="conversation_planned").count() == 1


def test_sending_twice_makes_one_question_and_one_case(client, anna):
    resident = ResidentFactory()
    first, second = (send(client, resident=resident.pk, contact_person=anna.pk) for _ in range(2))
    assert first.url == second.url
    assert (HelpRequest.objects.count(), Case.objects.count()) == (1, 1)


def test_without_a_resident_it_cannot_be_taken_up_and_nothing_is_left_behind(client, anna):
    answer = send(client)
    assert answer.status_code == 422
    assert "find" in answer.context["form"].errors
    assert not HelpRequest.objects.exists()


def test_a_newcomer_is_added_on_the_same_screen(client, anna):
    send(
        client,
        new_first_names="Sami",
        new_last_name="Amrani",
        new_birth_date="2011-02-03",
        new_bsn="9999.00-006",
    )
    resident = Resident.objects.get()
    assert (resident.birth_date, resident.bsn) == (date(2011, 2, 3), "999900006")
    assert Case.objects.get().resident == resident


def test_a_probable_double_is_shown_before_anybody_is_added(client, anna):
    there = ResidentFactory(first_names="Sami", prefix="", last_name="Amrani", birth_date=date(2011, 2, 3))
    given = {"new_first_names": "Samy", "new_last_name": "Amrani", "new_birth_date": "2011-02-03"}
    answer = send(client, **given)
    assert answer.status_code == 422
    assert [one.found.pk for one in answer.context["alike"]] == [there.pk]
    send(client, **given, another_person="on")
    assert Resident.objects.count() == 2


def test_a_known_bsn_is_refused_at_its_field_without_saying_whose_it_is(client, anna):
    ResidentFactory(bsn="999900006", last_name="Verborgen", confidential_address=True)
    answer = send(client, new_last_name="Amrani", new_birth_date="2011-02-03", new_bsn="999900006")
    assert "new_bsn" in answer.context["form"].errors
    assert "Verborgen" not in answer.content.decode()


def test_the_present_contact_person_stays_and_the_caller_hears_who_it_is(client, anna):
    bram = make_member("bram")
    resident = make_case(bram).resident
    answer = send(client, resident=resident.pk)
    assert ContactTerm.objects.get().user == bram
    page = client.get(answer.url).content.decode()
    assert "Bram" in page


def test_planning_for_somebody_else_is_refused_at_the_date(client, anna):
    bram = make_member("bram")
    answer = send(
        client, resident=make_case(bram).resident.pk, planned_date="2026-11-20", planned_time="10:00"
    )
    assert "planned_date" in answer.context["form"].errors
    assert Case.objects.count() == 1


def test_a_question_joins_an_open_case(client, anna):
    case = make_case(anna)
    send(client, resident=case.resident.pk, case=case.pk)
    assert HelpRequest.objects.get(state="joined").case == case
    assert Case.objects.count() == 1


def test_a_case_that_is_not_mine_to_read_cannot_be_joined(client, anna):
    case = make_case(make_member("dirk"))
    assert send(client, resident=case.resident.pk, case=case.pk).status_code == 404
    assert not HelpRequest.objects.filter(state="joined").exists()


def test_an_answer_is_kept_and_needs_no_case(client, anna):
    send(client, then="answer", answer="De klussendienst belt u terug.")
    request = HelpRequest.objects.get()
    assert (request.state, request.answer) == ("answered", "De klussendienst belt u terug.")


def test_a_confidential_resident_of_somebody_else_is_not_there(client, anna):
    hidden = ResidentFactory(confidential_address=True)
    assert client.post(reverse("help_request_person"), {"resident": hidden.pk}).status_code == 404
    assert send(client, resident=hidden.pk).status_code == 404


def test_registering_without_anybody_catches_the_call_with_the_name_that_was_typed(client, anna):
    answer = send(client, then="register", find="aaltje goudplevier 12-3-1951")
    request = HelpRequest.objects.get()
    assert (request.state, request.resident) == ("new", None)
    assert (request.details.last_name, request.details.birth_date) == ("Goudplevier", date(1951, 3, 12))
    assert client.get(answer.url).status_code == 200


def test_registering_with_somebody_takes_it_up(client, anna):
    send(client, then="register", resident=ResidentFactory().pk, reach_by="Bellen na 17 uur")
    request = HelpRequest.objects.get()
    assert (request.state, request.reach_by) == ("taken_up", "Bellen na 17 uur")
    assert request.case.resident.reach_by == "Bellen na 17 uur"


def test_a_newcomer_comes_with_phone_and_neighbourhood(client, anna):
    ResidentFactory(postcode="9999 XB", neighbourhood="Haven")
    send(
        client, then="register", new_last_name="Amrani", new_postcode="9999xb", new_house_number="7",
        reporter_phone="06-12 34 56 78",
    )  # fmt: skip
    resident = Resident.objects.get(last_name="Amrani")
    assert (resident.phone, resident.postcode, resident.neighbourhood) == ("0612345678", "9999 XB", "Haven")


@pytest.mark.parametrize(
    ("field", "typed"),
    [("new_postcode", "12"), ("new_phone", "1"), ("new_birth_date", "2027-01-01"), ("new_bsn", "123")],
)
def test_what_is_wrong_with_a_newcomer_stands_at_its_field(client, anna, field, typed):
    answer = send(client, then="register", new_last_name="Amrani", **{field: typed})
    assert set(answer.context["form"].errors) == {field}
    assert not HelpRequest.objects.exists()


def test_without_javascript_a_double_is_chosen_with_a_button(client, anna):
    there = ResidentFactory()
    answer = send(client, choose=there.pk, new_last_name="Testpersoon")
    assert answer.context["chosen"] == there.pk
    assert not answer.context["form"]["new_last_name"].value()
    assert "Mijn man kan mij niet tillen" in answer.content.decode()
    assert send(client, choose="", resident=there.pk).context["chosen"] is None


def test_without_javascript_a_ticked_resident_is_shown_before_anything_is_saved(client, anna):
    there = make_case(anna).resident
    answer = send(client, then="look", resident=there.pk)
    assert answer.context["known"].cases
    assert HelpRequest.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_hundred_times_at_once_is_one_question_and_one_case():
    user, resident = make_member("anna"), ResidentFactory()
    client = Client()
    client.force_login(user)
    cookie = client.cookies

    def press():
        one = Client()
        one.cookies = cookie
        return send(one, resident=resident.pk, then="register")

    answers = at_once(*[press] * 100)
    assert {answer.status_code for answer in answers} == {302}
    assert len({answer.url for answer in answers}) == 1
    assert (HelpRequest.objects.count(), Case.objects.count(), ContactTerm.objects.count()) == (1, 1, 1)


def test_without_javascript_the_search_button_keeps_what_was_typed(client, anna):
    ResidentFactory(last_name="Bakker")
    answer = send(client, then="find", find="bakker")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Mijn man kan mij niet tillen" in page
    assert "Bakker" in page
    assert not HelpRequest.objects.exists()


@pytest.mark.parametrize("name", ["esra", "fatma", "gijs"])
def test_who_does_not_work_with_residents_registers_nothing(client, name):
    client.force_login(make_member(name))
    assert client.get(reverse("help_request_new")).status_code == 403
    assert send(client).status_code == 403


def test_a_partner_finds_no_such_page(client):
    client.force_login(make_member("hanna"))
    assert client.get(reverse("help_request_new")).status_code == 404
