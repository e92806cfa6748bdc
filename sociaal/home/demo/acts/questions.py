"""Acts with a question: it comes in, is taken up, joined to a case or answered."""

from cases.operations import contacts, help_requests
from intake.wording import subject_of
from sociaal.accounts.models import User
from sociaal.home.demo.acts.step_of import case_of
from sociaal.home.demo.lives import Step
from sociaal.home.demo.stage import Stage


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
    case, by = case_of(stage, step)
    text = "Besproken en uitgelegd waar de inwoner meteen terecht kan; dat is genoeg."
    help_requests.answer_directly(case=case, text=text, by=by, now=step.at)


def contact(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    facts = step.facts
    contacts.add_contact(
        case=case,
        kind=facts["kind"],
        summary=facts["summary"],
        with_resident=facts["with_resident"],
        by=by,
        now=step.at,
    )
