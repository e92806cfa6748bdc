"""The same letter sent a hundred times at once, and a real worker that makes it, also when it was away."""

import time

import pytest
from django.core import mail
from django.utils import timezone

from cases.models import Email, Letter
from cases.operations.letters import TYPESET, Sending
from sociaal.outbox.models import Message
from sociaal.outbox.once import once
from sociaal.outbox.relaying import relay_all
from sociaal.outbox.tasks import relay
from tests.cases.operations.sending import send
from tests.factories import make_case, make_member
from tests.mailbox import listening
from tests.threads import at_once
from tests.workers import running_worker

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def case():
    case = make_case(make_member("anna"), at=timezone.now())
    case.resident.email = "aaltje@example.org"
    case.resident.save()
    return case


def press(case, key, now):
    """What the page does: the key of the form, and the letter with its announcement."""
    anna = case.resident.contact_terms.get().user

    def work():
        return send(case, anna, sending=Sending(announce=True), now=now).number

    return lambda: once(key, "send_report", work, now=now)


@pytest.mark.slow
def test_a_hundred_times_at_once_is_one_letter_one_pdf_and_one_e_mail(case):
    now = timezone.now()
    numbers = at_once(*[press(case, "key", now)] * 100)
    assert len(numbers) == 100
    assert set(numbers) == {f"B{now.year}-000001"}
    at_once(*[lambda: relay_all(now=now)] * 4)
    assert Letter.objects.get().state == "to_print"
    assert Email.objects.get().state == "sent"
    assert len(mail.outbox) == 1


def test_letters_sent_at_the_same_moment_get_numbers_that_follow(case):
    now = timezone.now()
    numbers = at_once(*[press(case, f"key {turn}", now) for turn in range(8)])
    assert sorted(numbers) == [f"B{now.year}-{turn:06d}" for turn in range(1, 9)]


@pytest.mark.slow
def test_a_letter_sent_while_nobody_worked_is_made_and_announced_later_and_once(case, monkeypatch):
    press(case, "key", timezone.now())()  # the worker is not there: the message waits
    assert Message.objects.filter(topic=TYPESET, state="waiting").exists()
    with listening() as box:
        monkeypatch.setenv("EMAIL_HOST", "127.0.0.1")
        monkeypatch.setenv("EMAIL_PORT", str(box.port))
        monkeypatch.setenv("EMAIL_USE_TLS", "0")
        with running_worker():
            until(lambda: Email.objects.get().state == "sent", again=relay.delay)
    assert bytes(Letter.objects.get().pdf).startswith(b"%PDF-")
    assert len(box.got) == 1


def until(done, again, seconds=60):
    """`again` every second, as beat does, until it is done."""
    for _second in range(seconds):
        again()
        for _tenth in range(10):
            if done():
                return
            time.sleep(0.1)
    raise AssertionError("it did not happen")
