"""The shortened route: one page, one transaction, and every step through its own operation.

So every event and every guard is there (`design.md` section 5). For what is simple and stable by the rule of
the tracks. Specialist support waits for a second reader: then the page applies, and when the colleague agrees
it is finished by `fast_decision`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import policies
from cases.enums import CaseStatus, DecisionOutcome, DeliveryForm, ProcedureState, Track, Weight
from cases.models import Arrangement, Case, Procedure, Provision, Resident
from cases.operations import arrangements, cases, procedures
from cases.operations.recording import lock_case
from cases.operations.weighing import WeighingInput, save_weighing
from cases.permissions import check_works_on
from cases.weighing import suggest_track
from intake.merging import digest
from intake.models import Conversation, DomainNote
from intake.models.conversation import NOTE_FIELDS, WORD_FIELDS
from intake.operations.conversations import Appointment, finish, hold, plan_conversation
from intake.operations.notes import check_kept, keep_said
from sociaal.accounts.models import User
from sociaal.core.errors import Refused

FROM = frozenset({CaseStatus.REGISTERED, CaseStatus.CONVERSATION, CaseStatus.WEIGHING})


@dataclass(frozen=True)
class Answers:
    """What was said on the telephone; left out for a case whose conversation is finished."""

    own_words: str
    wish: str
    domain: str
    can_do: str = ""
    network_can: str = ""
    level: int | None = None
    seen: Mapping[str, str] = field(default_factory=dict)
    """Digests of the words that the form started from."""


@dataclass(frozen=True)
class Decision:
    """A formal decision where one is asked for. It grants: what is refused takes the long way."""

    law: str
    reasons: str
    form: str = DeliveryForm.IN_KIND
    """In kind, or a personal budget (pgb)."""


@dataclass(frozen=True)
class Specialist:
    """What specialist support asks besides: the general rung, who reads along, and when we look again."""

    general: str
    why_not_general: str
    second_reader: User
    lighter_again_date: date
    law: str
    """Under which the resident applies."""
    form: str = DeliveryForm.IN_KIND


@dataclass(frozen=True)
class FastTrack:
    """Everything the page sends. The weight is that of the provision; `specialist` belongs to that weight."""

    provision: Provision
    behind_question: str
    social_base: str
    safety_at_stake: bool
    clear_how: bool
    stable: bool
    parties_needed: int
    why_not_social_base: str = ""
    goal: str = ""
    volume: str = ""
    review_date: date | None = None
    resident: Resident | None = None
    """Whose question it is and who gets the help; None: the main subject of the case."""
    start_now: bool = False
    answers: Answers | None = None
    decision: Decision | None = None
    specialist: Specialist | None = None


@transaction.atomic
def run_fast_track(*, case: Case, given: FastTrack, by: User, now: datetime) -> Case:
    """From the question to help agreed, or started, at once; to the second reader for specialist support.

    Raises Refused for specialist support without a second reader, for what is not simple and stable by the
    rule, or naming what a guard misses; Conflict, NotPermitted or NotFound. When anything is refused nothing
    has changed.
    """
    case = lock_case(case)
    check_works_on(by, case, now)
    _check_fits(case, given)
    if case.status != CaseStatus.WEIGHING:
        if given.answers is None:
            raise Refused(_("Note first what the resident said."), field="own_words")
        _converse(case, given.answers, by=by, now=now)
    save_weighing(case=case, given=_weighing(given), by=by, now=now)
    if given.specialist:
        _apply_and_ask(case, given, given.specialist, by=by, now=now)
        return _afresh(case)
    arrangement = _agree(case, given, by=by, now=now)
    if given.start_now:
        arrangements.start_at_once(arrangement=arrangement, by=by, now=now)
    return _afresh(case)


def _afresh(case: Case) -> Case:
    return Case.objects.select_related("resident", "team").get(pk=case.pk)


def _check_fits(case: Case, given: FastTrack) -> None:
    if case.status not in FROM:
        raise Refused(_("The fast track is for a question that has not been weighed yet."))
    if given.provision.weight == Weight.SPECIALIST and given.specialist is None:
        raise Refused(
            _("For specialist support a colleague reads along first. Choose who."),
            field="second_reader",
        )
    suggestion = suggest_track(
        safety_at_stake=given.safety_at_stake, clear_how=given.clear_how, stable=given.stable,
        parties_needed=given.parties_needed,
    )  # fmt: skip
    if suggestion.track != Track.FAST:
        why = " ".join(str(reason.label) for reason in suggestion.reasons)
        raise Refused(
            _("This question does not fit the fast track. %(why)s Use the page of the weighing.")
            % {"why": why}
        )


def _converse(case: Case, answers: Answers, *, by: User, now: datetime) -> None:
    """The conversation was this telephone call, unless one was planned already."""
    rows = Conversation.objects.filter(case=case).order_by("planned_at", "pk")
    conversation = rows.filter(held_at=None).first() or rows.last()
    if conversation is None:
        at_once = Appointment(now, place=str(_("by telephone")))
        conversation = plan_conversation(case=case, appointment=at_once, by=by, now=now)
    note = DomainNote.objects.filter(conversation=conversation, domain=answers.domain).first() or DomainNote()
    given = {name: getattr(note, name) for name in NOTE_FIELDS}
    given |= {name: getattr(conversation, name) for name in WORD_FIELDS}
    seen = {name: digest(value) for name, value in given.items()} | dict(answers.seen)
    given |= {"own_words": answers.own_words, "wish": answers.wish}
    given["can_do"] = _added(note.can_do, answers.can_do)
    given["network_can"] = _added(note.network_can, answers.network_can)
    given["level"] = answers.level or note.level
    check_kept(
        keep_said(conversation=conversation, domain=answers.domain, given=given, seen=seen, by=by, now=now)
    )
    hold(conversation=conversation, held_at=min(conversation.planned_at, now), by=by, now=now)
    finish(conversation=conversation, by=by, now=now)


def _added(before: str, more: str) -> str:
    """What stood there stays."""
    return "\n".join(text for text in (before, more.strip()) if text)


def _weighing(given: FastTrack) -> WeighingInput:
    chosen = f"{given.provision.name}: {given.goal}" if given.goal else given.provision.name
    rungs: dict[str, dict[str, str]] = {
        Weight.SOCIAL_BASE: {"considered": given.social_base, "why_not": given.why_not_social_base}
    }
    more: dict[str, Any] = {}
    if given.provision.weight == Weight.GENERAL:
        rungs[Weight.GENERAL] = {"considered": chosen}
    elif given.specialist:
        above = given.specialist
        rungs[Weight.GENERAL] = {"considered": above.general, "why_not": above.why_not_general}
        rungs[Weight.SPECIALIST] = {"considered": chosen}
        more = {
            "second_reader": above.second_reader,
            "lighter_again_date": above.lighter_again_date,
        }
    return WeighingInput(
        behind_question=given.behind_question, safety_at_stake=given.safety_at_stake,
        clear_how=given.clear_how, stable=given.stable, parties_needed=given.parties_needed,
        weight=given.provision.weight, rungs=rungs, **more,
    )  # fmt: skip


def _apply_and_ask(case: Case, given: FastTrack, above: Specialist, *, by: User, now: datetime) -> None:
    """The application is received and the help proposed; the colleague who reads along finds the weighing."""
    procedure = _applied(case, given, above.law, by=by, now=now)
    arrangements.propose(
        case=case, provision=given.provision, procedure=procedure, resident=given.resident, goal=given.goal,
        volume=given.volume, review_date=given.review_date or above.lighter_again_date, form=above.form,
        by=by, now=now,
    )  # fmt: skip


def _agree(case: Case, given: FastTrack, *, by: User, now: datetime) -> Arrangement:
    """The solution agreed, with the application and the decision where one is asked."""
    procedure = _applied(case, given, given.decision.law, by=by, now=now) if given.decision else None
    arrangement = arrangements.propose(
        case=case, provision=given.provision, procedure=procedure, resident=given.resident, goal=given.goal,
        volume=given.volume, review_date=given.review_date, by=by, now=now,
        form=given.decision.form if given.decision else DeliveryForm.IN_KIND,
    )  # fmt: skip
    if procedure is None or given.decision is None:
        cases.choose_solution(case=case, by=by, now=now)
        return arrangement
    cases.await_decision(case=case, by=by, now=now)
    procedures.decide(
        procedure=procedure, outcome=DecisionOutcome.GRANTED, reasons=given.decision.reasons,
        decided_date=timezone.localdate(now), form=given.decision.form, by=by, now=now,
    )  # fmt: skip
    cases.settle_decisions(case=case, by=by, now=now)
    return arrangement


def _applied(case: Case, given: FastTrack, law: str, *, by: User, now: datetime) -> Procedure:
    """An application under this law, received today. One that is open already is used: theirs, else the one
    that is the main subject's as long as nobody applied.
    """
    whose = given.resident or case.resident
    running = Procedure.objects.filter(case=case, law=law, state__in=policies.OPEN_PROCEDURES).order_by("pk")
    procedure = running.filter(applicant=whose).first()
    if procedure is None:
        procedure = running.exclude(state=ProcedureState.APPLIED).filter(applicant=case.resident).first()
    if procedure is None:
        procedure = procedures.open_procedure(
            case=case, law=law, subject=case.subject, applicant=whose, by=by, now=now
        )
    if procedure.state == ProcedureState.APPLIED:
        return procedure
    today = timezone.localdate(now)
    return procedures.apply(procedure=procedure, applied_date=today, applicant=whose, by=by, now=now)
