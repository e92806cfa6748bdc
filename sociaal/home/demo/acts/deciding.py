"""Acts of weighing what would help, and of the procedure a law asks for."""

from datetime import timedelta

from django.utils import timezone

from cases.enums import Law
from cases.operations import objections, procedures, suspensions, weighing
from sociaal.home.demo.acts.step_of import case_of
from sociaal.home.demo.lives import Step
from sociaal.home.demo.stage import Stage
from sociaal.home.demo.words import first_weighing, lighter_weighing


def weigh(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
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
    case, by = case_of(stage, step)
    procedures.open_procedure(
        case=case, law=step.facts["law"], subject=step.facts["subject"], by=by, now=step.at
    )


def investigate(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    procedures.investigate(procedure=stage.procedure(case), by=by, now=step.at)


def apply(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    procedures.apply(
        procedure=stage.procedure(case), applied_date=timezone.localdate(step.at), by=by, now=step.at
    )


def suspend(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    first = timezone.localdate(step.at) + timedelta(days=1)
    until = first + timedelta(days=step.facts["for_days"])
    suspensions.suspend(
        procedure=stage.procedure(case),
        from_date=first,
        until_date=until,
        reason=step.facts["reason"],
        by=by,
        now=step.at,
    )


def resume_term(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    suspensions.resume_term(
        procedure=stage.procedure(case), runs_from=timezone.localdate(step.at), by=by, now=step.at
    )


def decide(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    procedure = stage.procedure(case)
    procedures.decide(
        procedure=procedure, decided_date=timezone.localdate(step.at),
        by=stage.mandated(by, Law(procedure.law)), now=step.at, **step.facts,
    )  # fmt: skip


def send_decision(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    procedures.send_decision(
        procedure=stage.procedure(case), sent_date=timezone.localdate(step.at), by=by, now=step.at
    )


def objection(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    objections.receive_objection(
        procedure=stage.procedure(case), received_date=timezone.localdate(step.at), by=by, now=step.at
    )


def decide_objection(stage: Stage, step: Step) -> None:
    """By a colleague: not by who made the decision (Awb 10:3). Without one the objection runs on."""
    case, worker = case_of(stage, step)
    procedure = stage.procedure(case)
    by = stage.another_mandated(worker, Law(procedure.law), procedure.mandate_holder_id)
    if by is not None:
        objections.decide_objection(
            procedure=procedure, decided_date=timezone.localdate(step.at), by=by, now=step.at, **step.facts
        )


def send_objection_decision(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    procedure = stage.procedure(case)
    if procedure.objection_decided_date is not None:
        objections.send_objection_decision(
            procedure=procedure, sent_date=timezone.localdate(step.at), by=by, now=step.at
        )


def withdraw_objection(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    objections.withdraw_objection(
        procedure=stage.procedure(case), taken_back_date=timezone.localdate(step.at), by=by, now=step.at
    )


def make_final(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    procedures.make_final(procedure=stage.procedure(case), by=by, now=step.at)
