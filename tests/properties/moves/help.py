"""Help: proposed, asked for, accepted or refused, started, paused, ended, called off."""

from django.db.models import Q

from cases.models import Arrangement, Procedure, Provision, Resident
from cases.operations import arrangements
from tests.properties.choosing import Choices
from tests.properties.moves import Arguments, move
from tests.properties.world import World

ARRANGED_IN = ("weighing", "deciding", "arranging", "supported", "reviewing")


@move(arrangements.propose, often=3)
def propose(world: World, choose: Choices) -> Arguments:
    case = world.case(choose, "arranging", *ARRANGED_IN)
    if case is None:
        return None
    own = Procedure.objects.filter(case=case).first()
    return {
        "case": case, "provision": choose.row(Provision.objects.all(), Q(is_active=True)),
        "procedure": choose.usually(None, own, Procedure.objects.first()), "goal": choose.words(),
        "resident": choose.usually(None, choose.row(Resident.objects.all())),
        "by": world.worker(choose, case),
    }  # fmt: skip


def _in(world: World, choose: Choices, *states: str) -> Arguments:
    rows = Arrangement.objects.select_related("case__resident", "case__team", "provision", "procedure")
    row = choose.row(rows, Q(state__in=states))
    return row and {"arrangement": row, "by": world.worker(choose, row.case)}


def _because(given: Arguments, choose: Choices) -> Arguments:
    return given and given | {"reason": choose.words()}


@move(arrangements.request, often=2)
def request(world: World, choose: Choices) -> Arguments:
    return _in(world, choose, "proposed")


@move(arrangements.accept, often=2)
def accept(world: World, choose: Choices) -> Arguments:
    return _in(world, choose, "requested")


@move(arrangements.refuse)
def refuse(world: World, choose: Choices) -> Arguments:
    return _because(_in(world, choose, "requested"), choose)


@move(arrangements.start, often=3)
def start(world: World, choose: Choices) -> Arguments:
    return _in(world, choose, "accepted")


@move(arrangements.start_at_once, often=2)
def start_at_once(world: World, choose: Choices) -> Arguments:
    return _in(world, choose, "proposed")


@move(arrangements.pause)
def pause(world: World, choose: Choices) -> Arguments:
    return _in(world, choose, "started")


@move(arrangements.resume)
def resume(world: World, choose: Choices) -> Arguments:
    return _in(world, choose, "paused")


@move(arrangements.end, often=2)
def end(world: World, choose: Choices) -> Arguments:
    return _because(_in(world, choose, "started", "paused"), choose)


@move(arrangements.cancel)
def cancel(world: World, choose: Choices) -> Arguments:
    return _because(_in(world, choose, "proposed", "requested", "accepted"), choose)
