"""An objection to a decision, and telling that a decision comes later."""

from datetime import timedelta

from cases.enums import DecisionOutcome, ObjectionOutcome
from cases.operations import delays, objections
from sociaal.accounts.models import User
from tests.properties.choosing import Choices
from tests.properties.moves import Arguments, move
from tests.properties.moves.law import procedure_of
from tests.properties.world import World


@move(objections.receive_objection, often=4)
def receive_objection(world: World, choose: Choices) -> Arguments:
    given = procedure_of(world, choose, "decided", objection_date=None)
    return given and given | {"received_date": choose.usually(world.today, world.day(choose))}


def _objected(world: World, choose: Choices) -> Arguments:
    return procedure_of(world, choose, "decided", "final", objection_date__isnull=False, objection_outcome="")


@move(objections.ask_committee)
def ask_committee(world: World, choose: Choices) -> Arguments:
    given = _objected(world, choose)
    return given and given | {"told_date": choose.usually(world.today, world.day(choose))}


@move(objections.postpone_objection)
def postpone_objection(world: World, choose: Choices) -> Arguments:
    given = _objected(world, choose)
    return given and given | {
        "told_date": choose.usually(world.today, world.day(choose)),
        "until_date": world.today + timedelta(weeks=choose.random.randint(0, 20)),
        "agreed_date": choose.one([None, world.today]),
    }


@move(objections.decide_objection, often=2)
def decide_objection(world: World, choose: Choices) -> Arguments:
    given = _objected(world, choose)
    if given is None:
        return None
    holders = User.objects.filter(mandates__contains=[given["procedure"].law]).select_related("team")
    others = holders.exclude(pk=given["procedure"].mandate_holder_id)
    founded = choose.chance(40)
    outcome = ObjectionOutcome.FOUNDED if founded else choose.one(list(ObjectionOutcome))
    return given | {
        "outcome": outcome, "reasons": choose.words(),
        "instead": choose.usually(choose.one(list(DecisionOutcome)) if founded else "", ""),
        "instead_reasons": choose.words() if founded else "",
        "decided_date": choose.usually(world.today, world.day(choose)),
        "by": world.anybody(choose, *others.order_by("pk"), given["by"]),
    }  # fmt: skip


@move(objections.send_objection_decision, often=2)
def send_objection_decision(world: World, choose: Choices) -> Arguments:
    given = procedure_of(world, choose, "decided", "final", objection_decided_date__isnull=False)
    return given and given | {"sent_date": choose.usually(world.today, world.day(choose))}


@move(objections.withdraw_objection)
def withdraw_objection(world: World, choose: Choices) -> Arguments:
    given = _objected(world, choose)
    return given and given | {"taken_back_date": choose.usually(world.today, world.day(choose))}


@move(delays.tell_delay)
def tell_delay(world: World, choose: Choices) -> Arguments:
    given = procedure_of(world, choose, "applied", "decided")
    return given and given | {
        "told_date": choose.usually(world.today, world.day(choose)),
        "until_date": world.today + timedelta(weeks=choose.random.randint(0, 60)),
    }
