"""Who is around a resident and what they can do."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cases.models import NetworkMember, Resident
from cases.permissions.people import check_keeps_file
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.audit.changes import check_seen
from sociaal.core.editing import Marks
from sociaal.core.errors import NotFound, Refused


@transaction.atomic
def add_network_member(
    *,
    resident: Resident,
    by: User,
    now: datetime,
    name: str,
    relation: str,
    can_do: str = "",
    phone: str = "",
) -> NetworkMember:
    """Note somebody who is there for this resident."""
    check_keeps_file(by, resident, now)
    same = NetworkMember.objects.filter(resident=resident, name__iexact=name, relation__iexact=relation)
    if same.exists():
        raise Refused(_("This person is noted already."), field="name")
    row = NetworkMember.objects.create(
        resident=resident, name=name, relation=relation, can_do=can_do, phone=phone
    )
    log.wrote("add_network_member", by=by, now=now, about=row, residents=[resident.pk])
    return row


@transaction.atomic
def change_network_member(
    *,
    member: NetworkMember,
    by: User,
    now: datetime,
    name: str,
    relation: str,
    can_do: str,
    phone: str,
    seen: Marks | None = None,
) -> NetworkMember:
    """What they can do, or how to reach them, has changed. Raises Conflict when it changed since `seen`."""
    row = _lock(member, by, now)
    check_seen(row, ("name", "relation", "can_do", "phone"), seen)
    row.name, row.relation, row.can_do, row.phone = name, relation, can_do, phone
    row.save()
    log.wrote("change_network_member", by=by, now=now, about=row, residents=[row.resident_id])
    return row


@transaction.atomic
def remove_network_member(*, member: NetworkMember, by: User, now: datetime) -> None:
    """They are not there for this resident any more."""
    row = _lock(member, by, now)
    log.wrote("remove_network_member", by=by, now=now, about=row, residents=[row.resident_id])
    row.delete()


def _lock(member: NetworkMember, by: User, now: datetime) -> NetworkMember:
    rows = NetworkMember.objects.select_for_update(of=("self",)).select_related("resident")
    row = rows.filter(pk=member.pk).first()
    if row is None:
        raise NotFound
    check_keeps_file(by, row.resident, now)
    return row
