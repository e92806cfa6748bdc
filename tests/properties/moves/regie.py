"""Several parties in one case: partners that take part, agreements with them."""

from datetime import timedelta

from django.db.models import Q

from cases.enums import DataCategory
from cases.models import Professional
from regie.coordination.models import Agreement, Participation
from regie.coordination.operations import agreements, parties
from tests.properties.choosing import Choices
from tests.properties.moves import Arguments, move
from tests.properties.world import World, partners


@move(parties.add_party, often=2)
def add_party(world: World, choose: Choices) -> Arguments:
    case = world.case(choose)
    if case is None:
        return None
    house = choose.one(list(partners()))
    people = [None, *Professional.objects.filter(organisation=house)]
    return {
        "case": case, "organisation": house, "professional": choose.one(people), "role": choose.words(),
        "added_value": choose.words(), "shared_categories": choose.one([["general"], ["health"], ["x"]]),
        "ground": choose.words(), "why_more": choose.words(), "by": world.worker(choose, case),
    }  # fmt: skip


@move(parties.end_party)
def end_party(world: World, choose: Choices) -> Arguments:
    rows = Participation.objects.select_related("case__resident", "case__team")
    row = choose.row(rows, Q(until=None))
    return row and {"participation": row, "by": world.worker(choose, row.case)}


@move(agreements.make_agreement, often=2)
def make_agreement(world: World, choose: Choices) -> Arguments:
    case = world.case(choose)
    if case is None:
        return None
    party = choose.usually(Participation.objects.filter(case=case).first(), None)
    return {
        "case": case, "what": choose.words(), "due_date": world.today + timedelta(days=5), "who": "Buurman",
        "participation": party, "category": choose.usually("general", *DataCategory),
        "we_wait": choose.chance(40), "by": world.worker(choose, case),
    }  # fmt: skip


@move(agreements.settle_agreement, often=2)
def settle_agreement(world: World, choose: Choices) -> Arguments:
    rows = Agreement.objects.select_related("case__resident", "case__team")
    row = choose.row(rows, Q(state="made"))
    return row and {
        "agreement": row, "outcome": choose.usually(choose.one(["kept", "not_kept", "cancelled"]), "zoek"),
        "why_not": choose.words(), "by": world.worker(choose, row.case),
    }  # fmt: skip
