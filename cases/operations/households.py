"""Who lives together: people come, change and leave; each for a period."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import living
from cases.enums import AuthoritySource, HouseholdRole
from cases.models import Household, HouseholdMember, Resident
from cases.operations.authority import note_authority
from cases.operations.residents import add_resident
from cases.permissions.people import check_keeps_file, may_know
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.audit.changes import check_seen
from sociaal.core.editing import Marks
from sociaal.core.errors import NotFound, Refused


@transaction.atomic
def add_member(
    *,
    beside: Resident,
    member: Resident,
    role: str,
    since: date,
    by: User,
    now: datetime,
    household: Household | None = None,
    own_role: str = HouseholdRole.ADULT,
    other_home: bool = False,
) -> HouseholdMember:
    """`member` lives with `beside` from `since` on. Without a household of `beside` one begins, in which
    `beside` is `own_role`.

    Raises NotPermitted, NotFound for a member this user may not know of, Refused for who lives there already,
    has a main home elsewhere, or had died by then.
    """
    check_keeps_file(by, beside, now)
    if not may_know(by, member, now):
        raise NotFound
    if member.pk == beside.pk:
        raise Refused(_("This is the resident themselves."))
    if since > timezone.localdate(now):
        raise Refused(_("This day is still to come."), field="since")
    for one in (beside, member):
        living.check_alive(one.died_on, _("One of them had died by then."), on=since, field="since")
    home = household or home_of(beside, now) or _new_home(beside, own_role, since, by=by, now=now)
    _check_home_of(home, beside)
    row = _move_in(home, member, role, since, other_home)
    log.wrote("add_member", by=by, now=now, about=row, residents=[beside.pk, member.pk], role=role)
    return row


@transaction.atomic
def add_newcomer(
    *,
    beside: Resident,
    names: dict[str, Any],
    role: str,
    since: date,
    by: User,
    now: datetime,
    household: Household | None = None,
    own_role: str = HouseholdRole.ADULT,
    other_home: bool = False,
    authority: Iterable[Resident] = (),
) -> HouseholdMember:
    """Somebody we do not know yet lives with `beside`; also a child that was born. `authority`: who has it
    over this child, as told.
    """
    check_keeps_file(by, beside, now)
    newcomer = add_resident(by=by, now=now, **names, **_shared_address(beside, other_home))
    row = add_member(
        beside=beside, member=newcomer, role=role, since=since, household=household, own_role=own_role,
        other_home=other_home, by=by, now=now,
    )  # fmt: skip
    for holder in authority:
        note_authority(
            child=newcomer, beside=beside, holder=holder, since=newcomer.birth_date or since,
            source=AuthoritySource.TOLD, by=by, now=now,
        )  # fmt: skip
    return row


@transaction.atomic
def change_member(
    *,
    member: HouseholdMember,
    beside: Resident,
    role: str,
    other_home: bool,
    by: User,
    now: datetime,
    seen: Marks | None = None,
) -> HouseholdMember:
    """Another role, or a main home that becomes the other one. Raises Conflict when changed since `seen`."""
    member = _lock(member, beside, by, now)
    check_seen(member, ("role", "other_home"), seen)
    member.role, member.other_home = role, other_home
    with _held(_("They have their main home elsewhere in this period."), "other_home"):
        member.save(update_fields=["role", "other_home"])
    residents = [beside.pk, member.resident_id]
    log.wrote("change_member", by=by, now=now, about=member, residents=residents, role=role)
    return member


@transaction.atomic
def end_member(
    *,
    member: HouseholdMember,
    beside: Resident,
    until: date | None,
    by: User,
    now: datetime,
    seen: Marks | None = None,
) -> None:
    """They live here no more from `until` on; None: they never did, and it was noted by mistake. Raises
    Conflict when another day was noted since `seen`.
    """
    member = _lock(member, beside, by, now)
    check_seen(member, (), seen, until=member.during.upper)
    residents = [beside.pk, member.resident_id]
    if until is None:
        log.wrote("remove_member", by=by, now=now, about=member, residents=residents)
        member.delete()
        return
    if until <= member.during.lower:
        raise Refused(_("They moved in on or after that day."), field="until")
    if until > timezone.localdate(now):
        raise Refused(_("This day is still to come."), field="until")
    member.during = DateRange(member.during.lower, until)
    with _held(_("This period is there already."), "until"):
        member.save(update_fields=["during"])
    log.wrote("end_member", by=by, now=now, about=member, residents=residents)


@transaction.atomic
def change_household(
    *,
    household: Household,
    beside: Resident,
    name: str,
    contact_differs_because: str,
    by: User,
    now: datetime,
    seen: Marks | None = None,
) -> Household:
    """Its name, and why members have different contact persons; by default they share one. Raises Conflict
    when it changed since `seen`.
    """
    check_keeps_file(by, beside, now)
    _check_home_of(household, beside)
    household = Household.objects.select_for_update(no_key=True).get(pk=household.pk)
    check_seen(household, ("name", "contact_differs_because"), seen)
    household.name = name.strip()
    household.contact_differs_because = contact_differs_because.strip()
    household.save()
    log.wrote("change_household", by=by, now=now, about=household, residents=[beside.pk])
    return household


def leave_homes(resident: Resident, day: date) -> list[int]:
    """Who died on this day lives nowhere from then on; gives the keys of the memberships that end with it.
    The caller has locked and checked, and logs it.
    """
    rows = list(HouseholdMember.objects.filter(resident=resident, during__upper_inf=True).order_by("pk"))
    for row in rows:
        first = row.during.lower
        row.during = DateRange(first, max(day, first + timedelta(days=1)))
        row.save(update_fields=["during"])
    return [row.pk for row in rows]


def come_home(resident: Resident, keys: Iterable[int]) -> None:
    """The way back of `leave_homes`. Raises Refused when they were noted somewhere else meanwhile."""
    with _held(_("They were noted in another household since. Correct that first."), "reason"):
        for row in HouseholdMember.objects.filter(resident=resident, pk__in=list(keys)).order_by("pk"):
            row.during = DateRange(row.during.lower, None)
            row.save(update_fields=["during"])


def home_of(resident: Resident, now: datetime) -> Household | None:
    """The household of this resident's main home today; else of another home."""
    rows = HouseholdMember.objects.filter(resident=resident, during__contains=timezone.localdate(now))
    row = rows.select_related("household").order_by("other_home", "pk").first()
    return row.household if row else None


