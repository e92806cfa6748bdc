"""Handovers of a resident: the open one, and the earlier ones that are shown before another is asked."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cases import policies
from cases.enums import CaseStatus, HandoverState, LetterKind, LetterState
from cases.models import Case, ContactTerm, Handover, Letter, Resident
from cases.permissions import (
    Relation,
    Sight,
    access_to_resident,
    manages_resident,
    residents_of_team,
    who_can_help,
)
from cases.queries.calendar_days import decreed_days
from cases.terms.calendar import after_working_days
from sociaal.accounts.models import User
from sociaal.core.errors import NotFound, NotPermitted

NO_CASE_HERE = gettext_lazy("A resident without a case in your team")
_LATER = Handover.objects.filter(resident=OuterRef("resident"), answered_at__gt=OuterRef("answered_at"))
_LETTERS = Letter.objects.filter(case__resident=OuterRef("resident"), kind=LetterKind.NEW_CONTACT)
UNTOLD = Handover.objects.filter(
    ~Exists(_LETTERS.filter(made_at__gte=OuterRef("answered_at")).exclude(state=LetterState.STOPPED)),
    ~Exists(_LATER.filter(state=HandoverState.ACCEPTED)),
    state=HandoverState.ACCEPTED, told_at__isnull=True,
)  # fmt: skip
"""The handovers by which somebody is contact person now, of whom nobody told the resident: by letter or
otherwise."""


@dataclass(frozen=True)
class HandoverSight:
    """How somebody comes to a handover: by name, or as the team's manager by case number only."""

    manages: bool
    by_name: bool


def handover_called(pk: int, user: User, now: datetime) -> Handover:
    """For who gives, asked or receives until some time after the answer (`_concerns`), who reads the
    resident's file, and the team's manager.

    Raises NotFound for anyone else.
    """
    rows = Handover.objects.select_related("resident", "from_user__team", "to_user__team", "asked_by")
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotFound
    if not _concerns(user, row, now) and not manages_resident(user, row.resident):
        check_reads_here(user, row.resident, now)
    return row


def _concerns(user: User, row: Handover, now: datetime) -> bool:
    """Whether this user gives, asked or receives, and it is not as long ago as a reading grant lasts."""
    if row.answered_at is not None and row.answered_at + policies.READING_GRANT_FOR <= now:
        return False
    return user.pk in (row.from_user_id, row.to_user_id, row.asked_by_id)


def check_reads_here(user: User, resident: Resident, now: datetime) -> None:
    """A handover is part of the file: to who cannot read that, it is not there. Raises NotFound."""
    if not access_to_resident(user, resident, now).reads:
        raise NotFound


def earlier_handovers(resident: Resident, now: datetime) -> Sequence[Handover]:
    """Those of the past twelve months that went through, newest first."""
    since = now - policies.REPEATED_HANDOVER_WITHIN
    rows = Handover.objects.filter(resident=resident, state=HandoverState.ACCEPTED, answered_at__gte=since)
    return list(rows.select_related("from_user", "to_user").order_by("-answered_at"))


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


def answer_day(now: datetime) -> date:
    """By when an answer is wanted, where who asks names no day: working days, set by the municipality."""
    return after_working_days(timezone.localdate(now), settings.HANDOVER_ANSWER_DAYS, decreed_days())


def left_to_answer(answer_by: date, today: date) -> str:
    """How it stands while there is no answer: "2 days late", "today is the last day", "3 days left"."""
    left = (answer_by - today).days
    if left < 0:
        return ngettext("%(days)d day late", "%(days)d days late", -left) % {"days": -left}
    if not left:
        return _("today is the last day")
    return ngettext("%(days)d day left", "%(days)d days left", left) % {"days": left}


def unanswered(team: int) -> QuerySet[Handover]:
    """The handovers of residents of this team that wait for an answer."""
    rows = Handover.objects.filter(state=HandoverState.ASKED, resident__in=residents_of_team(team))
    return rows.select_related("from_user", "to_user")


def waits_to_be_told(row: Handover) -> bool:
    """Whether nobody told the resident yet, by letter or otherwise, who the contact person is. One query."""
    return UNTOLD.filter(pk=row.pk).exists()


def letter_cases(row: Handover) -> Sequence[str]:
    """The numbers of the open cases in which the letter can be written. One query."""
    cases = Case.objects.filter(resident=row.resident_id).exclude(status=CaseStatus.CLOSED)
    return list(cases.order_by("number").values_list("number", flat=True))


def reads_by_name(user: User, row: Handover, now: datetime) -> bool:
    """Whether this user sees whom the handover is about: who gives or receives, until some time after the
    answer, and who reads the file.

    Who only asked for it as manager knows a case number, as long as the case is in their team.
    """
    if user.pk in (row.from_user_id, row.to_user_id) and _concerns(user, row, now):
        return True
    return access_to_resident(user, row.resident, now).reads


def called_for_managers(residents: Collection[int], user: User) -> Mapping[int, Sequence[str]]:
    """What a manager knows residents by: the numbers of the open cases in their team; of who has none there
    the last one that was closed. Who never had a case in this team is left out. One query.
    """
    rows = Case.objects.filter(resident__in=residents, team=user.team_id).order_by("number")
    numbers: dict[int, list[str]] = {}
    closed: dict[int, list[str]] = {}
    for resident, number, status in rows.values_list("resident", "number", "status"):
        if status == CaseStatus.CLOSED:
            closed[resident] = [number]
        else:
            numbers.setdefault(resident, []).append(number)
    return {**closed, **numbers}


def called_for_manager(resident: Resident, user: User) -> str:
    """The same of one resident, as a heading says it."""
    numbers = called_for_managers([resident.pk], user).get(resident.pk, [])
    return ", ".join(numbers) or str(NO_CASE_HERE)
