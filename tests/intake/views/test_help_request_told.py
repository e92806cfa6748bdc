"""What came from outside, on the page of one report: shown to who may read it, and never typed again."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse
from django.utils import translation

from cases.models import HelpRequest, Resident
from intake.files.kinds import BacklogTaker
from intake.operations.reports import receive_report
from intake.operations.signals import Signal, take_signal
from intake.told import Told
from sociaal.audit.models import Entry
from tests.factories import NOW, ResidentFactory, make_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
PERSON = {
    "first_names": "Aaltje", "prefix": "de", "last_name": "Goudplevier", "birth_date": date(1951, 3, 12),
    "street": "Lindelaan", "house_number": "4", "postcode": "9999 XA", "phone": "0612345678",
}  # fmt: skip


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False), translation.override("nl"):
        yield


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def reported(anna):
    receive_report(told=Told("Ik val vaak.", "family", "Piet", "0687654321", person=PERSON), now=NOW)
    return HelpRequest.objects.get()


def page(client, user, request):
    client.force_login(user)
    return client.get(reverse("help_request", args=[request.pk]))


def send(client, user, request, **fields):
    client.force_login(user)
    return client.post(reverse("help_request", args=[request.pk]), {"form_key": "k"} | fields)


def test_what_the_reporter_gave_stands_on_the_page(client, anna, reported):
    text = page(client, anna, reported).content.decode()
    for told in ("Aaltje de Goudplevier", "Lindelaan", "0612345678", "0687654321"):
        assert told in text


@pytest.mark.parametrize("who", ["dirk", "esra", "fatma", "gijs", "hanna"])
def test_who_may_not_read_the_report_reads_nothing_of_what_was_given(client, reported, who):
    answer = page(client, make_member(who), reported)
    assert answer.status_code in (403, 404)
    assert "Goudplevier" not in answer.content.decode()


def test_the_person_is_looked_for_at_once_and_who_is_found_is_in_the_log(client, anna, reported):
    known = ResidentFactory(**PERSON)
    answer = page(client, anna, reported)
    assert [one.pk for one in answer.context["found"]] == [known.pk]
    assert Entry.objects.filter(kind="read", residents__contains=[known.pk]).exists()


def test_a_newcomer_is_added_with_all_that_was_given(client, anna, reported):
    form = page(client, anna, reported).context["forms"]["add"]
    filled = {
        f"new_{name}": form[f"new_{name}"].value() or "" for name in PERSON if f"new_{name}" in form.fields
    }
    assert send(client, anna, reported, do="add", **filled).status_code == 302
    resident = Resident.objects.get()
    assert {name: getattr(resident, name) for name in PERSON} == PERSON
    assert HelpRequest.objects.get().resident == resident


def test_adding_twice_adds_once(client, anna, reported):
    for _time in range(2):
        send(client, anna, reported, do="add", new_last_name="Goudplevier")
    assert Resident.objects.count() == 1


def test_who_looks_like_the_newcomer_is_shown_before_anybody_is_added(client, anna, reported):
    known = ResidentFactory(**PERSON | {"first_names": "Aaltjen"})
    fields = {"do": "add", "new_last_name": "Goudplevier", "new_first_names": "Aaltje", "new_prefix": "de",
              "new_birth_date": "1951-03-12"}  # fmt: skip
    answer = send(client, anna, reported, **fields)
    assert answer.status_code == 422
    assert "Aaltjen" in answer.content.decode()
    assert Resident.objects.get() == known
    assert send(client, anna, reported, **fields, another_person="on", form_key="l").status_code == 302
    assert Resident.objects.count() == 2


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [({}, "new_last_name"), ({"new_last_name": "Bos", "new_bsn": "999900006"}, "new_bsn")],
)
def test_what_is_wrong_with_a_newcomer_stands_at_its_field(client, anna, reported, fields, wrong):
    ResidentFactory(bsn="999900006", birth_date=None)
    answer = send(client, anna, reported, do="add", **fields)
    assert answer.status_code == 422
    assert wrong in answer.context["form"].errors
    assert Resident.objects.count() == 1


def by_reference(client, user, text):
    client.force_login(user)
    return client.post(reverse("report_by_reference"), {"reference": text})


def test_who_calls_with_a_reference_is_found_however_it_is_typed(client, anna, reported):
    typed = reported.details.reference.lower().replace("-", " ")
    answer = by_reference(client, anna, typed)
    assert answer.url == reverse("help_request", args=[reported.pk])


def test_of_another_teams_report_the_reference_says_which_team_has_it(client, reported):
    answer = by_reference(client, make_member("dirk"), reported.details.reference)
    assert answer.status_code == 403
    assert "Wijkteam Oost" in answer.content.decode()
    assert "Goudplevier" not in answer.content.decode()


@pytest.mark.parametrize("text", ["", "AAAA-AAAA-AAAA", "nul\0"])
def test_a_reference_that_is_none_says_so(client, anna, text):
    assert by_reference(client, anna, text).url == reverse("inbox")


def test_an_early_signal_says_that_there_is_no_question_and_by_when_we_make_contact(client, anna):
    for creditor, kind in (("De Linde", "rent"), ("Stroom", "energy")):
        take_signal(
            signal=Signal(creditor, kind, NOW.date(), PERSON, amount="250_500", months_behind=2),
            team=anna.team, now=NOW,
        )  # fmt: skip
    answer = page(client, anna, HelpRequest.objects.get())
    text = answer.content.decode()
    assert "<blockquote" not in text
    assert "De Linde" in text
    assert "Stroom" in text
    assert answer.context["told"].contact_before.date == date(2026, 12, 16)


def test_a_resident_out_of_a_file_who_looks_like_one_we_knew_is_pointed_out(client, anna):
    known = ResidentFactory(**PERSON)
    cells = {"received_at": "2026-10-02", "words": "Ik val.", "birth_date": "1951-03-12"}
    cells |= {"first_names": "Aafje", "last_name": "de Goudplevier"}
    assert BacklogTaker().take(cells, NOW).doubtful
    answer = page(client, anna, HelpRequest.objects.get())
    assert [one.pk for one in answer.context["told"].doubles] == [known.pk]
    assert Entry.objects.filter(kind="read", residents__contains=[known.pk]).exists()
