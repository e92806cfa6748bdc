"""Who may be the same person: as somebody about to be added, or as a resident who was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from cases.models import Resident
from cases.permissions.merging import check_merges
from cases.queries.doubles import probable_doubles
from cases.queries.search import FoundResident, find_residents
from intake.comparing import Line, Person, compare, may_be_one
from sociaal.accounts.models import User
from sociaal.core.errors import NotFound, NotPermitted

AT_MOST = 5
COMPARED = ("first_names", "initials", "prefix", "last_name", "birth_name", "birth_date")
PLACE = ("street", "house_number", "postcode")


@dataclass(frozen=True)
class Lookalike:
    """Somebody known beside whom they may be. `merge_url`: for who may make one of both records."""

    found: FoundResident
    lines: Sequence[Line]
    merge_url: str = ""


def of_newcomer(newcomer: Mapping[str, Any], user: User, now: datetime) -> list[Lookalike]:
    """Whom somebody about to be added may well be; only residents whom this user may find.

    By birth date or address, and by name and birth year as search hears them: so that a day and month that
    were swapped are met too. Some ten queries.
    """
    mine = Person.of(newcomer)
    born = newcomer.get("birth_date")
    term = f"{mine.name} {born.year if born else ''}".strip()
    known = [*probable_doubles(user, newcomer, now), *find_residents(user, term, now)]
    found = {one.pk: one for one in known if may_be_one(mine, _person(one))}
    return [Lookalike(one, compare(mine, _person(one))) for one in list(found.values())[:AT_MOST]]


def of_resident(resident: Resident, user: User, now: datetime, *, reads: bool) -> list[Lookalike]:
    """Who else may be this resident: the same person twice. `reads`: whether the user reads the file.

    Three queries; for who is found one more, and those of the permission to merge.
    """
    place = PLACE if reads and not resident.confidential_address else ()
    given = {name: getattr(resident, name) for name in (*COMPARED, *place)}
    mine = Person(resident.full_name, resident.birth_date, resident.address if place else "")
    others = [one for one in probable_doubles(user, given, now) if one.pk != resident.pk]
    alike = [one for one in others if may_be_one(mine, _person(one))]
    links = _merge_links(resident, alike, user, now)
    return [Lookalike(one, compare(mine, _person(one)), links.get(one.pk, "")) for one in alike]


def _person(one: FoundResident) -> Person:
    return Person(one.name, one.birth_date, one.address)


def _merge_links(
    kept: Resident, others: Sequence[FoundResident], user: User, now: datetime
) -> dict[int, str]:
    links: dict[int, str] = {}
    if not others:
        return links
    for other in Resident.objects.filter(pk__in=[one.pk for one in others]).order_by("pk").defer("bsn"):
        try:
            check_merges(user, kept, other, now)
        except (NotFound, NotPermitted):
            continue
        links[other.pk] = f"{reverse('resident_merge', args=[kept.pk])}?other={other.pk}"
    return links
