"""After a handover the resident hears who the contact person is now: by letter, or otherwise."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from cases.models import Handover
from cases.operations import contact_person, letters
from cases.operations.handover_told import note_told
from cases.queries.handovers import UNTOLD
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.cases.operations.test_letter_writing import send
from tests.factories import NOW, make_case, make_member

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def bram():
    return make_member("bram")


@pytest.fixture
def case(anna):
    return make_case(anna)


def ask(case, giver, to, at):
    return contact_person.request_handover(
        resident=case.resident, to=to, reason="expertise", explanation="Schulden", told_resident="Bram belt.",
        by=giver, now=at,
    )  # fmt: skip


def hand_over(case, giver, to, at):
    row = ask(case, giver, to, at)
    contact_person.accept_handover(handover=row, by=to, now=at)
    return Handover.objects.get(pk=row.pk)


def test_a_letter_tells_it_unless_it_is_stopped(case, anna, bram):
    row = hand_over(case, anna, bram, NOW - HOUR)
    assert list(UNTOLD.all()) == [row]
    letter = send(case, bram, "new_contact")
    assert not UNTOLD.all().exists()
    letters.stop_letter(letter=letter, reason="Verkeerd adres", by=bram, now=NOW)
    assert list(UNTOLD.all()) == [row]


def test_the_contact_person_notes_once_that_they_know(case, anna, bram):
    row = hand_over(case, anna, bram, NOW - HOUR)
    with pytest.raises(NotPermitted):
        note_told(handover=row, by=anna, now=NOW)
    with pytest.raises(NotFound):
        note_told(handover=row, by=make_member("fatma"), now=NOW)
    note_told(handover=row, by=bram, now=NOW)
    assert note_told(handover=row, by=bram, now=NOW + HOUR).told_at == NOW
    assert not UNTOLD.all().exists()


def test_only_the_last_handover_is_told_of(case, anna, bram):
    hand_over(case, anna, bram, NOW - 3 * HOUR)
    last = hand_over(case, bram, anna, NOW - HOUR)
    assert list(UNTOLD.all()) == [last]
    note_told(handover=last, by=anna, now=NOW)
    assert not UNTOLD.all().exists()


def test_of_what_is_not_accepted_nothing_is_told(case, anna, bram):
    row = ask(case, anna, bram, NOW)
    with pytest.raises(Refused):
        note_told(handover=row, by=anna, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Handover.objects.filter(pk=row.pk).update(told_at=NOW)
