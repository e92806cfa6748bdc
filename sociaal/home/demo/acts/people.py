"""Acts about who is whose contact person, who replaces whom, and files opened in an emergency."""

from datetime import timedelta

from cases.models import BreakGlass, Handover
from cases.operations import access, contact_person
from cases.operations.death import note_death
from sociaal.accounts.models import User
from sociaal.home.demo.clock import moment
from sociaal.home.demo.lives import Step
from sociaal.home.demo.stage import Stage


def ask_handover(stage: Stage, step: Step) -> None:
    """Left out when who should get it is the contact person by now, or nobody is."""
    resident = stage.resident(step.subject)
    assert resident is not None
    present, to, facts = stage.contact(resident), stage.users[step.facts["to"]], step.facts
    if present in (None, to):
        return
    assert present is not None
    if _asked(stage, step):
        return
    by = _manager(stage, present) if facts["reason"] == "overruled" else present
    contact_person.request_handover(
        resident=resident, to=to, reason=facts["reason"], explanation=facts["why"],
        told_resident=facts["told"], by=by, now=step.at,
    )  # fmt: skip


def _manager(stage: Stage, user: User) -> User:
    return next(
        one for one in stage.users.values() if one.team_id == user.team_id and one.has_role("manager")
    )


def _asked(stage: Stage, step: Step) -> Handover | None:
    rows = Handover.objects.select_related("resident", "to_user", "asked_by")
    return rows.filter(resident=stage.resident(step.subject), state="asked").first()


def accept_handover(stage: Stage, step: Step) -> None:
    if handover := _asked(stage, step):
        contact_person.accept_handover(handover=handover, by=handover.to_user, now=step.at)
        stage.forget_contact(handover.resident)


def refuse_handover(stage: Stage, step: Step) -> None:
    if handover := _asked(stage, step):
        refusal = step.facts["refusal"]
        contact_person.refuse_handover(handover=handover, refusal=refusal, by=handover.to_user, now=step.at)


def cancel_handover(stage: Stage, step: Step) -> None:
    if handover := _asked(stage, step):
        contact_person.cancel_handover(handover=handover, by=handover.asked_by, now=step.at)


def deputy(stage: Stage, step: Step) -> None:
    facts = step.facts
    absent = stage.users[facts["absent"]]
    contact_person.set_deputy(
        absent=absent, deputy=stage.users[facts["deputy"]], start=moment(facts["start"], 0),
        end=moment(facts["start"] + timedelta(days=facts["days"]), 0), by=absent, now=step.at,
    )  # fmt: skip


def break_glass(stage: Stage, step: Step) -> None:
    resident, by = stage.resident(step.subject), stage.users[step.facts["who"]]
    assert resident is not None
    if not resident.confidential_address:
        access.break_glass(resident=resident, reason=step.facts["reason"], by=by, now=step.at)


def review_break_glass(stage: Stage, step: Step) -> None:
    gijs = stage.users["gijs"]
    for row in BreakGlass.objects.filter(reviewed_at__isnull=True, opened_at__lt=step.at).order_by("pk"):
        access.review_break_glass(access=row, by=gijs, now=step.at)


def died(stage: Stage, step: Step) -> None:
    """Noted by their contact person."""
    resident = stage.resident(step.subject)
    by = stage.contact(resident) if resident is not None else None
    if resident is not None and by is not None:
        note_death(resident=resident, died_on=step.facts["died_on"], by=by, now=step.at)
