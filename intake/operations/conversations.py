"""The conversation on its way: planned, held, finished. What is said in it: `notes`."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from cases.enums import CaseStatus, EventKind, LevelMoment
from cases.models import Case, Event, Goal, HelpRequest
from cases.operations import cases, contacts
from cases.operations.recording import check_alive, lock_case, record
from cases.permissions import check_works_on
from intake.essentials import about_the_wish, essentials_of, wish_of
from intake.models import Conversation, DomainNote
from intake.operations.questions import pin_questions
from sociaal.accounts.models import User
from sociaal.audit.changes import check_seen
from sociaal.core.editing import Marks
from sociaal.core.errors import Refused


@dataclass(frozen=True)
class Appointment:
    """When and where a conversation is, and who sits at the table."""

    at: datetime
    place: str = ""
    at_table: str = ""


@transaction.atomic
def plan_conversation(*, case: Case, appointment: Appointment, by: User, now: datetime) -> Conversation:
    """Plan a conversation; the first one brings a registered case into conversation, later ones add up.

    It starts from the words of the reports that no earlier conversation holds, so that nobody is asked the
    same again. By who works on the case. Raises Refused for a closed case, a resident who has died, or a day
    on which the question was not there yet.
    """
    case = lock_case(case)
    check_works_on(by, case, now)
    if not case.is_open:
        raise Refused(_("This case is closed."))
    _check_alive(case)
    if appointment.at < case.reported_at - timedelta(days=1):
        raise Refused(_("The conversation cannot be before the report."), field="planned_date")
    conversation = Conversation.objects.create(
        case=case, planned_at=appointment.at, place=appointment.place.strip(),
        at_table=appointment.at_table.strip(), own_words=_words_of_reports(case), by=by,
    )  # fmt: skip
    record(EventKind.CONVERSATION_PLANNED, case=case, by=by, now=now, conversation=conversation.pk)
    if case.status == CaseStatus.REGISTERED:
        cases.start_conversation(case=case, planned=True, by=by, now=now)
    return conversation


def _check_alive(case: Case) -> None:
    check_alive(
        case.resident_id,
        _(
            "This resident has died: no conversation is planned any more. Family with a question of their "
            "own? Take that up as a new question."
        ),
    )


def _words_of_reports(case: Case) -> str:
    rows = HelpRequest.objects.filter(case=case).order_by("received_at", "pk")
    told = "\n".join(Conversation.objects.filter(case=case).values_list("own_words", flat=True))
    return "\n".join(words for words in rows.values_list("words", flat=True) if words not in told)


@transaction.atomic
def replan_conversation(
    *,
    conversation: Conversation,
    appointment: Appointment,
    by: User,
    now: datetime,
    seen: Marks | None = None,
) -> Conversation:
    """Another moment or place. Raises Refused when it has been held, Conflict when somebody changed one of
    these since `seen`.
    """
    case, conversation = lock_conversation(conversation, by, now)
    if conversation.held_at is not None:
        raise Refused(_("This conversation has been held already."))
    _check_alive(case)
    check_seen(conversation, (), seen, **plan_of(conversation))
    if appointment.at < case.reported_at - timedelta(days=1):
        raise Refused(_("The conversation cannot be before the report."), field="planned_date")
    conversation.planned_at, conversation.place = appointment.at, appointment.place.strip()
    conversation.at_table = appointment.at_table.strip()
    conversation.written.pop("at_table", None)  # an open form did not write this
    conversation.version += 1
    conversation.save()
    record(
        EventKind.CONVERSATION_PLANNED, case=case, by=by, now=now, conversation=conversation.pk, again=True
    )
    return conversation


def plan_of(conversation: Conversation) -> dict[str, Any]:
    """When and where it is and who sits there, as the form of the plan has it."""
    at = timezone.localtime(conversation.planned_at)
    shown = {"place": conversation.place, "at_table": conversation.at_table}
    return {"planned_date": at.date(), "planned_time": at.time(), **shown}


@transaction.atomic
def hold(*, conversation: Conversation, held_at: datetime, by: User, now: datetime) -> Conversation:
    """It was held, at `held_at`. Doing it twice changes nothing.

    Counts as the first contact when there was none. Raises Refused for a moment that is still to come, or
    before the report.
    """
    case, conversation = lock_conversation(conversation, by, now)
    if conversation.held_at is not None:
        return conversation
    if held_at > now:
        raise Refused(_("This moment is still to come."), field="held_at")
    if held_at < case.reported_at - timedelta(days=1):
        raise Refused(_("The conversation cannot be before the report."), field="held_at")
    pin_questions(conversation)
    conversation.held_at = held_at
    conversation.version += 1
    conversation.save()
    record(
        EventKind.CONVERSATION_HELD, case=case, by=by, now=now, occurred_at=held_at,
        conversation=conversation.pk,
    )  # fmt: skip
    if not Event.objects.filter(case=case, kind=EventKind.FIRST_CONTACT).exists():
        record(
            EventKind.FIRST_CONTACT, case=case, by=by, now=now, occurred_at=held_at,
            conversation=conversation.pk,
        )  # fmt: skip
    return conversation


@transaction.atomic
def finish(*, conversation: Conversation, by: User, now: datetime) -> Case:
    """The question is clear enough to weigh: on to the weighing, with the levels as they were at intake.

    What the resident wants to reach becomes the first goal of the plan when there is none yet. Raises Refused
    when it has not been held, or naming what a colleague would still ask.
    """
    case, conversation = lock_conversation(conversation, by, now)
    if conversation.held_at is None:
        raise Refused(_("Say first when the conversation was held."), field="held_at")
    conversations, notes = said_in(case)
    case = cases.finish_conversation(
        case=case, essentials=essentials_of(conversations, notes), by=by, now=now
    )
    if levels := {note.domain: note.level for note in notes if note.level}:
        cases.record_levels(case=case, moment=LevelMoment.INTAKE, levels=levels, by=by, now=now)
    _plan_the_wish(case, wish_of(conversations), notes, by=by, now=now)
    return case


def _plan_the_wish(case: Case, wish: str, notes: list[DomainNote], *, by: User, now: datetime) -> None:
    """In the resident's own words, so that nobody types it again. Who may not see the domain sees no goal."""
    note = about_the_wish(notes)
    if note is None or Goal.objects.filter(plan__case=case).exists():
        return
    words = Truncator(wish.strip()).chars(300)
    contacts.add_goal(case=case, domain=note.domain, words=words, category=note.category, by=by, now=now)


def said_in(case: Case) -> tuple[list[Conversation], list[DomainNote]]:
    """All conversations of a case, earliest first, and all their notes: they add up."""
    conversations = list(Conversation.objects.filter(case=case).order_by("planned_at", "pk"))
    notes = DomainNote.objects.filter(conversation__case=case).order_by("conversation__planned_at", "pk")
    return conversations, list(notes)


def lock_conversation(conversation: Conversation, by: User, now: datetime) -> tuple[Case, Conversation]:
    """Case and conversation, locked in that order, after checking that `by` works on the case."""
    case = lock_case(conversation.case)
    check_works_on(by, case, now)
    return case, Conversation.objects.select_for_update(of=("self",)).get(pk=conversation.pk)
