"""The legal way of a question: opened, applied for, suspended, decided, sent, objected to, withdrawn."""

from datetime import timedelta

from django.db.models import Q

from cases.enums import DecisionOutcome, Law, WayIn
from cases.models import Procedure, Resident
from cases.operations import procedures, suspensions
from sociaal.accounts.models import User
from tests.properties.choosing import Choices
from tests.properties.moves import Arguments, move
from tests.properties.world import World


@move(procedures.open_procedure, often=2)
def open_procedure(world: World, choose: Choices) -> Arguments:
    case = world.case(choose, "weighing", "conversation", "deciding", "supported")
    return case and {
        "case": case, "law": choose.one(list(Law)), "subject": "Traplift",
        "way_in": choose.usually(WayIn.MUNICIPALITY, *WayIn),
        "reported_date": choose.usually(None, world.day(choose)), "by": world.worker(choose, case),
        "applicant": choose.usually(None, choose.row(Resident.objects.all())),
    }  # fmt: skip


def procedure_of(world: World, choose: Choices, *states: str, **likely: object) -> Arguments:
    rows = Procedure.objects.select_related("case__resident", "case__team")
    row = choose.row(rows, Q(state__in=states, **likely))
    return row and {"procedure": row, "by": world.worker(choose, row.case)}


@move(procedures.investigate)
def investigate(world: World, choose: Choices) -> Arguments:
    return procedure_of(world, choose, "reported")


@move(procedures.apply, often=3)
def apply(world: World, choose: Choices) -> Arguments:
    given = procedure_of(world, choose, "reported", "investigating")
    return given and given | {
        "applied_date": choose.usually(world.today, world.day(choose)),
        "applicant": choose.usually(None, choose.row(Resident.objects.all())),
    }


@move(suspensions.suspend)
def suspend(world: World, choose: Choices) -> Arguments:
    given = procedure_of(world, choose, "applied")
    until = choose.one([None, world.today + timedelta(days=14), world.today - timedelta(days=1)])
    return given and given | {"from_date": world.today, "until_date": until, "reason": choose.words()}


@move(suspensions.resume_term)
def resume_term(world: World, choose: Choices) -> Arguments:
    given = procedure_of(world, choose, "applied", suspensions__isnull=False)
    return given and given | {"runs_from": choose.usually(world.today, world.day(choose))}


@move(suspensions.let_terms_run_again, quiet=True)
def let_terms_run_again(world: World, choose: Choices) -> Arguments:
    return {}


@move(procedures.decide, often=3)
def decide(world: World, choose: Choices) -> Arguments:
    given = procedure_of(world, choose, "applied")
    if given is None:
        return None
    holders = User.objects.filter(mandates__contains=[given["procedure"].law]).select_related("team")
    return given | {
        "outcome": choose.usually(choose.one(list(DecisionOutcome)), "misschien"), "reasons": choose.words(),
        "conditions": choose.words(),
        "decided_date": choose.usually(world.today, world.day(choose)),
        "by": world.anybody(choose, given["by"], *holders.order_by("pk")),
    }  # fmt: skip


@move(procedures.send_decision, often=3)
def send_decision(world: World, choose: Choices) -> Arguments:
    given = procedure_of(world, choose, "decided", sent_date=None)
    return given and given | {"sent_date": choose.usually(world.today, world.day(choose))}


@move(procedures.receive_default_notice)
def receive_default_notice(world: World, choose: Choices) -> Arguments:
    given = procedure_of(world, choose, "applied")
    return given and given | {"received_date": choose.usually(world.today, world.day(choose))}


@move(procedures.make_final)
def make_final(world: World, choose: Choices) -> Arguments:
    return procedure_of(world, choose, "decided", sent_date__isnull=False)


@move(procedures.withdraw_application)
def withdraw_application(world: World, choose: Choices) -> Arguments:
    given = procedure_of(world, choose, "reported", "investigating", "applied")
    return given and given | {"reason": choose.words()}
