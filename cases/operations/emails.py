"""E-mails, sent by the worker.

The row is written with the change it follows from. An attempt is counted before the mail server is spoken to
and its outcome noted afterwards; a worker that dies exactly in between sends the message again, with the same
Message-ID, by which mail programs show it once. More cannot be had from SMTP.
"""

import secrets
import smtplib
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from cases.enums import EmailState, LetterState
from cases.letters.emails import words_of
from cases.models import Email, Letter
from sociaal.outbox.posting import post

SEND = "send_email"
LATER = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2))
"""When the mail server does not answer: the wait before each next attempt; the last one again and again."""
MOST_ATTEMPTS = 30
"""In all about two days; then it is `failed`, and stands with the letter. The letter itself goes by post."""


@transaction.atomic
def queue_email(*, kind: str, to: str, language: str, now: datetime, letter: Letter | None = None) -> Email:
    """Ask for one e-mail; the operation that calls this has checked that it may be sent."""
    email = Email.objects.create(
        kind=kind, to=to, language=language, letter=letter, made_at=now, message_id=_message_id()
    )
    post(SEND, email.pk, now=now)
    return email


def send_email(key: str, now: datetime) -> None:
    """Handler of the outbox: send it, once. A server that does not answer is asked again later."""
    email = Email.objects.select_for_update().get(pk=key)
    if email.state != EmailState.WAITING:
        return
    if Letter.objects.filter(emails=email, state=LetterState.STOPPED).exists():
        email.state = EmailState.FAILED  # what it announces does not come
        email.save(update_fields=["state"])
        return
    email.attempts += 1
    try:
        _message(email).send()
    except OSError as error:  # no connection, a time-out, or an error of SMTP: smtplib's are kinds of it
        _refused(email, temporary=is_temporary(error), now=now)
    else:
        email.state, email.sent_at = EmailState.SENT, now
    email.save(update_fields=["state", "sent_at", "attempts"])


def hold_back(keys: Iterable[int]) -> None:
    """Of a restored database: these waited when the backup was made and may have gone out since, so they do
    not go again. The letter itself goes by post, and says so to who reads it here.
    """
    Email.objects.filter(pk__in=list(keys), state=EmailState.WAITING).update(state=EmailState.HELD)


def _refused(email: Email, *, temporary: bool, now: datetime) -> None:
    if not temporary or email.attempts >= MOST_ATTEMPTS:
        email.state = EmailState.FAILED
        return
    post(SEND, email.pk, now=now, delay=LATER[min(email.attempts, len(LATER)) - 1])


def is_temporary(error: OSError) -> bool:
    """Whether a mail server may take it later: it did not answer, or refused with a code below 500; from
    there on it says "never" (RFC 5321, 4.2.1).
    """
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code < 500 for code, _words in error.recipients.values())
    if isinstance(error, smtplib.SMTPSenderRefused | smtplib.SMTPDataError):
        return error.smtp_code < 500
    return True


def _message(email: Email) -> EmailMessage:
    words = words_of(email.kind, email.language)
    headers = {"Message-ID": email.message_id, "Auto-Submitted": "auto-generated"}
    return EmailMessage(subject=words.subject, body=words.body, to=[email.to], headers=headers)


def _message_id() -> str:
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(" >") or "localhost"
    return f"<{secrets.token_hex(16)}@{domain}>"
