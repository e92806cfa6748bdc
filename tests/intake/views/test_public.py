"""The public page: what it takes, what it refuses kindly, and what it never shows."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client, override_settings
from django.urls import reverse

from cases.models import Event, HelpRequest
from intake.forms.public import stamped_key
from intake.models import Allowance, ReportDetails
from sociaal.audit.models import Entry
from sociaal.outbox.models import Message
from sociaal.outbox.relaying import relay_all
from tests.factories import NOW, ResidentFactory, TeamFactory, make_member
from tests.threads import at_once

pytestmark = pytest.mark.usefixtures("clock")
OWN = {"words": "Ik kom de trap niet meer op.", "phone": "06-123 456 78"}
NEAR = {"words": "Mijn moeder valt vaak.", "reporter_phone": "0612345678"}


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def team(db):
    return TeamFactory(neighbourhoods=["Oost"])


def address(who="zelf"):
    return reverse("report_form", args=[who])


def key(seconds_ago=60):
    with time_machine.travel(NOW - timedelta(seconds=seconds_ago), tick=False):
        return stamped_key()


def send(who="zelf", client=None, **fields):
    return (client or Client()).post(address(who), {"form_key": key()} | fields)


def test_a_question_in_own_words_and_one_way_to_reach_somebody_is_enough(team):
    answer = send(**OWN)
    details = ReportDetails.objects.select_related("help_request__team").get()
    request = details.help_request
    assert answer.url == reverse("report_received", args=[details.reference])
    assert (request.words, request.channel, request.reporter) == (OWN["words"], "website", "resident")
    assert (request.reporter_phone, details.phone) == ("0612345678", "0612345678")
    assert request.resident is None
    assert request.registered_by is None
    assert Event.objects.get(help_request=request).kind == "reported"


@pytest.mark.parametrize(
    "reach",
    [{"phone": "+31 6 12345678"}, {"email": "a@inwoner.example"},
     {"street": "Lindelaan", "house_number": "4", "postcode": "9999xa"}],
)  # fmt: skip
def test_a_phone_an_address_or_an_e_mail_is_one_way(team, reach):
    assert send(words="Ik val vaak.", **reach).status_code == 302


@pytest.mark.parametrize(
    ("who", "fields", "wrong"),
    [
        ("zelf", {}, "words"),
        ("zelf", {"words": "Ik val."}, "phone"),
        ("zelf", {"words": "Ik val.", "street": "Lindelaan"}, "phone"),
        ("zelf", OWN | {"postcode": "99999"}, "postcode"),
        ("zelf", OWN | {"phone": "12"}, "phone"),
        ("zelf", OWN | {"birth_date": "2030-01-01"}, "birth_date"),
        ("zelf", OWN | {"email": "geen"}, "email"),
        ("zelf", OWN | {"wants_receipt": "on"}, "email"),
        ("zelf", OWN | {"words": "x" * 5001}, "words"),
        ("ander", {"words": "Zij valt."}, "reporter_phone"),
        ("ander", NEAR | {"wants_receipt": "on"}, "reporter_email"),
        ("beroep", NEAR, "reporter"),
        ("beroep", NEAR | {"reporter": "resident"}, "reporter"),
        ("beroep", NEAR | {"reporter": "early_signal"}, "reporter"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_what_was_typed_stays(team, who, fields, wrong):
    answer = send(who, **fields)
    assert answer.status_code == 422
    assert wrong in answer.context["form"].errors
    assert fields.get("words", "")[:20] in answer.content.decode()
    assert not HelpRequest.objects.exists()


def test_who_reports_for_somebody_near_is_family_whatever_is_sent(team):
    send("ander", **NEAR, reporter="gp", first_names="Aaltje", last_name="van der Berg")
    details = ReportDetails.objects.get()
    assert details.help_request.reporter == "family"
    assert (details.first_names, details.prefix, details.last_name) == ("Aaltje", "van der", "Berg")


def test_it_goes_to_the_team_of_the_neighbourhood_else_to_the_front_office(team, settings):
    front = TeamFactory(name="Voorkant", neighbourhoods=[])
    settings.FRONT_OFFICE_TEAM = front.name
    ResidentFactory(postcode="9999 XA", neighbourhood="Oost")
    send(**OWN, postcode="9999XA")
    send(**OWN, postcode="1234AB")
    assert [row.team for row in HelpRequest.objects.order_by("pk")] == [team, front]


def test_without_any_team_who_reports_hears_whom_to_call(db, settings):
    answer = send(**OWN)
    assert answer.status_code == 422
    assert not HelpRequest.objects.exists()


def test_sending_faster_than_a_person_reads_asks_to_send_once_more(team):
    fast = {"form_key": key(seconds_ago=1), **OWN}
    assert Client().post(address(), fast).status_code == 422
    with time_machine.travel(NOW + timedelta(seconds=20), tick=False):
        assert Client().post(address(), fast).status_code == 302


@pytest.mark.parametrize("stamp", ["", "abc", "a:b:c"])
def test_a_form_that_we_did_not_make_gets_a_stamp_of_ours(team, stamp):
    answer = Client().post(address(), {"form_key": stamp, **OWN})
    assert answer.status_code == 422
    again = answer.context["form"]["form_key"].value()
    with time_machine.travel(NOW + timedelta(seconds=20), tick=False):
        assert Client().post(address(), {"form_key": again, **OWN}).status_code == 302


def test_the_field_for_machines_asks_who_filled_it_to_send_again(team):
    answer = send(**OWN, leave_empty="Amsterdam")
    assert answer.status_code == 422
    assert answer.context["form"]["leave_empty"].value() == ""
    assert send(**OWN).status_code == 302


def test_the_same_report_twice_today_is_one(team):
    first, second = send(**OWN), send(**OWN)
    assert first.url == second.url
    assert HelpRequest.objects.count() == 1
    with time_machine.travel(NOW + timedelta(days=1), tick=False):
        send(**OWN)
    assert HelpRequest.objects.count() == 2


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_hundred_times_at_once_is_one_report():
    TeamFactory()
    sent = {"form_key": key(), **OWN}
    answers = at_once(*[lambda: Client().post(address(), sent)] * 100)
    assert {answer.status_code for answer in answers} == {302}
    assert HelpRequest.objects.count() == 1
    assert ReportDetails.objects.count() == 1


def test_too_many_reports_from_one_address_hear_whom_to_call(team):
    codes = [send(words=f"Vraag {number}", phone="0612345678").status_code for number in range(21)]
    assert codes == [302] * 20 + [429]
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert send(client=elsewhere, words="Een ander", phone="0612345678").status_code == 302
    with time_machine.travel(NOW + timedelta(hours=1), tick=False):
        assert send(words="Later", phone="0612345678").status_code == 302
    assert not Allowance.objects.filter(key__contains="127.0").exists()


def test_the_receipt_shows_the_reference_and_nothing_that_was_told(team):
    url = send(**OWN, first_names="Aaltje", last_name="Onvindbaar", red_flags=["eviction"]).url
    page = Client().get(url).content.decode()
    assert ReportDetails.objects.get().reference in page
    for told in ("trap", "Aaltje", "Onvindbaar", "0612345678"):
        assert told not in page
    assert Client().get(reverse("report_received", args=["AAAA-AAAA-AAAA"])).status_code == 404


@override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")
def test_the_receipt_by_e_mail_is_sent_once_and_says_nothing_of_the_question(team):
    send(**OWN, email="aaltje@inwoner.example", wants_receipt="on", last_name="Bos")
    relay_all(now=NOW)
    relay_all(now=NOW)
    (letter,) = [one for one in mail.outbox if one.to == ["aaltje@inwoner.example"]]
    assert ReportDetails.objects.get().reference in letter.body
    for told in ("trap", "Bos", "0612345678"):
        assert told not in letter.body + letter.subject
    assert letter.extra_headers["Message-ID"]


def test_without_asking_no_receipt_is_sent(team):
    send(**OWN, email="aaltje@inwoner.example")
    assert not Message.objects.filter(topic="report_receipt").exists()


def test_it_is_written_in_the_log_without_what_was_told(team):
    send(**OWN)
    line = Entry.objects.get(action="reported")
    assert line.actor is None
    assert "trap" not in str(line.codes)


@pytest.mark.parametrize("who", ["zelf", "ander", "beroep"])
def test_the_pages_ask_the_database_nothing(django_assert_num_queries, team, who):
    with django_assert_num_queries(0):
        assert Client().get(reverse("report_start")).status_code == 200
        assert Client().get(address(who)).status_code == 200


def test_a_way_that_does_not_exist_is_not_found(db):
    assert Client().get(address("robot")).status_code == 404


def test_the_page_speaks_english_to_who_asks(team):
    client = Client()
    client.cookies["sociaal_language"] = "en"
    assert "What do you need help with?" in client.get(address()).content.decode()


def test_a_colleague_who_is_signed_in_reports_as_anybody(team):
    client = Client()
    client.force_login(make_member("anna"))
    assert send(client=client, **OWN).status_code == 302
    assert HelpRequest.objects.get().registered_by is None
