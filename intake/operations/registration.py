"""One telephone call, one transaction: the question, whose it is, and what is done with it at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cases.models import Case, HelpRequest, Resident
from cases.operations import help_requests
from cases.operations.residents import add_resident
from intake.models import ReportDetails
from intake.operations.conversations import Appointment, plan_conversation
from intake.queries.routing import neighbourhood_at
from intake.queries.suggestion import proposals, team_for
from intake.told import new_reference
from intake.wording import subject_of
from sociaal.accounts.models import Team, User
from sociaal.core.errors import NotPermitted, Refused


@dataclass(frozen=True)
class Call:
    """What somebody told us. Neither `resident` nor `newcomer`: a caught call, the person comes later."""

    words: str
    channel: str
    reporter: str = "resident"
    reporter_name: str = ""
    reporter_phone: str = ""
    reach_by: str = ""
    red_flags: tuple[str, ...] = ()
    resident: Resident | None = None
    newcomer: Mapping[str, Any] = field(default_factory=dict)
    """Fields of a resident we do not know yet."""
    told: Mapping[str, Any] = field(default_factory=dict)
    """What was said of somebody whom nobody chose or added yet, as fields of a resident."""

    @property
    def is_caught(self) -> bool:
        """Nobody is known yet: the person comes later."""
        return self.resident is None and not self.newcomer


@transaction.atomic
def keep_for_later(*, call: Call, by: User, now: datetime) -> HelpRequest:
    """Into the inbox of the team that will take it up, with its clock running.

    What was said of somebody who is not known yet is kept with it, unchecked.
    """
    resident = call.resident
    if call.newcomer:
        newcomer = {"reach_by": call.reach_by, **call.newcomer}
        newcomer["neighbourhood"] = neighbourhood_at(newcomer.get("postcode", ""))
        resident = add_resident(by=by, now=now, **newcomer)
    request = help_requests.register(
        words=call.words, channel=call.channel, reporter=call.reporter, reporter_name=call.reporter_name,
        reporter_phone=call.reporter_phone, reach_by=call.reach_by, red_flags=list(call.red_flags),
        resident=resident, team=inbox_for(resident, by.team, now), by=by, now=now,
    )  # fmt: skip
    if call.told and resident is None:
        ReportDetails.objects.create(help_request=request, reference=new_reference(), **call.told)
    return request


@transaction.atomic
def register_call(*, call: Call, by: User, now: datetime, contact_person: User | None = None) -> HelpRequest:
    """The usual end of a call: taken up when it is known whose question it is, else caught for the inbox.

    Nobody who answers the telephone is kept from registering it.
    """
    if call.is_caught:
        return keep_for_later(call=call, by=by, now=now)
    return take_up_at_once(call=call, contact_person=contact_person, by=by, now=now)


@transaction.atomic
def answer_at_once(*, call: Call, answer: str, by: User, now: datetime) -> HelpRequest:
    """Answered on the telephone. The answer is kept; no case is needed."""
    request = keep_for_later(call=call, by=by, now=now)
    return help_requests.answer(help_request=request, text=answer, by=by, now=now)


@transaction.atomic
def join_at_once(*, call: Call, case: Case, by: User, now: datetime) -> HelpRequest:
    """Added to a case that is open already."""
    request = keep_for_later(call=call, by=by, now=now)
    help_requests.join(help_request=request, case=case, by=by, now=now)
    return request


@transaction.atomic
def take_up_at_once(
    *,
    call: Call,
    by: User,
    now: datetime,
    contact_person: User | None = None,
    appointment: Appointment | None = None,
) -> HelpRequest:
    """Registered and taken up: a case with a contact person and, when `appointment` is given, a conversation.

    Without `contact_person` the first proposal becomes it. Raises Refused without a resident, or for an
    appointment in somebody else's place.
    """
    if call.is_caught:
        raise Refused(
            _("Say whose question this is, or choose “Later”: then it waits in the inbox of your team."),
            field="resident",
        )
    request = keep_for_later(call=call, by=by, now=now)
    take_up(help_request=request, contact_person=contact_person, appointment=appointment, by=by, now=now)
    return request


@transaction.atomic
def take_up(
    *,
    help_request: HelpRequest,
    by: User,
    now: datetime,
    contact_person: User | None = None,
    subject: str = "",
    appointment: Appointment | None = None,
) -> Case:
    """Take up a question from the inbox, or one that was just registered; see `take_up_at_once`."""
    case = help_requests.take_up(
        help_request=help_request, by=by, now=now,
        contact_person=contact_person or _proposed(help_request, now),
        subject=subject.strip() or subject_of(help_request.words),
    )  # fmt: skip
    if appointment is not None:
        _plan(case, appointment, by=by, now=now)
    return case


def _plan(case: Case, appointment: Appointment, *, by: User, now: datetime) -> None:
    try:
        plan_conversation(case=case, appointment=appointment, by=by, now=now)
    except NotPermitted:
        raise Refused(
            _("Only the contact person plans their own conversations. Leave the date empty; they will call."),
            field="planned_date",
        ) from None


def _proposed(request: HelpRequest, now: datetime) -> User:
    found = proposals(request.resident, home=request.team, red_flags=request.red_flags, now=now)
    if not found:
        raise Refused(_("Choose who becomes the contact person."), field="contact_person")
    return found[0].user


def inbox_for(resident: Resident | None, home: Team | None, now: datetime) -> Team:
    """The contact person's team; else that of the neighbourhood; else `home`, of who answers the telephone.

    Raises Refused when there is none: nobody would see the question.
    """
    present = proposals(resident, home=home, red_flags=(), now=now)[:1] if resident else []
    if present and present[0].fixed and present[0].user.team:
        return present[0].user.team
    team = team_for(resident, home)
    if team is None:
        raise Refused(_("You are in no team yet, so nobody would see this question. Ask the administrator."))
    return team
