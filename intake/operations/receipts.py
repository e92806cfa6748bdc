"""The receipt of a report by e-mail, for who asked for one."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from cases.operations.emails import is_temporary
from intake.models import ReportDetails
from intake.operations.reports import RECEIPT
from sociaal.outbox.posting import post

log = logging.getLogger(__name__)
AGAIN = timedelta(minutes=15)
"""When a mail server does not take it now: the wait before the next attempt."""
OF_USE = timedelta(days=2)
"""So long after the report a receipt still tells something; by then a colleague has read the question."""


def send_receipt(key: str, now: datetime) -> None:
    """Handler of the outbox: send the receipt of this report (its key). Holds the reference and nothing of
    what was told. A mail server that is away gets it later.

    A worker killed between sending and noting it sends the message again, with the same Message-ID: a mail
    program shows it once.
    """
    details = ReportDetails.objects.select_related("help_request").get(pk=key)
    try:
        _message(details).send()
    except OSError as error:  # smtplib's errors are kinds of it
        _not_taken(details, error, now)


def _not_taken(details: ReportDetails, error: OSError, now: datetime) -> None:
    """Asked by ourselves, as the outbox gives up within a minute."""
    if is_temporary(error) and now - details.help_request.received_at < OF_USE:
        post(RECEIPT, details.pk, now=now, delay=AGAIN)
    else:
        log.warning("the receipt of report %s was not taken: %s", details.pk, type(error).__name__)


def _message(details: ReportDetails) -> EmailMessage:
    text = _(
        "Good day,\n\n"
        "We received your question. Your reference is %(reference)s.\n"
        "A colleague reads it and contacts you. You need not do anything now.\n\n"
        "Does it become more urgent, or do you want to ask something? Call %(phone)s.\n"
        "In danger? Call 112. Worried about violence at home or about a child? Call Veilig Thuis: "
        "0800-2000.\n\n"
        "Do not answer this e-mail: nobody reads it.\n\n"
        "Municipality of %(municipality)s"
    ) % {
        "reference": details.reference,
        "phone": settings.MUNICIPALITY_PHONE,
        "municipality": settings.MUNICIPALITY,
    }
    return EmailMessage(
        subject=_("We received your question"),
        body=text,
        to=[details.reporter_email],
        headers={"Message-ID": f"<report-{details.reference}@{_domain()}>", "Auto-Submitted": "auto-replied"},
    )


def _domain() -> str:
    return settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(" >") or "localhost"
