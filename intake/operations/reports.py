"""A report from outside becomes a help request in the inbox of the right team."""

from datetime import datetime

from django.utils import timezone

from cases.enums import Channel
from cases.operations import help_requests
from intake.models import ApiToken, ReportDetails
from intake.queries.routing import neighbourhood_at, team_at
from intake.told import PERSON, Told, new_reference
from sociaal.audit import log
from sociaal.outbox.once import once
from sociaal.outbox.posting import post

RECEIPT = "report_receipt"
"""Topic: send the receipt that who reported asked for."""


def receive_report(*, told: Told, now: datetime, token: ApiToken | None = None) -> str:
    """Register what was told, without a resident, and return its reference.

    The same report a second time on one day (Amsterdam) is the same report: it gives the first reference.
    `token` is the key of the system that brought it in; None: the public page. Raises Refused while there is
    no team to receive it.
    """
    day = timezone.localdate(now).isoformat()
    return once(f"{told.fingerprint}:{day}", "report", lambda: _register(told, now, token), now=now)


def _register(told: Told, now: datetime, token: ApiToken | None) -> str:
    request = help_requests.register(
        words=told.words, channel=Channel.WEBSITE, reporter=told.reporter, reporter_name=told.reporter_name,
        reporter_phone=told.reporter_phone, red_flags=list(told.red_flags), by=None, now=now,
        team=team_at(neighbourhood_at(told.person.get("postcode", ""))),
    )  # fmt: skip
    details = ReportDetails.objects.create(
        help_request=request, reference=new_reference(), reporter_email=told.reporter_email, token=token,
        **{name: told.person[name] for name in PERSON if told.person.get(name)},
    )  # fmt: skip
    if token is not None:
        log.wrote("report_by_interface", by=None, now=now, about=request, token=token.pk)
    if told.wants_receipt:
        post(RECEIPT, details.pk, now=now)
    return details.reference
