"""Each step of the plan done through the operation that does it for people too; nothing is written past them.

A function of this module is an act: it gets the stage and the step. Its name is the name in the plan.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from cases.enums import CaseRoleKind, Law
from cases.models import Case, Goal, Wait
from cases.operations import arrangements, cases, contacts, help_requests, procedures, weighing
from intake.operations import conversations
from intake.wording import subject_of
from sociaal.accounts.models import User
from sociaal.home.demo.lives import Step
from sociaal.home.demo.staff import DIRECTORS
from sociaal.home.demo.stage import Stage
from sociaal.home.demo.words import first_weighing, levels_of, lighter_weighing, note_said

Act = Callable[[Stage, Step], None]


def register(stage: Stage, step: Step) -> None:
    facts = step.facts
    resident = stage.resident(facts["person"])
    clerk = stage.users[facts["consultant"]]
    present = stage.contact(resident) if resident else None
    team = (present or clerk).team if "follows" in facts else stage.teams[facts["team"]]
    assert team is not None
    hidden = resident is not None and resident.confidential_address
    request = help_requests.register(
        words=facts["words"], channel=facts["channel"], reporter=facts["reporter"],
        red_flags=facts["red_flags"], team=team, resident=resident,
        by=None if facts["alone"] or hidden else present or clerk, now=step.at,
    )  # fmt: skip
    stage.keep_request(step, request)


def take_up(stage: Stage, step: Step) -> None:
    request = stage.request(step)
    assert request.resident is not None
    present = stage.contact(request.resident) or stage.users[step.facts["consultant"]]
    by = present if present.team_id == request.team_id else _of_team(stage, request.team.name)
    follows = step.facts["follows"]
    case = help_requests.take_up(
        help_request=request, contact_person=present, subject=subject_of(request.words), by=by, now=step.at,
        follows=None if follows is None else stage.case(follows),
    )  # fmt: skip
    stage.keep_case(step.subject, case)


def _of_team(stage: Stage, team: str) -> User:
    return next(
        user for user in stage.users.values() if user.is_caseworker and user.team and user.team.name == team
    )


def answer(stage: Stage, step: Step) -> None:
    by = stage.users[step.facts["consultant"]]
    help_requests.answer(help_request=stage.request(step), text=step.facts["text"], by=by, now=step.at)


def discard(stage: Stage, step: Step) -> None:
    by = stage.users[step.facts["consultant"]]
    help_requests.discard(help_request=stage.request(step), reason=step.facts["reason"], by=by, now=step.at)


def join(stage: Stage, step: Step) -> None:
    case = stage.case(step.facts["case"])
    request = stage.request(step)
    by = stage.worker(case)
    if by.team_id == request.team_id:
        help_requests.join(help_request=request, case=case, by=by, now=step.at)
    else:
        words = "Bij het vaste aanspreekpunt neergelegd; die belt vandaag terug."
        help_requests.answer(
            help_request=request, text=words, by=stage.users[step.facts["consultant"]], now=step.at
        )


def answer_directly(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    text = "Besproken en uitgelegd waar de inwoner meteen terecht kan; dat is genoeg."
    help_requests.answer_directly(case=case, text=text, by=by, now=step.at)


def contact(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    facts = step.facts
    contacts.add_contact(
        case=case,
        kind=facts["kind"],
        summary=facts["summary"],
        with_resident=facts["with_resident"],
        by=by,
        now=step.at,
    )


def plan_conversation(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    planned = conversations.Appointment(at=step.facts["at"], place=step.facts["place"])
    conversations.plan_conversation(case=case, appointment=planned, by=by, now=step.at)


def replan_conversation(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    planned = conversations.Appointment(at=step.facts["at"], place=step.facts["place"])
    conversations.replan_conversation(
        conversation=stage.conversation(case), appointment=planned, by=by, now=step.at
    )


def hold(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    conversations.hold(conversation=stage.conversation(case), held_at=step.facts["at"], by=by, now=step.at)


def note(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    life = stage.plan.lives[step.subject]
    note_said(stage.conversation(case), life, by=by, now=step.at)


def finish(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    for wait in Wait.objects.filter(case=case, by_hand=True, until__isnull=True):
        contacts.stop_waiting(wait=wait, by=by, now=step.at)
    conversations.finish(conversation=stage.conversation(case), by=by, now=step.at)


def weigh(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    life = stage.plan.lives[step.subject]
    begun = weighing.present_weighing(case)  # perhaps by who handed the case over since
    reader = stage.colleague(by, other_than=begun.made_by if begun else None)
    lighter = step.facts.get("lighter")
    day = timezone.localdate(step.at)
    given = (
        lighter_weighing(life, stage.provisions[lighter], day)
        if lighter
        else first_weighing(life, reader, day, again=step.facts.get("again", False))
    )
    weighing.save_weighing(case=case, given=given, by=by, now=step.at)


def second_read(stage: Stage, step: Step) -> None:
    case = stage.case(step.subject)
    present = weighing.present_weighing(case)
    assert present is not None
    assert present.second_reader is not None
    facts = step.facts
    weighing.second_read(
        weighing=present, agrees=facts["agrees"], words=facts["words"], by=present.second_reader, now=step.at
    )


def open_procedure(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    procedures.open_procedure(
        case=case, law=step.facts["law"], subject=step.facts["subject"], by=by, now=step.at
    )


def investigate(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    procedures.investigate(procedure=stage.procedure(case), by=by, now=step.at)


def apply(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    procedures.apply(
        procedure=stage.procedure(case), applied_date=timezone.localdate(step.at), by=by, now=step.at
    )


def suspend(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    first = timezone.localdate(step.at) + timedelta(days=1)
    until = first + timedelta(days=step.facts["for_days"])
    procedures.suspend(
        procedure=stage.procedure(case),
        from_date=first,
        until_date=until,
        reason=step.facts["reason"],
        by=by,
        now=step.at,
    )


def decide(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    procedure = stage.procedure(case)
    procedures.decide(
        procedure=procedure, decided_date=timezone.localdate(step.at),
        by=stage.mandated(by, Law(procedure.law)), now=step.at, **step.facts,
    )  # fmt: skip


def send_decision(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    procedures.send_decision(
        procedure=stage.procedure(case), sent_date=timezone.localdate(step.at), by=by, now=step.at
    )


def objection(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    procedures.receive_objection(
        procedure=stage.procedure(case), received_date=timezone.localdate(step.at), by=by, now=step.at
    )


def make_final(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    procedures.make_final(procedure=stage.procedure(case), by=by, now=step.at)


def _plain(operation: Callable[..., Any]) -> Act:
    """An act that is one operation on the case, with the facts of the step as they are."""

    def act(stage: Stage, step: Step) -> None:
        case, by = _case(stage, step)
        operation(case=case, by=by, now=step.at, **step.facts)

    return act


await_decision = _plain(cases.await_decision)
choose_solution = _plain(cases.choose_solution)
settle_decisions = _plain(cases.settle_decisions)
change_support = _plain(cases.change_support)
start_review = _plain(cases.start_review)
close = _plain(cases.close)
withdraw = _plain(cases.withdraw)
undo_close = _plain(cases.undo_close)
wait_for = _plain(contacts.wait_for)


def propose(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    provision = stage.provisions[step.facts["provision"]]
    decided = step.facts.get("procedure") is not None
    arrangements.propose(
        case=case, provision=provision, procedure=stage.procedure(case) if decided else None,
        goal=stage.plan.lives[step.subject].question.goal[:300],
        volume="2 uur per week" if provision.per == "uur" else "",
        review_date=timezone.localdate(step.at) + timedelta(days=180), by=by, now=step.at,
    )  # fmt: skip


def _arranging(operation: Callable[..., Any]) -> Act:
    """An act that is one operation on an arrangement."""

    def act(stage: Stage, step: Step) -> None:
        case, by = _case(stage, step)
        facts = dict(step.facts)
        operation(arrangement=stage.arrangement(case, facts.pop("arrangement")), by=by, now=step.at, **facts)

    return act


request = _arranging(arrangements.request)
accept = _arranging(arrangements.accept)
refuse = _arranging(arrangements.refuse)
start = _arranging(arrangements.start)
start_at_once = _arranging(arrangements.start_at_once)
pause = _arranging(arrangements.pause)
resume = _arranging(arrangements.resume)
end = _arranging(arrangements.end)


def levels(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    given = levels_of(stage.plan.lives[step.subject], step.facts["better"])
    cases.record_levels(case=case, moment=step.facts["moment"], levels=given, by=by, now=step.at)


def continue_support(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    reached = {goal.pk: None for goal in Goal.objects.filter(plan__case=case).order_by("pk")}
    cases.continue_support(case=case, goals=reached, lighter=step.facts["lighter"], by=by, now=step.at)


def stop_waiting(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    for wait in Wait.objects.filter(case=case, by_hand=True, until__isnull=True).select_related("case"):
        contacts.stop_waiting(wait=wait, by=by, now=step.at)


def give_role(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    assert by.team is not None
    director = stage.users[DIRECTORS[by.team.name]]
    contacts.give_role(case=case, kind=CaseRoleKind.CASE_DIRECTOR, user=director, by=by, now=step.at)


def appointment(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    contacts.plan_appointment(case=case, by=by, now=step.at, **step.facts)


def task(stage: Stage, step: Step) -> None:
    case, by = _case(stage, step)
    contacts.add_task(
        case=case, title=step.facts["title"], assignee=by, due_date=step.facts["due"], by=by, now=step.at
    )


def _case(stage: Stage, step: Step) -> tuple[Case, User]:
    """The case of this step and who works on it."""
    case = stage.case(step.subject)
    return case, stage.worker(case)
