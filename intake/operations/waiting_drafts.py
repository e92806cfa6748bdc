"""A question that somebody typed and did not send is nobody's: after one working day the team sees it."""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils.dateparse import parse_date

from cases.enums import Channel, RedFlag, Reporter
from cases.models import HelpRequest
from cases.operations import help_requests
from cases.queries.calendar_days import decreed_days
from intake.drafts import Content, is_due
from intake.models import Draft, ReportDetails
from intake.operations.drafts import lock_form
from intake.operations.registration import inbox_for
from intake.told import new_reference
from intake.typed_person import person_in
from sociaal.audit import log
from sociaal.core.errors import DomainError

logger = logging.getLogger(__name__)
KEEP_EMPTY = timedelta(days=1)
KEEP_ENTERED = timedelta(days=30)
"""So long after it entered the inbox a draft to which nothing was added stays with who typed it."""
NEWCOMER = ("first_names", "prefix", "last_name", "street", "house_number", "postcode", "phone", "email")


def enter_inbox_when_due(*, now: datetime) -> int:
    """Bring every question that waited for a working day into the inbox; how many. Each is a transaction of
    its own: whoever is killed halfway leaves whole ones, and the next round does the rest.
    """
    waiting = Draft.objects.filter(has_question=True, help_request=None).order_by("started_at", "pk")
    entered, decreed = 0, decreed_days()
    for row in waiting.filter(started_at__lte=now - timedelta(hours=20)):
        if is_due(row.started_at, row.changed_at, now, decreed):
            entered += _enter_safely(row, now)
    return entered


def _enter_safely(row: Draft, now: datetime) -> bool:
    """A question that cannot enter stays with its owner, who sees it among the drafts, and keeps none of
    those behind it from the team. Logged without words: these may hold what somebody typed.
    """
    try:
        return enter_inbox(draft=row, now=now) is not None
    except DomainError as error:
        logger.warning("draft %s cannot enter the inbox: %s", row.pk, type(error).__name__)
    except Exception as error:
        logger.error("draft %s cannot enter the inbox: %s", row.pk, type(error).__name__)
    return False


@transaction.atomic
def enter_inbox(*, draft: Draft, now: datetime) -> HelpRequest | None:
    """Register the question with the clock running from the moment it was begun. None when it was sent,
    discarded, emptied or brought in meanwhile. Raises Refused when no team would see it.
    """
    lock_form(draft.form_key)
    row = Draft.objects.select_related("owner__team", "team", "resident").filter(pk=draft.pk).first()
    if row is None or not row.has_question or row.help_request_id:
        return None
    typed, owner = Content.read(row.content), row.owner
    knows = owner.is_active and owner.is_caseworker
    request = help_requests.register(
        **_told(typed), by=owner if knows else None, now=now, resident=row.resident,
        team=inbox_for(row.resident, row.team or owner.team, now), received_at=row.started_at,
    )  # fmt: skip
    _keep_newcomer(typed, request)
    row.help_request, row.entered_at = request, now
    row.save(update_fields=["help_request", "entered_at"])
    about = [row.resident_id] if row.resident_id else []
    log.wrote("draft_entered_inbox", by=None, now=now, about=row, residents=about, help_request=request.pk)
    return request


def _told(typed: Content) -> dict[str, Any]:
    """What was typed, as far as it can be used as it stands."""
    channel, reporter = typed.value("channel"), typed.value("reporter")
    return {
        "words": typed.question,
        "channel": channel if channel in Channel else Channel.PHONE,
        "reporter": reporter if reporter in Reporter else Reporter.RESIDENT,
        "reporter_name": typed.value("reporter_name")[:120],
        "reporter_phone": typed.value("reporter_phone")[:20],
        "reach_by": typed.value("reach_by")[:120],
        "red_flags": [flag for flag in typed.values("red_flags") if flag in RedFlag],
    }


def _keep_newcomer(typed: Content, request: HelpRequest) -> None:
    """Somebody whom we may not know yet: what was typed of them goes along, unchecked."""
    given: dict[str, Any] = {}
    for name in NEWCOMER:
        longest = getattr(ReportDetails._meta.get_field(name), "max_length", None)
        given[name] = typed.value(f"new_{name}")[:longest]
    given["birth_date"] = _date(typed.value("new_birth_date"))
    if not any(given.values()):
        given = dict(person_in(typed.value("find")))
    if request.resident_id is None and any(given.values()):
        ReportDetails.objects.create(help_request=request, reference=new_reference(), **given)


def _date(text: str) -> Any:
    try:
        return parse_date(text)
    except ValueError:
        return None


@transaction.atomic
def sweep(*, now: datetime) -> int:
    """Remove empty drafts, and those that entered the inbox long ago unchanged. Nothing else is swept."""
    empty = Q(is_empty=True, changed_at__lt=now - KEEP_EMPTY)
    entered = Q(entered_at__lt=now - KEEP_ENTERED, changed_at__lte=F("entered_at"))
    removed, _by_kind = Draft.objects.filter(empty | entered).delete()
    return removed
