"""One report: who reads it, and the five ways out of the inbox."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from django.utils import translation

from cases.models import Case, ContactTerm, Household, HouseholdMember
from cases.operations.death import note_death
from tests.factories import NOW, ResidentFactory, make_case, make_member, make_request

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False), translation.override("nl"):
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


def test_a_report_about_somebody_who_died_is_for_who_lived_with_them_or_for_a_case_of_theirs(client):
    anna = make_member("anna")
    case, son = make_case(anna), make_case(anna, resident=ResidentFactory(first_names="Teun"))
    home = Household.objects.create(name="Zonneveld")
    for one in (case.resident, son.resident):
        HouseholdMember.objects.create(household=home, resident=one, during=DateRange(date(2020, 1, 1), None))
    request = make_request(anna, resident=case.resident)
    note_death(resident=case.resident, died_on=NOW.date(), by=anna, now=NOW)
    client.force_login(anna)
    page = client.get(reverse("help_request", args=[request.pk]))
    assert {one.pk for one in page.context["known"].joinable} == {case.pk, son.pk}
    html = page.content.decode()
    assert "De vraag is voor Teun" in html
    assert "Plan het gesprek meteen" not in html
    assert send(client, anna, request, do="take_up", subject="Trap").status_code == 422
    send(client, anna, request, choose=son.resident_id)
    request.refresh_from_db(fields=["resident"])
    assert request.resident_id == son.resident_id
    send(client, anna, request, do="take_up", contact_person=anna.pk, subject="Trap", form_key="other")
    assert state(request) == "taken_up"


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


def test_the_second_to_take_it_up_sees_who_did_and_when_and_keeps_their_text(client):
    anna, bram = make_member("anna"), make_member("bram")
    request = make_request(anna)
    send(client, anna, request, do="take_up", contact_person=anna.pk, subject="Traplift")
    answer = send(client, bram, request, do="answer", text="Dat is al geregeld", form_key="other")
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Anna heeft deze vraag opgepakt: 18 november 2026, 11.00." in text
    assert "Dat is al geregeld" in text


def test_a_discarded_report_is_put_back_with_a_reason(client):
    anna, bram = make_member("anna"), make_member("bram")
    request = make_request(anna)
    send(client, anna, request, do="discard", reason="Dubbel gemeld")
    assert send(client, bram, request, do="put_back", reason=" ", form_key="a").status_code == 422
    send(client, bram, request, do="put_back", reason="Toch voor ons", form_key="b")
    assert state(request) == "new"
    client.force_login(bram)
    text = client.get(reverse("help_request", args=[request.pk])).content.decode()
    assert "Dubbel gemeld" in text
    assert "Toch voor ons" in text


def test_after_two_weeks_nobody_is_offered_to_put_it_back(client):
    anna = make_member("anna")
    request = make_request(anna)
    send(client, anna, request, do="discard", reason="Dubbel gemeld")
    address = reverse("help_request", args=[request.pk])
    assert client.get(address).context["put_back"]
    with time_machine.travel(NOW + timedelta(days=15), tick=False):
        client.force_login(anna)
        assert client.get(address).context["put_back"] is None


def test_a_way_out_that_a_row_of_the_inbox_leads_to_is_open(client):
    anna = make_member("anna")
    client.force_login(anna)
    address = reverse("help_request", args=[make_request(anna).pk])
    assert '<details class="fold" id="do-answer" open>' in client.get(address + "?do=answer").content.decode()


def test_who_called_for_themselves_is_looked_for_at_once(client):
    anna, resident = make_member("anna"), ResidentFactory(last_name="Zonderling")
    request = nameless(anna)
    type(request).objects.filter(pk=request.pk).update(reporter_name="Zonderling")
    client.force_login(anna)
    answer = client.get(reverse("help_request", args=[request.pk]))
    assert [one.pk for one in answer.context["found"]] == [resident.pk]


def test_who_looks_like_a_newcomer_can_be_chosen_beside_them(client):
    anna, resident = make_member("anna"), ResidentFactory(first_names="Sami", last_name="Zonderling")
    request = nameless(anna)
    fields = {"new_first_names": "Sami", "new_last_name": "Zonderling", "new_birth_date": "1951-03-12"}
    answer = send(client, anna, request, do="add", **fields)
    assert [one.found.pk for one in answer.context["alike"]] == [resident.pk]
    send(client, anna, request, do="add", choose=resident.pk, **fields)
    request.refresh_from_db(fields=["resident"])
    assert request.resident == resident


def test_a_question_of_a_daughter_joins_the_case_of_her_mother(client):
    anna, daughter = make_member("anna"), ResidentFactory()
    case = make_case(anna)
    home = Household.objects.create(name="Gezin")
    for one in (case.resident, daughter):
        HouseholdMember.objects.create(household=home, resident=one, during=DateRange(date(2020, 1, 1), None))
    request = make_request(anna, resident=daughter)
    send(client, anna, request, do="join", case=case.pk)
    assert state(request) == "joined"


def test_a_manager_changes_nothing(client):
    request = make_request(make_member("anna"))
    assert send(client, make_member("esra"), request, do="discard", reason="weg").status_code == 403
    assert state(request) == "new"
