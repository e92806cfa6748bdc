"""Who lives with a resident, who has authority and who helps: each person by the rights of the reader."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from cases import living
from cases.enums import HouseholdRole
from cases.models import ContactTerm, Household, HouseholdMember, NetworkMember, ParentalAuthority, Resident
from cases.permissions import Access
from cases.permissions.people import SeenPerson, keeps_file, seen_people
from cases.queries.identity import age
from sociaal.accounts.models import User


@dataclass(frozen=True)
class MemberLine:
    """Somebody in a household. Of who is not known to the reader neither role nor dates are shown."""

    pk: int
    person: SeenPerson
    role: str
    about: str
    since: date | None
    until: date | None
    other_home: bool
    is_self: bool

    @property
    def may_change(self) -> bool:
        return self.person.is_known


@dataclass(frozen=True)
class HomeView:
    """One household: who lives there now and who did. `contact_persons`: of whom the reader may know."""

    household: Household
    lives_here: bool
    is_other: bool
    members: Sequence[MemberLine]
    earlier: Sequence[MemberLine]
    contact_persons: Sequence[str]

    @property
    def differs(self) -> bool:
        """Members have different contact persons, and nobody wrote down why."""
        return len(self.contact_persons) > 1 and not self.household.contact_differs_because


@dataclass(frozen=True)
class AuthorityLine:
    """Who has authority over whom. `holder` is None for somebody whom we know by name only."""

    pk: int
    child: SeenPerson
    holder: SeenPerson | None
    holder_name: str
    kind: str
    source: str
    seen_date: date | None
    since: date
    until: date | None
    is_told: bool


@dataclass(frozen=True)
class HouseholdPage:
    """All about the people around one resident. `residents`: keys of whom the page shows."""

    resident: Resident
    homes: Sequence[HomeView]
    authority: Sequence[AuthorityLine]
    network: Sequence[NetworkMember]
    may_change: bool
    residents: Sequence[int] = field(default_factory=list)


def household_page(resident: Resident, access: Access, user: User, now: datetime) -> HouseholdPage:
    """The page of a resident whose file this user reads. Some seven queries."""
    today = timezone.localdate(now)
    rows = _memberships(resident)
    authority = _authority(resident, rows, today)
    named = {row.resident_id: row.resident for row in rows} | {resident.pk: resident}
    for one in authority:
        named |= {person.pk: person for person in (one.child, one.holder) if person is not None}
    seen = seen_people(user, named.values(), now)
    terms = _contact_persons([pk for pk, person in seen.items() if person.is_known], now)
    homes = [
        _home(household, of_it, resident, seen, terms, now) for household, of_it in _by_home(rows, resident)
    ]
    return HouseholdPage(
        resident=resident,
        homes=homes,
        authority=[_authority_line(one, seen) for one in authority if _tells(one, resident, seen)],
        network=list(NetworkMember.objects.filter(resident=resident)),
        may_change=keeps_file(user, access),
        residents=[pk for pk, person in seen.items() if person.is_known],
    )


def _memberships(resident: Resident) -> list[HouseholdMember]:
    """Of the households this resident is or was in, who lived there at the same time.

    Who came after they left is none of the business of who reads their file; nor who was there before.
    """
    own = HouseholdMember.objects.filter(
        resident=resident, household=OuterRef("household"), during__overlap=OuterRef("during")
    )
    rows = HouseholdMember.objects.filter(Exists(own)).select_related("household", "resident")
    return list(rows.order_by("during", "pk"))


def _by_home(
    rows: Sequence[HouseholdMember], resident: Resident
) -> list[tuple[HouseholdMember, list[HouseholdMember]]]:
    """The resident's own latest membership of each household, with everybody's; present and main first."""
    latest = {row.household_id: row for row in rows if row.resident_id == resident.pk}
    order = sorted(latest.values(), key=lambda row: (row.during.upper is not None, row.other_home, row.pk))
    return [(own, [row for row in rows if row.household_id == own.household_id]) for own in order]


def _home(
    own: HouseholdMember,
    rows: Sequence[HouseholdMember],
    resident: Resident,
    seen: Mapping[int, SeenPerson],
    terms: Mapping[int, str],
    now: datetime,
) -> HomeView:
    today = timezone.localdate(now)
    lives_here = today in own.during
    present = [row for row in rows if lives_here and today in row.during]
    people = {terms[row.resident_id] for row in present if row.resident_id in terms}
    return HomeView(
        household=own.household,
        lives_here=lives_here,
        is_other=own.other_home,
        members=[_line(row, resident, seen, now) for row in present],
        earlier=[_line(row, resident, seen, now) for row in rows if row not in present],
        contact_persons=sorted(people),
    )


def _line(
    row: HouseholdMember, resident: Resident, seen: Mapping[int, SeenPerson], now: datetime
) -> MemberLine:
    person = seen[row.resident_id]
    known = person.is_known
    return MemberLine(
        pk=row.pk,
        person=person,
        role=str(row.get_role_display()) if known else "",
        about=age(row.resident, now) if known else "",
        since=row.during.lower if known else None,
        until=row.during.upper if known else None,
        other_home=row.other_home and known,
        is_self=row.resident_id == resident.pk,
    )


def _contact_persons(residents: Iterable[int], now: datetime) -> dict[int, str]:
    terms = ContactTerm.objects.filter(resident__in=list(residents), during__contains=now)
    return dict(terms.order_by("pk").values_list("resident_id", "user__name"))


def _authority(resident: Resident, rows: Sequence[HouseholdMember], today: date) -> list[ParentalAuthority]:
    """Over or of the resident and who lives with them now."""
    here = {row.household_id for row in rows if row.resident_id == resident.pk and today in row.during}
    with_them = {row.resident_id for row in rows if row.household_id in here and today in row.during}
    keys = with_them | {resident.pk}
    found = ParentalAuthority.objects.filter(Q(child__in=keys) | Q(holder__in=keys))
    return list(found.select_related("child", "holder").order_by("child", "pk"))


def _tells(one: ParentalAuthority, resident: Resident, seen: Mapping[int, SeenPerson]) -> bool:
    """It is about the resident, or about a child whose file the reader reads."""
    return resident.pk in (one.child_id, one.holder_id) or seen[one.child_id].is_read


def _authority_line(one: ParentalAuthority, seen: Mapping[int, SeenPerson]) -> AuthorityLine:
    return AuthorityLine(
        pk=one.pk,
        child=seen[one.child_id],
        holder=seen[one.holder_id] if one.holder_id else None,
        holder_name=one.holder_name,
        kind=str(one.get_kind_display()),
        source=str(one.get_source_display()),
        seen_date=one.seen_date,
        since=one.during.lower,
        until=one.during.upper,
        is_told=one.source == "told",
    )


@dataclass(frozen=True)
class Housemate:
    """Somebody who lives with a resident, beside their role; of who is not known to the reader no role."""

    person: SeenPerson
    role: str


def housemates(user: User, resident: int, rows: Sequence[Any], now: datetime) -> list[Housemate]:
    """Of the rows of a household (`case_rows.HOUSEHOLD`) all but the resident, as this user may see them. One
    query; none for who lives alone.
    """
    names = (
        *("first_names", "initials", "prefix", "last_name"),
        *("confidential_address", "restricted", "died_on"),
    )
    others = {row.resident_id: row for row in rows if row.resident_id != resident}
    people = [Resident(pk=pk, **{name: getattr(row, name) for name in names}) for pk, row in others.items()]
    seen = seen_people(user, people, now)
    roles = {pk: str(HouseholdRole(row.role).label) for pk, row in others.items()}
    return [Housemate(person, roles[pk] if person.is_known else "") for pk, person in seen.items()]


def living_with(resident: Resident, now: datetime) -> list[Resident]:
    """Everybody else of the households this resident lives in today; whoever may see them. Of who died those
    of the home they left.
    """
    today = timezone.localdate(now)
    lived = living.last_day(resident.died_on, today)
    homes = HouseholdMember.objects.filter(resident=resident, during__contains=lived).values("household")
    rows = HouseholdMember.objects.filter(household__in=homes, during__contains=today)
    others = rows.exclude(resident=resident).select_related("resident").order_by("pk")
    return list({row.resident_id: row.resident for row in others}.values())
