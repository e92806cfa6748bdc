"""Letters are numbered, kept as they were sent, never lost and never doubled."""

import hashlib
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from cases.enums import Delivery
from cases.letters.text import LetterText
from cases.models import Email, Event, Letter, Resident
from cases.operations import letters
from cases.operations.letters import TYPESET, Sending
from sociaal.core.errors import NotFound, NotPermitted, Refused
from sociaal.outbox.models import Message
from sociaal.outbox.relaying import relay_all
from tests.cases.operations.sending import saying, send, set_now
from tests.factories import NOW, make_case, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def case(anna):
    return make_case(anna)


def test_a_letter_gets_the_next_number_of_its_year_in_amsterdam_time(case, anna):
    new_year = NOW.replace(year=2026, month=12, day=31, hour=23, minute=30)
    numbers = [send(case, anna).number, send(case, anna).number, send(case, anna, now=new_year).number]
    assert numbers == ["B2026-000001", "B2026-000002", "B2027-000001"]


def test_its_own_number_stands_in_what_it_says(case, anna):
    letter = send(case, anna)
    assert ("Ons kenmerk", letter.number) in LetterText.from_json(letter.source).facts


def test_sending_leaves_an_event_and_work_for_the_worker_and_nothing_of_what_it_says(case, anna):
    letter = send(case, anna)
    event = Event.objects.get(kind="letter_made")
    assert event.codes == {"letter": letter.pk, "what": "conversation_report"}
    assert Message.objects.get(topic=TYPESET).key == str(letter.pk)


def test_the_worker_makes_the_pdf_once_and_the_same_again(case, anna):
    letter = set_now(send(case, anna))
    again = set_now(letter)
    assert (again.state, bytes(again.pdf)) == ("to_print", bytes(letter.pdf))
    assert hashlib.sha256(bytes(letter.pdf)).hexdigest() == letter.sha256
    assert bytes(letter.pdf).startswith(b"%PDF-")


def test_words_and_pdf_stand_encrypted_in_the_database(case, anna):
    letter = set_now(send(case, anna, words=saying("Geheimzinnig")))
    with connection.cursor() as cursor:
        cursor.execute("SELECT source, pdf FROM cases_letter WHERE id = %s", [letter.pk])
        source, pdf = cursor.fetchone()
    assert "Geheimzinnig" not in source
    assert not bytes(pdf).startswith(b"%PDF-")


@pytest.mark.parametrize(
    "change",
    [{"source": "iets anders"}, {"number": "B2026-000999"}, {"sha256": "0" * 64}, {"pdf": b"%PDF-x"}],
)
def test_the_database_keeps_it_as_it_was_sent(case, anna, change):
    letter = set_now(send(case, anna))
    with pytest.raises(IntegrityError, match="stays as it was made"), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(**change)


def test_erasing_empties_it_and_leaves_that_it_was(case, anna):
    letter = set_now(send(case, anna))
    Letter.objects.filter(pk=letter.pk).update(source="", pdf=None)
    assert Letter.objects.get().number == letter.number


def test_printing_is_noted_once_with_who_and_when(case, anna):
    letter = set_now(send(case, anna))
    bram = make_member("bram")
    for hours in (1, 2):
        letters.mark_printed(letter=letter, by=bram, now=NOW + timedelta(hours=hours))
    row = Letter.objects.get()
    assert (row.state, row.printed_by, row.printed_at) == ("printed", bram, NOW + timedelta(hours=1))
    assert Event.objects.filter(kind="letter_sent").count() == 1


def test_a_letter_that_is_not_set_cannot_be_printed(case, anna):
    with pytest.raises(Refused):
        letters.mark_printed(letter=send(case, anna), by=anna, now=NOW)


def test_a_pile_is_marked_whole_or_not_at_all(case, anna):
    ready, not_set = set_now(send(case, anna)), send(case, anna)
    with pytest.raises(Refused):
        letters.mark_all_printed(letters=[not_set, ready], by=anna, now=NOW)
    assert set(Letter.objects.values_list("state", flat=True)) == {"to_print", "queued"}


def test_a_letter_is_stopped_with_a_reason_and_then_goes_nowhere(case, anna):
    letter = set_now(send(case, anna))
    with pytest.raises(Refused):
        letters.stop_letter(letter=letter, reason=" ", by=anna, now=NOW)
    letters.stop_letter(letter=letter, reason="Verkeerd adres", by=anna, now=NOW)
    with pytest.raises(Refused):
        letters.mark_printed(letter=letter, by=anna, now=NOW)
    assert Letter.objects.get().stop_reason == "Verkeerd adres"


def test_a_letter_stopped_before_it_was_set_is_left_alone_by_the_worker(case, anna):
    letter = send(case, anna)
    letters.stop_letter(letter=letter, reason="Te vroeg", by=anna, now=NOW)
    assert set_now(letter).state == "stopped"


def test_without_an_address_it_goes_by_hand_or_not_at_all(case, anna):
    Resident.objects.update(street="", house_number="")
    case.refresh_from_db(fields=["resident"])
    with pytest.raises(Refused) as refusal:
        send(case, anna)
    assert refusal.value.field == "delivery"
    assert send(case, anna, sending=Sending(Delivery.BY_HAND)).delivery == "by_hand"


def test_an_announcement_needs_an_e_mail_address_and_a_letter_by_post(case, anna):
    with pytest.raises(Refused) as refusal:
        send(case, anna, sending=Sending(announce=True))
    assert refusal.value.field == "announce"
    case.resident.email = "aaltje@example.org"
    case.resident.save()
    with pytest.raises(Refused):
        send(case, anna, sending=Sending(Delivery.BY_HAND, announce=True))
    send(case, anna, sending=Sending(announce=True))
    assert Email.objects.get().to == "aaltje@example.org"


def test_who_does_not_work_on_the_case_sends_nothing_and_may_yet_print(case, anna):
    bram = make_member("bram")
    with pytest.raises(NotPermitted):
        send(case, bram)
    letters.mark_printed(letter=set_now(send(case, anna)), by=bram, now=NOW)


def test_a_letter_about_safety_is_not_printed_by_the_team(case, anna):
    letter = set_now(send(case, anna, categories={"general", "youth_safety"}))
    with pytest.raises(NotFound):
        letters.mark_printed(letter=letter, by=make_member("bram"), now=NOW)


def test_a_failing_typesetter_leaves_the_letter_and_tries_again(case, anna, monkeypatch):
    send(case, anna)
    monkeypatch.setattr(letters, "typeset", lambda words, at: 1 / 0)
    relay_all(now=NOW)
    monkeypatch.undo()
    assert Letter.objects.get().state == "queued"
    relay_all(now=NOW + timedelta(minutes=1))
    assert Letter.objects.get().state == "to_print"
