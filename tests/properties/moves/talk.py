"""The conversation: planned, held, what is said, finished; the own plan and the meldcode beside it."""

from datetime import timedelta

from django.db.models import Q

from cases.enums import LifeDomain
from cases.models import Resident
from intake.enums.meldcode import Danger, EntryKind, MeldcodeDecision
from intake.merging import digest
from intake.models import Conversation, Meldcode, OwnPlan
from intake.operations import concerning, conversations, meldcode, notes, own_plan, presence
from intake.operations.notes import note_of
from tests.properties.choosing import Choices
from tests.properties.moves import Arguments, move
from tests.properties.world import World


def _conversation(choose: Choices, likely: Q | None = None) -> Conversation | None:
    open_ones = ~Q(case__status="closed")
    return choose.row(
        Conversation.objects.select_related("case__resident", "case__team"),
        likely & open_ones if likely else open_ones,
    )


@move(conversations.plan_conversation, often=3)
def plan(world: World, choose: Choices) -> Arguments:
    case = world.case(choose, "registered")
    at = world.now + timedelta(days=choose.usually(choose.random.randint(-2, 5), -500))
    return case and {
        "case": case, "appointment": conversations.Appointment(at), "by": world.worker(choose, case)
    }  # fmt: skip


@move(conversations.replan_conversation)
def replan(world: World, choose: Choices) -> Arguments:
    row = _conversation(choose, Q(held_at=None))
    at = world.now + timedelta(days=choose.random.randint(-2, 5))
    return row and {
        "conversation": row, "by": world.worker(choose, row.case),
        "appointment": conversations.Appointment(at),
    }  # fmt: skip


@move(conversations.hold, often=3, quiet=True)
def hold(world: World, choose: Choices) -> Arguments:
    row = _conversation(choose, Q(held_at=None))
    at = choose.usually(world.now, world.now - timedelta(hours=3), world.now + timedelta(days=1))
    return row and {"conversation": row, "held_at": at, "by": world.worker(choose, row.case)}


@move(notes.keep_said, often=4, quiet=True)
def keep_said(world: World, choose: Choices) -> Arguments:
    row = _conversation(choose)
    if row is None:
        return None
    domain = choose.one(list(LifeDomain))
    note = note_of(row, domain)
    given = {"can_do": "Zij kookt zelf.", "network_can": "De buurvrouw.", "wish": "Zelf naar boven."}
    if choose.chance(50):
        given = {choose.one(list(given)): choose.words(), "level": choose.random.randint(1, 5)}
    mine = {name: digest(getattr(note if hasattr(note, name) else row, name)) for name in given}
    return {
        "conversation": row, "domain": domain, "given": given, "seen": choose.usually(mine, {}),
        "by": world.worker(choose, row.case),
    }  # fmt: skip


@move(notes.ask_nothing, quiet=True)
def ask_nothing(world: World, choose: Choices) -> Arguments:
    row = _conversation(choose)
    return row and {
        "conversation": row, "domain": choose.one(list(LifeDomain)), "nothing": choose.chance(70),
        "by": world.worker(choose, row.case),
    }  # fmt: skip


@move(conversations.finish, often=4)
def finish(world: World, choose: Choices) -> Arguments:
    row = _conversation(choose, Q(case__status="conversation") & ~Q(held_at=None))
    return row and {"conversation": row, "by": world.worker(choose, row.case)}


@move(concerning.say_whom_it_concerns, quiet=True)
def say_whom_it_concerns(world: World, choose: Choices) -> Arguments:
    row = _conversation(choose)
    if row is None:
        return None
    people = [one for one in Resident.objects.filter(merged_into=None).order_by("pk") if choose.chance(40)]
    return {
        "conversation": row, "people": people, "offered": [one.pk for one in people],
        "by": world.worker(choose, row.case),
    }  # fmt: skip


@move(presence.be_here, quiet=True)
def be_here(world: World, choose: Choices) -> Arguments:
    row = _conversation(choose)
    return row and {"conversation": row, "by": world.worker(choose, row.case)}


@move(own_plan.keep_own_plan)
def keep_own_plan(world: World, choose: Choices) -> Arguments:
    case = world.case(choose)
    if case is None:
        return None
    known = OwnPlan.objects.filter(case=case).values_list("version", flat=True).first() or 0
    given = own_plan.PlanGiven(
        kind=choose.one(list(OwnPlan.Kind)), received_date=choose.usually(world.today, world.day(choose)),
        words=choose.words(), was_read=choose.chance(50), seen=choose.usually(known, known + 1),
    )  # fmt: skip
    return {"case": case, "given": given, "by": world.worker(choose, case)}


@move(meldcode.open_meldcode)
def open_meldcode(world: World, choose: Choices) -> Arguments:
    case = world.case(choose)
    return case and {"case": case, "by": world.worker(choose, case)}


def _meldcode(choose: Choices, likely: Q) -> Meldcode | None:
    return choose.row(Meldcode.objects.select_related("case__resident", "case__team"), likely)


@move(meldcode.note, often=2)
def note_meldcode(world: World, choose: Choices) -> Arguments:
    row = _meldcode(choose, ~Q(state="settled"))
    kind = choose.one(list(EntryKind))
    danger = choose.one(list(Danger)) if kind == EntryKind.WEIGHING else None
    done = meldcode.Done(kind=kind, at=world.now, text=choose.words(), danger=danger)
    return row and {"meldcode": row, "done": done, "by": world.worker(choose, row.case)}


@move(meldcode.decide)
def decide_meldcode(world: World, choose: Choices) -> Arguments:
    row = _meldcode(choose, Q(state="deciding"))
    decision = meldcode.Decision(
        choice=choose.one(list(MeldcodeDecision)), at=world.now, reason=choose.words(), told=choose.words()
    )
    return row and {"meldcode": row, "decision": decision, "by": world.worker(choose, row.case)}
