"""Acts around a conversation with the resident."""

from cases.models import Wait
from cases.operations import contacts
from intake.operations import conversations
from sociaal.home.demo.acts.step_of import case_of
from sociaal.home.demo.lives import Step
from sociaal.home.demo.stage import Stage
from sociaal.home.demo.words import note_said


def plan_conversation(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    planned = conversations.Appointment(at=step.facts["at"], place=step.facts["place"])
    conversations.plan_conversation(case=case, appointment=planned, by=by, now=step.at)


def replan_conversation(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    planned = conversations.Appointment(at=step.facts["at"], place=step.facts["place"])
    conversations.replan_conversation(
        conversation=stage.conversation(case), appointment=planned, by=by, now=step.at
    )


def hold(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    conversations.hold(conversation=stage.conversation(case), held_at=step.facts["at"], by=by, now=step.at)


def note(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    life = stage.plan.lives[step.subject]
    note_said(stage.conversation(case), life, by=by, now=step.at)


def finish(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    for wait in Wait.objects.filter(case=case, by_hand=True, until__isnull=True):
        contacts.stop_waiting(wait=wait, by=by, now=step.at)
    conversations.finish(conversation=stage.conversation(case), by=by, now=step.at)
