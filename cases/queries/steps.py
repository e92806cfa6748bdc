"""Which steps this person may take now: one natural next step, and the others in a quiet menu. Pure.

The guards of a step are checked when it is taken; here only what can follow from this status, for this
person.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from cases import policies
from cases.enums import ArrangementState, CaseStatus, ProcedureState
from cases.models import Case
from cases.permissions import Access, Relation, can_direct, can_work_on

S = CaseStatus
ARRANGING = frozenset({S.WEIGHING, S.DECIDING, S.ARRANGING, S.SUPPORTED, S.REVIEWING})
CLOSABLE = frozenset({S.ARRANGING, S.SUPPORTED, S.REVIEWING})


@dataclass(frozen=True)
class Step:
    """A page to go to."""

    label: str
    url: str


@dataclass(frozen=True)
class Steps:
    step: Step | None = None
    others: Sequence[Step] = ()


def steps_of(
    case: Case,
    access: Access,
    arrangements: Sequence[Any],
    procedures: Sequence[Any],
    now: datetime,
) -> Steps:
    """The natural next step and the others, without doubles. Of help and procedures: key and state."""
    works, directs = can_work_on(access, case), can_direct(access)
    natural = _natural(case, arrangements, procedures) if works else None
    if works and case.is_open and case.resident.died_on:
        natural = page(_("See what still stands open"), "resident_afterwards", case.resident_id)
    others = [*_of_work(case, now)] if works else []
    others += [*_of_directing(case)] if directs else []
    others += [*_of_resident(case, access)]
    urls = {natural.url} if natural else set()
    return Steps(natural, [step for step in others if step and step.url not in urls])


def page(label: str, name: str, *args: object) -> Step | None:
    """The step, or None when this installation has no such page."""
    try:
        return Step(label, reverse(name, args=args))
    except NoReverseMatch:
        return None


def _natural(case: Case, arrangements: Sequence[Any], procedures: Sequence[Any]) -> Step | None:
    number = case.number
    match case.status:
        case S.REGISTERED:
            return page(_("Plan the conversation"), "conversation_new", number)
        case S.CONVERSATION:
            return page(_("To the conversation"), "case_conversation", number)
        case S.WEIGHING:
            return page(_("Weigh the solution"), "weighing", number)
        case S.DECIDING:
            return _to_decision(case, procedures)
        case S.ARRANGING:
            return _to_help(case, arrangements)
        case S.SUPPORTED:
            return page(_("Start the review"), "review", number)
        case S.REVIEWING:
            return page(_("Finish the review"), "review", number)
        case S.CLOSED:
            return _to_unsent(procedures) or _to_objection(procedures)
    return None


def _to_decision(case: Case, procedures: Sequence[Any]) -> Step | None:
    running = next((one for one in procedures if one.state in policies.OPEN_PROCEDURES), None)
    if running is not None:
        return page(_("To the application"), "procedure", running.pk)
    return page(_("Go on after the decision"), "settle", case.number)


def _to_unsent(procedures: Sequence[Any]) -> Step | None:
    """A decision that nobody was told of is still to be sent, also when nothing else is left to do."""
    unsent = (one for one in procedures if one.state == ProcedureState.DECIDED and not one.facts.sent_date)
    row = next(unsent, None)
    return page(_("Send the decision"), "procedure", row.pk) if row else None


def _to_objection(procedures: Sequence[Any]) -> Step | None:
    """One that runs is decided on, also in a closed case."""
    row = next(
        (one for one in procedures if one.facts.objection_date and not one.facts.objection_ended_date), None
    )
    return page(_("To the objection"), "procedure", row.pk) if row else None


def _to_help(case: Case, arrangements: Sequence[Any]) -> Step | None:
    words = {
        ArrangementState.PROPOSED: _("Ask for the help"),
        ArrangementState.REQUESTED: _("Note the provider's answer"),
        ArrangementState.ACCEPTED: _("Start the help"),
    }
    for arrangement in arrangements:
        if arrangement.state in words:
            return page(words[ArrangementState(arrangement.state)], "arrangement", arrangement.pk)
    return page(_("Choose help"), "arrangement_new", case.number)


def _of_work(case: Case, now: datetime) -> Iterator[Step | None]:
    number, status = case.number, case.status
    if status in (S.REGISTERED, S.CONVERSATION) and case.resident.died_on is None:
        yield page(_("Plan a conversation"), "conversation_new", number)
    if status in (S.REGISTERED, S.CONVERSATION, S.WEIGHING):
        yield page(_("Fast track"), "fast_track", number)
    if status == S.REGISTERED:
        yield page(_("The question is answered"), "answer_directly", number)
    if status in policies.WEIGHED_IN:
        yield page(_("Weighing"), "weighing", number)
    if case.is_open:
        yield page(_("Start a procedure"), "procedure_new", number)
        yield page(_("Add a goal"), "goal_new", number)
    if status in ARRANGING:
        yield page(_("Choose help"), "arrangement_new", number)
    if status in CLOSABLE:
        yield page(_("Close the case"), "close", number)
    if case.is_open:
        yield page(_("The question is withdrawn"), "withdraw", number)
    elif now - (case.closed_at or now) <= policies.UNDO_CLOSE_WITHIN:
        yield page(_("Undo the closing"), "undo_close", number)


def _of_directing(case: Case) -> Iterator[Step | None]:
    yield page(_("Note a contact"), "contact_new", case.number)
    if case.is_open:
        if case.resident.died_on is None:
            yield page(_("Plan an appointment"), "appointment_new", case.number)
        yield page(_("Add a task"), "task_new", case.number)
        yield page(_("We wait for someone"), "wait_new", case.number)
        yield page(_("Name a case director or care coordinator"), "role_give", case.number)


def _of_resident(case: Case, access: Access) -> Iterator[Step | None]:
    alive = case.resident.died_on is None
    if access.relations & {Relation.CONTACT_PERSON, Relation.DEPUTY} and case.is_open and alive:
        yield page(_("Ask for a handover"), "handover_new", case.resident_id)