def _shared_address(beside: Resident, other_home: bool) -> dict[str, str]:
    """Who lives with them has their address. Not a confidential one: a file that is nobody's yet could not be
    marked so, or nobody would find it again.
    """
    if other_home or beside.confidential_address:
        return {}
    return {name: getattr(beside, name) for name in ("street", "house_number", "postcode", "neighbourhood")}


def _new_home(beside: Resident, role: str, since: date, *, by: User, now: datetime) -> Household:
    last = f"{beside.prefix} {beside.last_name}".strip()
    home = Household.objects.create(name=_("Household %(name)s") % {"name": last[:1].upper() + last[1:]})
    row = HouseholdMember.objects.create(
        household=home, resident=beside, role=role, during=DateRange(since, None)
    )
    log.wrote("add_household", by=by, now=now, about=row, residents=[beside.pk])
    return home


def _move_in(home: Household, member: Resident, role: str, since: date, other_home: bool) -> HouseholdMember:
    message = _("They live here already, or have their main home elsewhere. Is this their other home?")
    with _held(message, "other_home"):
        return HouseholdMember.objects.create(
            household=home, resident=member, role=role, other_home=other_home, during=DateRange(since, None)
        )


def _check_home_of(household: Household, resident: Resident) -> None:
    """Raises NotFound for a household of others: who reads one file does not change another's home."""
    if not household.members.filter(resident=resident).exists():
        raise NotFound


def _lock(member: HouseholdMember, beside: Resident, by: User, now: datetime) -> HouseholdMember:
    check_keeps_file(by, beside, now)
    rows = HouseholdMember.objects.select_for_update(of=("self",)).select_related("household", "resident")
    row = rows.filter(pk=member.pk).first()
    if row is None or not may_know(by, row.resident, now):
        raise NotFound
    _check_home_of(row.household, beside)
    return row


@contextmanager
def _held(message: str, field: str) -> Iterator[None]:
    """What the database refuses, said to a person; at once, where it would wait for the end."""
    try:
        with transaction.atomic():
            yield
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS household_member_once, one_main_home IMMEDIATE")
    except IntegrityError:
        raise Refused(message, field=field) from None
