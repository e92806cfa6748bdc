"""One report: who reads it, and the five ways out of the inbox."""

import pytest
import time_machine
from django.urls import reverse

from cases.models import Case, ContactTerm
from tests.factories import NOW, ResidentFactory, make_case, make_member, make_request

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


def send(client, user, request, **fields):
    client.force_login(user)
    return client.post(reverse("help_request", args=[request.pk]), {"form_key": "k"} | fields)


def state(request):
    return type(request).objects.get(pk=request.pk).state


def nameless(by):
    request = make_request(by)
    request.resident = None
    request.save()
    return request


@pytest.mark.parametrize(
    ("name", "status"),
    [("anna", 200), ("bram", 200), ("carla", 200), ("dirk", 403),
     ("esra", 403), ("fatma", 404), ("gijs", 404), ("hanna", 404)],
)  # fmt: skip
def test_the_team_reads_it_others_hear_who_can_help_or_nothing(client, name, status):
    request = make_request(make_member("anna") if name != "anna" else make_member("bram"))
    client.force_login(make_member(name))
    answer = client.get(reverse("help_request", args=[request.pk]))
    assert answer.status_code == status
    assert (request.words in answer.content.decode()) == (status == 200)


def test_a_caught_call_of_another_team_does_not_exist(client):
    request = nameless(make_member("anna"))
    client.force_login(make_member("dirk"))
    assert client.get(reverse("help_request", args=[request.pk])).status_code == 404


def test_a_restricted_resident_is_for_the_contact_person_only(client):
    anna = make_member("anna")
    case = make_case(anna)
    case.resident.restricted = True
    case.resident.save()
    request = make_request(anna, resident=case.resident)
    for name, status in (("bram", 404), ("dirk", 404)):
        client.force_login(make_member(name))
        assert client.get(reverse("help_request", args=[request.pk])).status_code == status


def test_taking_up_makes_the_case_once(client):
    bram = make_member("bram")
    request = make_request(make_member("anna"))
    for _ in range(2):
        answer = send(client, bram, request, do="take_up", contact_person=bram.pk, subject="Traplift")
    case = Case.objects.get()
    assert answer.url == reverse("case", args=[case.number])
    assert ContactTerm.objects.get().user == bram


def test_taking_up_what_a_colleague_just_took_up_says_so_and_keeps_the_text(client):
    anna, bram = make_member("anna"), make_member("bram")
    request = make_request(anna)
    send(client, anna, request, do="take_up", contact_person=anna.pk, subject="Traplift")
    answer = send(client, bram, request, do="answer", text="Al geregeld", form_key="other")
    assert answer.status_code in (409, 422)
    assert state(request) == "taken_up"


def test_a_caught_call_gets_its_resident_and_can_then_be_taken_up(client):
    anna = make_member("anna")
    request, resident = nameless(anna), ResidentFactory()
    assert send(client, anna, request, do="name", find="x").status_code == 422
    send(client, anna, request, do="name", resident=resident.pk)
    request.refresh_from_db(fields=["resident"])
    assert request.resident == resident


def test_the_search_button_of_a_caught_call_finds_residents(client):
    anna = make_member("anna")
    request, resident = nameless(anna), ResidentFactory(last_name="Zonderling")
    answer = send(client, anna, request, do="name", find="zonderling", look="1")
    assert [one.pk for one in answer.context["found"]] == [resident.pk]


def test_joining_an_open_case_of_the_same_resident(client):
    anna = make_member("anna")
    case = make_case(anna)
    request = make_request(anna, resident=case.resident)
    send(client, anna, request, do="join", case=case.pk)
    assert state(request) == "joined"


def test_answering_and_discarding_ask_for_words(client):
    anna = make_member("anna")
    for do, field, end in (("answer", "text", "answered"), ("discard", "reason", "discarded")):
        request = make_request(anna)
        assert send(client, anna, request, do=do, **{field: " "}).status_code == 422
        send(client, anna, request, do=do, **{field: "Dubbel gemeld"})
        assert state(request) == end


def test_after_it_is_answered_the_page_tells_the_answer(client):
    anna = make_member("anna")
    request = make_request(anna)
    send(client, anna, request, do="answer", text="De klussendienst belt.")
    page = client.get(reverse("help_request", args=[request.pk])).content.decode()
    assert "De klussendienst belt." in page


def test_once_taken_up_it_is_read_as_its_case_is(client):
    anna = make_member("anna")
    case = make_case(anna)
    request = case.help_requests.get()
    client.force_login(make_member("bram"))
    assert client.get(reverse("help_request", args=[request.pk])).status_code == 200
    client.force_login(make_member("dirk"))
    assert client.get(reverse("help_request", args=[request.pk])).status_code == 403


def test_a_manager_changes_nothing(client):
    request = make_request(make_member("anna"))
    assert send(client, make_member("esra"), request, do="discard", reason="weg").status_code == 403
    assert state(request) == "new"
