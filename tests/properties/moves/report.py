"""The report: registered, taken up, joined, answered, discarded, put back."""

from django.db.models import Q

from cases.enums import Channel, RedFlag
from cases.models import Case, HelpRequest
from cases.operations import help_requests
from intake.operations import discarding, naming, registration
from intake.operations.conversations import Appointment
from sociaal.accounts.models import Team, User
from tests.properties.choosing import Choices
from tests.properties.moves import Arguments, move
from tests.properties.world import World


def _request(choose: Choices, state: str = "new") -> HelpRequest | None:
    return choose.row(HelpRequest.objects.select_related("resident", "team"), Q(state=state))


def _by(world: World, choose: Choices, request: HelpRequest) -> object:
    """Mostly somebody of the team whose inbox it is in."""
    team = User.objects.filter(team=request.team).filter(is_active=True).order_by("pk")
    return world.anybody(choose, *team.select_related("team"))


def _call(world: World, choose: Choices) -> registration.Call:
    resident = choose.usually(world.resident(choose), None)
    newcomer = {"last_name": "Nieuwkomer", "first_names": choose.words()} if choose.chance(10) else {}
    return registration.Call(
        words=choose.words(), channel=choose.one(list(Channel)), resident=None if newcomer else resident,
        newcomer=newcomer, told={} if resident else {"last_name": "Onbekend"},
    )  # fmt: skip


@move(help_requests.register, often=2)
def register(world: World, choose: Choices) -> Arguments:
    flags = [choose.one(list(RedFlag))] if choose.chance(20) else []
    return {
        "words": choose.words(), "channel": choose.one(list(Channel)), "red_flags": flags,
        "team": choose.one(list(Team.objects.order_by("pk"))), "by": world.caseworker(choose),
        "resident": choose.usually(world.resident(choose), None), "reach_by": choose.one(["", "Bel laat"]),
    }  # fmt: skip


@move(help_requests.name_resident)
def name_resident(world: World, choose: Choices) -> Arguments:
    rows = HelpRequest.objects.select_related("resident", "team")
    request = choose.row(rows, Q(state="new", resident=None))
    return request and {
        "help_request": request, "resident": world.resident(choose), "by": _by(world, choose, request)
    }  # fmt: skip


@move(naming.add_and_name)
def add_and_name(world: World, choose: Choices) -> Arguments:
    rows = HelpRequest.objects.select_related("resident", "team")
    request = choose.row(rows, Q(state="new", resident=None))
    return request and {
        "help_request": request, "by": _by(world, choose, request), "last_name": "Bekend geworden",
    }  # fmt: skip


@move(help_requests.take_up, often=3)
def take_up(world: World, choose: Choices) -> Arguments:
    request = _request(choose)
    if request is None:
        return None
    person = world.contact_person(request.resident) if request.resident else None
    return {
        "help_request": request, "contact_person": person or world.caseworker(choose), "subject": "Traplift",
        "by": _by(world, choose, request),
        "follows": choose.usually(None, Case.objects.filter(resident=request.resident_id).first()),
    }  # fmt: skip


@move(registration.take_up)
def take_up_as_proposed(world: World, choose: Choices) -> Arguments:
    request = _request(choose)
    if request is None:
        return None
    appointment = Appointment(world.now, "thuis") if choose.chance(50) else None
    return {"help_request": request, "by": _by(world, choose, request), "appointment": appointment}


@move(help_requests.join, often=2)
def join(world: World, choose: Choices) -> Arguments:
    request = _request(choose)
    if request is None:
        return None
    rows = Case.objects.select_related("resident", "team")
    case = choose.row(rows, Q(resident=request.resident_id) & ~Q(status="closed"))
    return case and {"help_request": request, "case": case, "by": _by(world, choose, request)}


@move(help_requests.answer)
def answer(world: World, choose: Choices) -> Arguments:
    request = _request(choose)
    return request and {
        "help_request": request, "text": choose.words(), "by": _by(world, choose, request)
    }  # fmt: skip


@move(help_requests.discard)
def discard(world: World, choose: Choices) -> Arguments:
    request = _request(choose)
    return request and {
        "help_request": request, "reason": choose.words(), "by": _by(world, choose, request)
    }  # fmt: skip


@move(discarding.discard_with_others)
def discard_with_others(world: World, choose: Choices) -> Arguments:
    return discard(world, choose)


@move(help_requests.put_back)
def put_back(world: World, choose: Choices) -> Arguments:
    request = _request(choose, "discarded")
    return request and {
        "help_request": request, "reason": choose.words(), "by": _by(world, choose, request)
    }  # fmt: skip


@move(registration.keep_for_later)
def keep_for_later(world: World, choose: Choices) -> Arguments:
    return {"call": _call(world, choose), "by": world.caseworker(choose)}


@move(registration.register_call)
def register_call(world: World, choose: Choices) -> Arguments:
    return {"call": _call(world, choose), "by": world.caseworker(choose)}


@move(registration.answer_at_once)
def answer_at_once(world: World, choose: Choices) -> Arguments:
    return {"call": _call(world, choose), "answer": choose.words(), "by": world.caseworker(choose)}


@move(registration.join_at_once)
def join_at_once(world: World, choose: Choices) -> Arguments:
    case = world.case(choose)
    if case is None:
        return None
    call = registration.Call(words=choose.words(), channel="phone", resident=case.resident)
    return {"call": call, "case": case, "by": world.worker(choose, case)}


@move(registration.take_up_at_once)
def take_up_at_once(world: World, choose: Choices) -> Arguments:
    return {
        "call": _call(world, choose), "by": world.caseworker(choose),
        "contact_person": choose.usually(None, world.caseworker(choose)),
    }  # fmt: skip
