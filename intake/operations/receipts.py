"""The receipt of a report by e-mail, for who asked for one."""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from intake.models import ReportDetails


def send_receipt(key: str, now: datetime) -> None:
    """Handler of the outbox: send the receipt of this report (its key). Holds the reference and nothing of
    what was told.

    A worker killed between sending and noting it sends the message again, with the same Message-ID: a mail
    program shows it once.
    """
    details = ReportDetails.objects.get(pk=key)
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
    EmailMessage(
        subject=_("We received your question"),
        body=text,
        to=[details.reporter_email],
        headers={"Message-ID": f"<report-{details.reference}@{_domain()}>", "Auto-Submitted": "auto-replied"},
    ).send()


def _domain() -> str:
    return settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(" >") or "localhost"
