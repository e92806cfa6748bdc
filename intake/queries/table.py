"""Who can sit at the table of a conversation: the people around the resident whom this user may know."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.enums import HouseholdRole, PartyRole
from cases.models import Case, CaseParty, HouseholdMember, NetworkMember
from cases.permissions import findable_residents
from intake.models import Conversation, TablePerson
from intake.models.together import KNOWN
from intake.seats import Seat
from sociaal.accounts.models import User
from sociaal.core.registry import registry


def seats_around(case: Case, user: User, now: datetime) -> list[Seat]:
    """The resident, the household, others whom the case concerns, the network, professionals who take part.

    A person whom `user` may not find is left out. Each once, the resident first.
    """
    found = [
        Seat("resident", case.resident_id, case.resident.full_name, _("resident")),
        *_household(case, user, now),
        *_parties(case, user, now),
        *_network(case),
        *(Seat("professional", *one) for around in registry.professionals_around for one in around(case)),
    ]
    return list({one.field: one for one in reversed(found)}.values())[::-1]


def _household(case: Case, user: User, now: datetime) -> list[Seat]:
    today = timezone.localdate(now)
    homes = HouseholdMember.objects.filter(resident=case.resident_id, during__contains=today)
    members = HouseholdMember.objects.filter(household__in=homes.values("household"), during__contains=today)
    findable = members.filter(resident__in=findable_residents(user, now)).exclude(resident=case.resident_id)
    return [
        Seat("resident", row.resident_id, row.resident.full_name, str(HouseholdRole(row.role).label))
        for row in findable.select_related("resident").order_by("pk")
    ]


def _parties(case: Case, user: User, now: datetime) -> list[Seat]:
    rows = CaseParty.objects.filter(case=case, during__contains=timezone.localdate(now))
    rows = rows.filter(resident__in=findable_residents(user, now)).exclude(resident=case.resident_id)
    return [
        Seat("resident", row.resident_id, row.resident.full_name, str(PartyRole(row.role).label))
        for row in rows.select_related("resident").order_by("pk")
    ]


def _network(case: Case) -> list[Seat]:
    rows = NetworkMember.objects.filter(resident=case.resident_id).order_by("pk")
    return [Seat("network_member", row.pk, row.name, row.relation) for row in rows]


def seat_of(row: TablePerson) -> Seat:
    """Where somebody sat. Who was taken out of the network since has no key (0), and keeps their name."""
    for known in KNOWN:
        if key := getattr(row, f"{known}_id"):
            return Seat(known, key, row.name, row.role)
    return Seat("network_member", 0, row.name, row.role)


def people_at(conversation: Conversation, user: User, now: datetime) -> list[TablePerson]:
    """Who sat there, as far as this reader may know them: of others it says that they are a housemate."""
    rows = list(TablePerson.objects.filter(conversation=conversation))
    others = {key for row in rows if (key := row.resident_id)} - {conversation.case.resident_id}
    known: set[int] = set()
    if others:
        known.update(findable_residents(user, now).filter(pk__in=others).values_list("pk", flat=True))
    for row in rows:
        if row.resident_id in others and row.resident_id not in known:
            row.name = _("a housemate")
    return rows


def residents_among(people: Iterable[TablePerson]) -> list[int]:
    """The keys of the residents among them, for the log."""
    return [row.resident_id for row in people if row.resident_id]


def chairs_twice(rows: QuerySet[TablePerson], kept: int) -> QuerySet[TablePerson]:
    """For merging residents: the chairs at tables where the kept one sat as well."""
    sat = TablePerson.objects.filter(resident=kept).values("conversation")
    return rows.filter(conversation__in=sat)
