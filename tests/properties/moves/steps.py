"""The steps of a case, from the weighing to the review, the closing and back."""

from dataclasses import replace
from datetime import timedelta

from django.db.models import Q

from cases.enums import LevelMoment, LifeDomain, Outcome
from cases.models import Goal, Provision, Resident, Weighing
from cases.operations import cases, help_requests, weighing
from intake.operations import fast_track
from intake.operations.fast_decision import decide_fast_track
from tests.factories import COMPLETE, ESSENTIALS
from tests.properties.choosing import Choices
from tests.properties.moves import Arguments, move
from tests.properties.world import World

MISSING = replace(ESSENTIALS, wish="")
SPECIALIST_RUNGS = {
    weight: {"considered": "Bekeken.", "tried": "Ja.", "why_not": "Niet genoeg."}
    for weight in ("social_base", "general", "specialist")
}


@move(cases.start_conversation)
def start_conversation(world: World, choose: Choices) -> Arguments:
    case = world.case(choose, "registered")
    return case and {"case": case, "planned": choose.chance(80), "by": world.worker(choose, case)}


@move(cases.finish_conversation)
def finish_conversation(world: World, choose: Choices) -> Arguments:
    case = world.case(choose, "conversation")
    essentials = choose.usually(ESSENTIALS, MISSING)
    return case and {"case": case, "essentials": essentials, "by": world.worker(choose, case)}


@move(weighing.save_weighing, often=5)
def save_weighing(world: World, choose: Choices) -> Arguments:
    case = world.case(choose, "weighing", "reviewing")
    if case is None:
        return None
    given = COMPLETE
    if choose.chance(30):
        given = replace(
            COMPLETE, weight="specialist", rungs=SPECIALIST_RUNGS, second_reader=world.caseworker(choose),
            lighter_again_date=world.today + timedelta(days=90),
        )  # fmt: skip
    elif choose.chance(20):
        given = replace(COMPLETE, behind_question="", track=choose.one(["fast", "regie", ""]))
    if choose.chance(15):
        given = replace(given, exception_reason="De regel maakt het erger.", exception_rule="Wachttijd")
    seen = choose.usually(case.version, None, case.version - 1)
    return {"case": case, "given": given, "seen": seen, "by": world.worker(choose, case)}


@move(weighing.second_read, often=2)
def second_read(world: World, choose: Choices) -> Arguments:
    rows = Weighing.objects.select_related("case__resident", "case__team", "second_reader")
    row = choose.row(rows, Q(second_reader__isnull=False, second_reader_agrees=None))
    return row and {
        "weighing": row, "agrees": choose.chance(80), "words": choose.words(),
        "by": world.anybody(choose, row.second_reader),
    }  # fmt: skip


def _step(world: World, choose: Choices, *statuses: str) -> Arguments:
    case = world.case(choose, *statuses)
    return case and {"case": case, "by": world.worker(choose, case)}


@move(cases.choose_solution, often=3)
def choose_solution(world: World, choose: Choices) -> Arguments:
    return _step(world, choose, "weighing")


@move(cases.await_decision, often=3)
def await_decision(world: World, choose: Choices) -> Arguments:
    return _step(world, choose, "weighing")


@move(cases.settle_decisions, often=2)
def settle_decisions(world: World, choose: Choices) -> Arguments:
    return _step(world, choose, "deciding")


@move(cases.start_support)
def start_support(world: World, choose: Choices) -> Arguments:
    return _step(world, choose, "arranging")


@move(cases.start_review, often=2)
def start_review(world: World, choose: Choices) -> Arguments:
    return _step(world, choose, "supported")


@move(cases.continue_support)
def continue_support(world: World, choose: Choices) -> Arguments:
    given = _step(world, choose, "reviewing")
    if given is None:
        return None
    keys = Goal.objects.filter(plan__case=given["case"]).values_list("pk", flat=True)
    goals = {key: choose.one([True, None, False]) for key in keys if choose.chance(95)}
    return given | {"goals": goals, "lighter": choose.words()}


@move(cases.change_support)
def change_support(world: World, choose: Choices) -> Arguments:
    return _step(world, choose, "reviewing")


@move(cases.record_levels)
def record_levels(world: World, choose: Choices) -> Arguments:
    given = _step(world, choose, "arranging", "supported", "reviewing")
    levels = {str(choose.one(list(LifeDomain))): choose.random.randint(1, 5)}
    return given and given | {"moment": choose.one(list(LevelMoment)), "levels": levels}


@move(cases.close, often=3)
def close(world: World, choose: Choices) -> Arguments:
    given = _step(world, choose, "arranging", "supported", "reviewing")
    outcome = choose.usually(choose.one(list(Outcome)), "", "verdwenen")
    return given and given | {"outcome": outcome, "note": choose.words()}


@move(cases.withdraw)
def withdraw(world: World, choose: Choices) -> Arguments:
    given = _step(world, choose)
    return given and given | {"who": choose.words(), "reason": choose.words(), "outcome": "withdrawn"}


@move(cases.undo_close, often=2)
def undo_close(world: World, choose: Choices) -> Arguments:
    given = _step(world, choose, "closed")
    return given and given | {"reason": choose.words()}


@move(help_requests.answer_directly)
def answer_directly(world: World, choose: Choices) -> Arguments:
    given = _step(world, choose, "registered")
    return given and given | {"text": choose.words()}


@move(fast_track.run_fast_track)
def run_fast_track(world: World, choose: Choices) -> Arguments:
    given = _step(world, choose, "registered", "conversation", "weighing")
    if given is None:
        return None
    answers = fast_track.Answers(
        own_words=choose.words(), wish="Zelf naar boven.", domain="housing", can_do="Veel.", network_can="Ja."
    )
    decision = fast_track.Decision("wmo", "Nodig.") if choose.chance(40) else None
    provision = choose.row(Provision.objects.all(), Q(weight__in=["general", "specialist"]))
    specialist = fast_track.Specialist(
        general="De klussendienst.", why_not_general="Te licht.", second_reader=world.caseworker(choose),
        lighter_again_date=world.today + timedelta(days=90), law="wmo",
    )  # fmt: skip
    page = fast_track.FastTrack(
        provision=provision, specialist=specialist if provision.weight == "specialist" else None,
        behind_question="Zij valt.",
        social_base="De buurvrouw.", why_not_social_base="Zij tilt niet.", safety_at_stake=choose.chance(10),
        clear_how=True, stable=True, parties_needed=1, start_now=choose.chance(50), answers=answers,
        decision=decision, resident=choose.usually(None, choose.row(Resident.objects.all())),
    )  # fmt: skip
    return given | {"given": page}


@move(decide_fast_track, often=2)
def end_fast_track(world: World, choose: Choices) -> Arguments:
    given = _step(world, choose, "weighing")
    return given and given | {"reasons": choose.words(), "start_now": choose.chance(50)}
