"""The people around a resident, and which record is whose: household, authority, network, merging."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from cases.enums import AuthoritySource, HouseholdRole, Law, PartyRole
from cases.merging import MergeChoices
from cases.models import (
    Arrangement,
    Case,
    CaseParty,
    Household,
    HouseholdMember,
    NetworkMember,
    ParentalAuthority,
    Resident,
    ResidentMerge,
)
from cases.operations import after_death, authority, death, households, merging, network, parties, residents
from tests.properties.choosing import Choices
from tests.properties.moves import Arguments, move
from tests.properties.world import World


def _keeper(world: World, choose: Choices, resident: Resident) -> Any:
    return world.anybody(choose, world.contact_person(resident))


def _until(world: World, choose: Choices) -> date | None:
    return choose.one([world.today, world.today - timedelta(days=2), None, world.today + timedelta(days=9)])


@move(residents.add_resident)
def add_resident(world: World, choose: Choices) -> Arguments:
    bsn = choose.one([None, None, "999900006", "999900018"])
    return {"last_name": "Testpersoon", "bsn": bsn, "by": world.caseworker(choose)}


@move(residents.change_resident)
def change_resident(world: World, choose: Choices) -> Arguments:
    row = world.resident(choose)
    fields = choose.one([{"phone": "0600000001"}, {"bsn": "999900006"}, {"restricted": True},
                         {"confidential_address": True}, {"restricted": False}])  # fmt: skip
    return {"resident": row, "by": _keeper(world, choose, row), **fields}


@move(death.note_death)
def note_death(world: World, choose: Choices) -> Arguments:
    if choose.chance(50):  # four people live in this town, and most of what happens needs somebody who lives
        return None
    row = world.resident(choose)
    return {"resident": row, "died_on": world.day(choose), "by": _keeper(world, choose, row)}


def _dead(world: World, choose: Choices) -> Resident | None:
    """Mostly somebody who died; of who lives there is hardly ever anything to take back."""
    row = world.resident(choose, Q(died_on__isnull=False))
    return None if row.died_on is None and choose.chance(choose.usual) else row


@move(death.take_back_death, often=3)
def take_back_death(world: World, choose: Choices) -> Arguments:
    row = _dead(world, choose)
    return row and {"resident": row, "reason": choose.words(), "by": _keeper(world, choose, row)}


@move(after_death.end_after_death, often=2)
def end_after_death(world: World, choose: Choices) -> Arguments:
    row = _dead(world, choose)
    if row is None:
        return None
    cases = Case.objects.filter(resident=row).exclude(status="closed").select_related("resident", "team")
    helped = Arrangement.objects.filter(resident=row).select_related("case__resident")
    return {
        "resident": row, "helped": [one for one in helped.order_by("pk") if choose.chance(60)],
        "close": [one for one in cases.order_by("pk") if choose.chance(60)],
        "ended_on": choose.usually(row.died_on or world.today, world.day(choose)),
        "by": _keeper(world, choose, row),
    }  # fmt: skip


@move(households.add_member)
def add_member(world: World, choose: Choices) -> Arguments:
    beside = world.resident(choose)
    return {
        "beside": beside, "member": world.resident(choose), "role": choose.one(list(HouseholdRole)),
        "since": choose.usually(world.today - timedelta(days=3), world.day(choose)),
        "other_home": choose.chance(30), "by": _keeper(world, choose, beside),
        "household": choose.usually(None, Household.objects.first()),
    }  # fmt: skip


@move(households.add_newcomer)
def add_newcomer(world: World, choose: Choices) -> Arguments:
    beside = world.resident(choose)
    return {
        "beside": beside, "names": {"last_name": "Kind", "birth_date": world.today - timedelta(days=900)},
        "role": "child", "since": world.today - timedelta(days=3), "by": _keeper(world, choose, beside),
        "authority": [beside] if choose.chance(50) else [],
    }  # fmt: skip


def _member(world: World, choose: Choices) -> Arguments:
    row = choose.row(HouseholdMember.objects.select_related("resident", "household"))
    if row is None:
        return None
    housemates = Resident.objects.filter(pk__in=row.household.members.values("resident"))
    beside = choose.row(housemates)
    return {"member": row, "beside": beside, "by": _keeper(world, choose, beside)}


@move(households.change_member)
def change_member(world: World, choose: Choices) -> Arguments:
    given = _member(world, choose)
    return given and given | {"role": choose.one(list(HouseholdRole)), "other_home": choose.chance(50)}


@move(households.end_member)
def end_member(world: World, choose: Choices) -> Arguments:
    given = _member(world, choose)
    return given and given | {"until": _until(world, choose)}


@move(households.change_household)
def change_household(world: World, choose: Choices) -> Arguments:
    given = _member(world, choose)
    return given and {
        "household": given["member"].household, "beside": given["beside"], "by": given["by"],
        "name": "Gezin", "contact_differs_because": choose.words(),
    }  # fmt: skip


@move(authority.note_authority)
def note_authority(world: World, choose: Choices) -> Arguments:
    child = world.resident(choose, Q(last_name="Kind"))
    beside = choose.usually(child, world.resident(choose))
    return {
        "child": child, "beside": beside, "holder": choose.usually(world.resident(choose), None),
        "since": world.day(choose), "source": choose.one(list(AuthoritySource)),
        "seen_date": choose.usually(world.today, None), "by": _keeper(world, choose, beside),
    }  # fmt: skip


@move(authority.end_authority)
def end_authority(world: World, choose: Choices) -> Arguments:
    row = choose.row(ParentalAuthority.objects.select_related("child"))
    if row is None:
        return None
    return {
        "authority": row, "beside": row.child, "until": _until(world, choose),
        "by": _keeper(world, choose, row.child),
    }  # fmt: skip


@move(network.add_network_member)
def add_network_member(world: World, choose: Choices) -> Arguments:
    row = world.resident(choose)
    name = choose.one(["Corrie", "Piet", "Sjaan"])
    return {"resident": row, "name": name, "relation": "buur", "by": _keeper(world, choose, row)}


def _network(world: World, choose: Choices) -> Arguments:
    row = choose.row(NetworkMember.objects.select_related("resident"))
    return row and {"member": row, "by": _keeper(world, choose, row.resident)}


@move(network.change_network_member)
def change_network_member(world: World, choose: Choices) -> Arguments:
    given = _network(world, choose)
    return given and given | {"name": "Corrie", "relation": "zus", "can_do": choose.words(), "phone": ""}


@move(network.remove_network_member)
def remove_network_member(world: World, choose: Choices) -> Arguments:
    return _network(world, choose)


@move(parties.add_party)
def add_party(world: World, choose: Choices) -> Arguments:
    case = world.case(choose)
    return case and {
        "case": case, "resident": world.resident(choose), "role": choose.one(list(PartyRole)),
        "since": world.day(choose), "by": world.worker(choose, case),
    }  # fmt: skip


@move(parties.end_party)
def end_party(world: World, choose: Choices) -> Arguments:
    row = choose.row(CaseParty.objects.select_related("case__resident", "case__team", "resident"))
    return row and {"party": row, "until": _until(world, choose), "by": world.worker(choose, row.case)}


@move(parties.note_consent)
def note_consent(world: World, choose: Choices) -> Arguments:
    case = world.case(choose)
    return case and {
        "case": case, "resident": choose.usually(case.resident, world.resident(choose)),
        "law": choose.one(list(Law)), "given": choose.chance(70), "on_date": world.day(choose),
        "by": world.worker(choose, case),
    }  # fmt: skip


@move(merging.merge_residents, often=2)
def merge_residents(world: World, choose: Choices) -> Arguments:
    keep, other = world.resident(choose), world.resident(choose)
    sides = {"contact_person": choose.one(["kept", "merged"]), "household": choose.one(["kept", "merged"])}
    people = [world.contact_person(one) for one in (keep, other)]
    return {
        "keep": keep, "other": other, "choices": MergeChoices(**sides), "by": world.anybody(choose, *people)
    }  # fmt: skip


@move(merging.undo_merge, often=3)
def undo_merge(world: World, choose: Choices) -> Arguments:
    row = choose.row(ResidentMerge.objects.select_related("kept", "merged", "by__team"), Q(undone_at=None))
    return row and {
        "merge": row, "reason": choose.words(),
        "by": world.anybody(choose, row.by, world.contact_person(row.kept)),
    }  # fmt: skip
