"""The contact person: handover asked, answered, taken back; deputies; the leaver's desk; quiet terms."""

from datetime import timedelta

from django.db.models import Q

from cases.enums import HandoverReason
from cases.models import ContactTerm, Handover, Resident
from cases.operations import contact_person
from cases.operations.handover_told import note_told
from cases.operations.leaver import Ask, ask_handovers
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role
from tests.properties.choosing import Choices
from tests.properties.moves import Arguments, move
from tests.properties.world import World


def _manager_of(user: User | None) -> User | None:
    team = user.team_id if user else None
    return User.objects.filter(roles__contains=[Role.MANAGER], team=team).select_related("team").first()


def _resident_with_person(choose: Choices) -> Resident:
    open_terms = ContactTerm.objects.filter(during__upper_inf=True)
    return choose.row(Resident.objects.all(), Q(pk__in=open_terms.values("resident")))


@move(contact_person.request_handover, often=4)
def request_handover(world: World, choose: Choices) -> Arguments:
    resident = _resident_with_person(choose)
    person = world.contact_person(resident)
    return {
        "resident": resident, "to": world.caseworker(choose),
        "reason": choose.usually(choose.one(list(HandoverReason)), "te druk"),
        "explanation": choose.words(), "told_resident": choose.words(),
        "answer_by": choose.usually(None, world.today + timedelta(days=5), world.today - timedelta(days=1)),
        "warm_transfer_at": choose.one([None, world.now + timedelta(days=2)]),
        "from_user": choose.usually(None, person, world.caseworker(choose)),
        "by": world.anybody(choose, person, person, _manager_of(person)),
    }  # fmt: skip


def _handover(choose: Choices) -> Handover | None:
    rows = Handover.objects.select_related("resident", "to_user__team", "asked_by__team")
    return choose.row(rows, Q(state="asked"))


@move(contact_person.accept_handover, often=4)
def accept_handover(world: World, choose: Choices) -> Arguments:
    row = _handover(choose)
    return row and {"handover": row, "by": world.anybody(choose, row.to_user)}


@move(contact_person.refuse_handover)
def refuse_handover(world: World, choose: Choices) -> Arguments:
    row = _handover(choose)
    return row and {
        "handover": row, "refusal": choose.words(), "by": world.anybody(choose, row.to_user)
    }  # fmt: skip


@move(contact_person.cancel_handover)
def cancel_handover(world: World, choose: Choices) -> Arguments:
    row = _handover(choose)
    return row and {"handover": row, "by": world.anybody(choose, row.asked_by)}


@move(note_told, quiet=True)
def tell_who_it_is(world: World, choose: Choices) -> Arguments:
    rows = Handover.objects.select_related("resident", "to_user__team", "asked_by__team")
    row = choose.row(rows, Q(state="accepted"))
    return row and {"handover": row, "by": world.anybody(choose, world.contact_person(row.resident))}


@move(contact_person.set_deputy)
def set_deputy(world: World, choose: Choices) -> Arguments:
    absent = world.caseworker(choose)
    deputy = choose.row(User.objects.select_related("team"), Q(team=absent.team_id, is_active=True))
    start = world.now + timedelta(days=choose.random.randint(-1, 3))
    end = start + timedelta(days=choose.usually(choose.random.randint(1, 9), 0, -4))
    return {
        "absent": absent, "deputy": deputy, "start": start, "end": end,
        "by": world.anybody(choose, absent, _manager_of(absent)),
    }  # fmt: skip


@move(ask_handovers, often=2, quiet=True)
def ask_at_the_desk(world: World, choose: Choices) -> Arguments:
    leaver = world.caseworker(choose)
    terms = ContactTerm.objects.filter(user=leaver, during__upper_inf=True).order_by("pk")
    asks = [
        Ask(key, world.caseworker(choose), choose.words(), choose.words())
        for key in terms.values_list("resident", flat=True)
        if choose.chance(90)
    ]
    return {"leaver": leaver, "asks": asks, "by": world.anybody(choose, _manager_of(leaver), leaver)}


@move(contact_person.end_quiet_terms, quiet=True)
def end_quiet_terms(world: World, choose: Choices) -> Arguments:
    return {}
