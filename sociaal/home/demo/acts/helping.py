"""Acts of help: arranged, started, looked at again, ended; and what is kept beside it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from cases.enums import CaseRoleKind
from cases.models import Goal, Wait
from cases.operations import arrangements, cases, contacts
from sociaal.home.demo.acts.step_of import Act, case_of
from sociaal.home.demo.lives import Step
from sociaal.home.demo.staff import DIRECTORS
from sociaal.home.demo.stage import Stage
from sociaal.home.demo.words import levels_of


def _plain(operation: Callable[..., Any]) -> Act:
    """An act that is one operation on the case, with the facts of the step as they are."""

    def act(stage: Stage, step: Step) -> None:
        case, by = case_of(stage, step)
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
    case, by = case_of(stage, step)
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
        case, by = case_of(stage, step)
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
    case, by = case_of(stage, step)
    given = levels_of(stage.plan.lives[step.subject], step.facts["better"])
    cases.record_levels(case=case, moment=step.facts["moment"], levels=given, by=by, now=step.at)


def continue_support(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    reached = {goal.pk: None for goal in Goal.objects.filter(plan__case=case).order_by("pk")}
    day = timezone.localdate(step.at) + timedelta(days=150)
    said = "Ik ben blij dat ik steeds dezelfde kan bellen."
    cases.continue_support(
        case=case, goals=reached, lighter=step.facts["lighter"], experience=said, look_again_date=day,
        by=by, now=step.at,
    )  # fmt: skip


def stop_waiting(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    for wait in Wait.objects.filter(case=case, by_hand=True, until__isnull=True).select_related("case"):
        contacts.stop_waiting(wait=wait, by=by, now=step.at)


def give_role(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    assert by.team is not None
    director = stage.users[DIRECTORS[by.team.name]]
    contacts.give_role(case=case, kind=CaseRoleKind.CASE_DIRECTOR, user=director, by=by, now=step.at)


def appointment(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    contacts.plan_appointment(case=case, by=by, now=step.at, **step.facts)


def task(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    contacts.add_task(
        case=case, title=step.facts["title"], assignee=by, due_date=step.facts["due"], by=by, now=step.at
    )
