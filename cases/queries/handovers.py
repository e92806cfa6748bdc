"""Handovers of a resident: the open one, and the earlier ones that are shown before another is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cases import policies
from cases.enums import HandoverState
from cases.models import Case, ContactTerm, Handover, Resident
from cases.permissions import Relation, Sight, access_to_resident, who_can_help
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role
from sociaal.core.errors import NotFound, NotPermitted


@dataclass(frozen=True)
class HandoverSight:
    """How somebody comes to a handover: by name, or as the team's manager by case number only."""

    manages: bool
    by_name: bool


def handover_called(pk: int, user: User, now: datetime) -> Handover:
    """For who gives, asked or receives, who reads the resident's file, and the team's manager.

    Raises NotFound for anyone else.
    """
    rows = Handover.objects.select_related("resident", "from_user__team", "to_user__team", "asked_by")
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotFound
    concerned = user.pk in (row.from_user_id, row.to_user_id, row.asked_by_id)
    if not concerned and not manages_resident(user, row.resident):
        check_reads_here(user, row.resident, now)
    return row


def check_reads_here(user: User, resident: Resident, now: datetime) -> None:
    """A handover is part of the file: to who cannot read that, it is not there. Raises NotFound."""
    if not access_to_resident(user, resident, now).reads:
        raise NotFound


def earlier_handovers(resident: Resident, now: datetime) -> Sequence[Handover]:
    """Those of the past twelve months that went through, newest first."""
    since = now - policies.REPEATED_HANDOVER_WITHIN
    rows = Handover.objects.filter(resident=resident, state=HandoverState.ACCEPTED, answered_at__gte=since)
    return list(rows.select_related("from_user", "to_user").order_by("-answered_at"))


def manages_resident(user: User, resident: Resident) -> bool:
    """Whether this manager's team has an open case of the resident."""
    if not user.has_role(Role.MANAGER) or user.team_id is None:
        return False
    return Case.objects.filter(resident=resident, team=user.team_id).exclude(status="closed").exists()


def check_asks_handover(user: User, resident: Resident, now: datetime) -> HandoverSight:
    """The contact person, their deputy, or the team's manager. Raises NotPermitted or NotFound."""
    access = access_to_resident(user, resident, now)
    manages = manages_resident(user, resident)
    if access.relations & {Relation.CONTACT_PERSON, Relation.DEPUTY}:
        return HandoverSight(manages, by_name=True)
    if manages:
        return HandoverSight(manages, by_name=access.reads)
    if access.sight == Sight.NOTHING:
        raise NotFound
    raise NotPermitted(who_can_help(resident, now))


def present_contact_person(resident: Resident, now: datetime) -> ContactTerm | None:
    """The running term, with its user."""
    terms = ContactTerm.objects.filter(resident=resident, during__contains=now)
    return terms.select_related("user__team").first()


def case_numbers(resident: Resident, user: User) -> list[str]:
    """The numbers of the resident's open cases in the user's team: what a manager knows a resident by."""
    rows = Case.objects.filter(resident=resident, team=user.team_id).exclude(status="closed")
    return list(rows.order_by("number").values_list("number", flat=True))
