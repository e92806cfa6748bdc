"""What is noted along the way: contact, task, appointment, goal, wait, role."""

from datetime import timedelta

from django.db.models import Q

from cases.enums import CaseRoleKind, ContactKind, DataCategory, LifeDomain, WaitParty
from cases.models import Task, Wait
from cases.operations import contacts
from sociaal.accounts.models import User
from tests.properties.choosing import Choices
from tests.properties.moves import Arguments, move
from tests.properties.world import World


def _case(world: World, choose: Choices) -> Arguments:
    case = world.case(choose)
    return case and {"case": case, "by": world.worker(choose, case)}


@move(contacts.add_contact, often=2)
def add_contact(world: World, choose: Choices) -> Arguments:
    given = _case(world, choose)
    at = choose.one([None, world.now - timedelta(days=1), world.now + timedelta(days=1)])
    return given and given | {
        "kind": choose.one(list(ContactKind)), "summary": choose.words(), "at": at,
        "with_resident": choose.chance(70), "category": choose.one(list(DataCategory)),
    }  # fmt: skip


@move(contacts.add_task)
def add_task(world: World, choose: Choices) -> Arguments:
    given = _case(world, choose)
    return given and given | {
        "title": choose.words(), "assignee": world.anybody(choose, given["by"]), "due_date": world.today
    }  # fmt: skip


@move(contacts.finish_task, quiet=True)
def finish_task(world: World, choose: Choices) -> Arguments:
    rows = Task.objects.select_related("case__resident", "case__team", "assignee")
    task = choose.row(rows, Q(done_at=None))
    return task and {"task": task, "by": world.anybody(choose, task.assignee)}


@move(contacts.plan_appointment)
def plan_appointment(world: World, choose: Choices) -> Arguments:
    given = _case(world, choose)
    return given and given | {"at": world.now + timedelta(days=2), "title": choose.words()}


@move(contacts.add_goal)
def add_goal(world: World, choose: Choices) -> Arguments:
    given = _case(world, choose)
    return given and given | {"domain": choose.one(list(LifeDomain)), "words": choose.words()}


@move(contacts.wait_for, often=2, quiet=True)
def wait_for(world: World, choose: Choices) -> Arguments:
    given = _case(world, choose)
    return given and given | {"on": choose.one(list(WaitParty)), "why": choose.words()}


@move(contacts.stop_waiting, often=2, quiet=True)
def stop_waiting(world: World, choose: Choices) -> Arguments:
    rows = Wait.objects.select_related("case__resident", "case__team")
    wait = choose.row(rows, Q(until=None, by_hand=True))
    return wait and {"wait": wait, "by": world.worker(choose, wait.case)}


@move(contacts.give_role)
def give_role(world: World, choose: Choices) -> Arguments:
    given = _case(world, choose)
    kind = choose.one(list(CaseRoleKind))
    holders = User.objects.filter(roles__contains=[kind]).select_related("team").order_by("pk")
    return given and given | {"kind": kind, "user": world.anybody(choose, *holders)}
