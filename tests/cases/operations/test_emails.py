"""E-mails name nobody, go once, and survive a mail server that is away."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection

from cases.enums import EmailKind
from cases.letters.emails import words_of
from cases.models import Email
from cases.operations import emails
from cases.operations.emails import MOST_ATTEMPTS, queue_email
from sociaal.outbox.models import Message
from sociaal.outbox.relaying import relay_all
from tests.factories import NOW
from tests.mailbox import listening

pytestmark = pytest.mark.django_db


@pytest.fixture
def email():
    return queue_email(kind=EmailKind.LETTER_COMING, to="aaltje@example.org", language="nl", now=NOW)


def smtp(settings, port):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", port, False


def test_it_goes_once_however_often_the_worker_comes_by(email):
    for minute in range(3):
        relay_all(now=NOW + timedelta(minutes=minute))
    (sent,) = mail.outbox
    assert sent.to == ["aaltje@example.org"]
    assert sent.extra_headers["Message-ID"] == email.message_id
    assert Email.objects.get().state == "sent"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_says_that_a_letter_comes_and_nothing_about_anybody(settings, language):
    words = words_of(EmailKind.LETTER_COMING, language)
    assert settings.MUNICIPALITY in words.subject
    assert "http" not in words.body
    assert words_of(EmailKind.LETTER_COMING, language) == words


def test_a_real_mail_server_takes_it_in(email, settings):
    with listening() as box:
        smtp(settings, box.port)
        relay_all(now=NOW)
    (got,) = box.got
    assert (got["To"], got["Message-ID"]) == ("aaltje@example.org", email.message_id)
    assert "=?" in got["Subject"] or "brief" in got["Subject"]


def test_a_mail_server_that_is_away_gets_it_later_and_once(email, settings):
    with listening() as box:
        pass
    smtp(settings, box.port)
    relay_all(now=NOW)
    assert (Email.objects.get().state, Email.objects.get().attempts) == ("waiting", 1)
    relay_all(now=NOW + timedelta(seconds=30))
    assert Email.objects.get().attempts == 1
    with listening() as back:
        smtp(settings, back.port)
        relay_all(now=NOW + timedelta(minutes=2))
        relay_all(now=NOW + timedelta(minutes=30))
    assert [one["Message-ID"] for one in back.got] == [email.message_id]
    assert not Message.objects.filter(state="dead").exists()


def test_an_address_that_is_refused_for_good_is_not_tried_again(email, settings):
    with listening(refuses="550 no such user") as box:
        smtp(settings, box.port)
        relay_all(now=NOW)
        relay_all(now=NOW + timedelta(days=1))
    assert (Email.objects.get().state, Email.objects.get().attempts) == ("failed", 1)


def test_an_address_that_is_refused_for_now_is_tried_again(email, settings):
    with listening(refuses="451 later") as box:
        smtp(settings, box.port)
        relay_all(now=NOW)
        box.refuses = ""
        relay_all(now=NOW + timedelta(minutes=2))
    assert Email.objects.get().state == "sent"
    assert len(box.got) == 1


def test_after_days_without_a_mail_server_it_has_failed_and_says_so(email, monkeypatch):
    def away(message):
        raise smtplib.SMTPServerDisconnected

    monkeypatch.setattr(emails.EmailMessage, "send", away)
    moment = NOW
    for _attempt in range(MOST_ATTEMPTS):
        relay_all(now=moment)
        moment += timedelta(hours=3)
    assert (Email.objects.get().state, Email.objects.get().attempts) == ("failed", MOST_ATTEMPTS)


def test_the_address_stands_encrypted_in_the_database(email):
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM cases_email")
        assert "aaltje" not in str(cursor.fetchone())


def test_of_a_restored_database_what_waited_is_held_back_and_what_went_out_stays_sent(email):
    sent = queue_email(kind=EmailKind.LETTER_COMING, to="bram@example.org", language="nl", now=NOW)
    Email.objects.filter(pk=sent.pk).update(state="sent", sent_at=NOW)
    emails.hold_back([email.pk, sent.pk])
    assert dict(Email.objects.values_list("pk", "state")) == {email.pk: "held", sent.pk: "sent"}
    relay_all(now=NOW)
    assert mail.outbox == []
