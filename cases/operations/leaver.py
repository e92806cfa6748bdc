"""One sitting at the leaver's desk: many handovers asked at once, each by the guard of a single one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from cases.enums import HandoverReason
from cases.models import Handover, Resident
from cases.operations.contact_person import request_handover
from cases.queries.handovers import answer_day
from sociaal.accounts.models import User
from sociaal.core.errors import NotFound, NotPermitted, Refused


@dataclass(frozen=True)
class Ask:
    """Whom to ask for one resident, and what this receiver reads."""

    resident_id: int
    to: User
    explanation: str
    told_resident: str
    warm_transfer_at: datetime | None = None


@dataclass(frozen=True)
class Asked:
    """What was asked, and per resident the sentence why it could not be."""

    handovers: Sequence[Handover]
    refused: Sequence[tuple[int, str]]


@transaction.atomic
def ask_handovers(*, leaver: User, asks: Sequence[Ask], by: User, now: datetime) -> Asked:
    """Ask for each of these residents the colleague who was chosen. Contact persons stay until they accept.

    What cannot be asked (any more), because a colleague was before this or the resident has another contact
    person by now, is told back and keeps nobody else waiting. Residents are taken in one order, so that two
    sittings at once wait for each other instead of locking each other out.
    """
    residents = Resident.objects.in_bulk([ask.resident_id for ask in asks])
    answer_by = answer_day(now)
    handovers: list[Handover] = []
    refused: list[tuple[int, str]] = []
    for ask in sorted(asks, key=lambda ask: ask.resident_id):
        try:
            handovers.append(_ask_one(residents.get(ask.resident_id), ask, leaver, by, now, answer_by))
        except (Refused, NotPermitted) as error:
            refused.append((ask.resident_id, str(error)))
    return Asked(handovers, refused)


def _ask_one(
    resident: Resident | None, ask: Ask, leaver: User, by: User, now: datetime, answer_by: date
) -> Handover:
    if resident is None:
        raise NotFound
    return request_handover(
        resident=resident,
        from_user=leaver,
        to=ask.to,
        reason=HandoverReason.LEAVES,
        explanation=ask.explanation,
        told_resident=ask.told_resident,
        warm_transfer_at=ask.warm_transfer_at,
        answer_by=answer_by,
        by=by,
        now=now,
    )
