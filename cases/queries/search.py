"""One box finds a resident: by name (also misspelt), BSN, birth date, case number, phone or address.

What was typed is read in each way it can be read; a number is never compared loosely. Only residents whom
this user may find come out, and of those no more than what `Sight.LOCATE` allows (`design.md`, who may
see what).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Q
from django.urls import reverse

from cases.models import Resident
from cases.permissions import findable_residents
from cases.queries import search_rows
from cases.queries.search_rows import AT_MOST, SHOWN
from cases.queries.search_term import SearchTerm, read_term
from sociaal.accounts.models import User
from sociaal.core.crypto import keyed_hash

LOOSER = 0.3
"""Word similarity at which a misspelt name still counts, tried only when the usual 0.6 finds nobody: at a
million residents the looser comparison takes some 0.4 seconds, the usual one a tenth of that."""


@dataclass(frozen=True)
class FoundResident:
    """What who answers the phone may know: who it is and who their contact person is.

    `url`: the file, or "".
    """

    pk: int
    name: str
    birth_date: date | None
    contact_person: str
    contact_person_id: int | None
    team: str
    is_mine: bool
    url: str


def find_residents(user: User, text: str, now: datetime) -> list[FoundResident]:
    """At most `AT_MOST` residents whom this user may find, best first.

    Three queries; two more for a misspelling.
    """
    term = read_term(text)
    if term.is_empty:
        return []
    if term.is_exact:
        return as_found(user, _exactly(user, term, now), now)
    rows = _by_name(user, term, now) or _exactly(user, SearchTerm(street=" ".join(text.split())), now)
    return as_found(user, rows or _looser(user, term, now), now)


def located(user: User, pk: int, now: datetime) -> FoundResident | None:
    """One resident as search would show them; None for whom this user may not find."""
    rows = findable_residents(user, now).filter(pk=pk).values_list(*SHOWN, named=True)
    return next(iter(as_found(user, rows, now)), None)


def _by_name(user: User, term: SearchTerm, now: datetime) -> list[Any]:
    ask = search_rows.by_name(search_rows.shape_of(user))
    return ask(user=user.pk, team=user.team_id, now=now, name=term.name)


def _exactly(user: User, term: SearchTerm, now: datetime) -> list[Any]:
    """Who fits a number, date or address; and the name beside it, where there is one."""
    found = findable_residents(user, now).filter(_exact(term))
    if term.name:
        found = found.filter(search_name__trigram_word_similar=term.name)
    return list(found.order_by("search_name", "birth_date", "pk").values_list(*SHOWN, named=True)[:AT_MOST])


@transaction.atomic
def _looser(user: User, term: SearchTerm, now: datetime) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [str(LOOSER)])
    return _by_name(user, term, now)


def _exact(term: SearchTerm) -> Q:
    """Every reading that is a number or date; within a reading all parts must fit."""
    condition = Q()
    if term.bsn:
        condition |= Q(bsn_hash=keyed_hash(term.bsn))
    if term.birth_date:
        condition |= Q(birth_date=term.birth_date)
    if term.case_number:
        condition |= Q(cases__number=term.case_number)
    if term.phones:
        condition |= Q(phone__in=term.phones)
    if term.postcodes:
        condition |= Q(postcode__in=term.postcodes) & _at(term)
    if term.street:
        condition |= Q(street__istartswith=term.street) & _at(term)
    return condition


def _at(term: SearchTerm) -> Q:
    return Q(house_number__iexact=term.house_number) if term.house_number else Q()


def as_found(user: User, rows: Iterable[Any], now: datetime) -> list[FoundResident]:
    """These rows (with `SHOWN`) with contact person, and the address of a file this user reads.

    Two queries.
    """
    by_key = {row.pk: row for row in rows}
    if not by_key:
        return []
    keys = list(by_key)
    terms = {row.resident_id: row for row in search_rows.CONTACT_PERSONS(residents=keys, now=now)}
    ask = search_rows.readable(search_rows.shape_of(user))
    readable = {row.pk for row in ask(user=user.pk, team=user.team_id, now=now, residents=keys)}
    return [_found(row, terms.get(key), user, key in readable) for key, row in by_key.items()]


def _found(row: Any, term: Any, user: User, readable: bool) -> FoundResident:
    return FoundResident(
        pk=row.pk,
        name=Resident.name_of(row.first_names, row.initials, row.prefix, row.last_name),
        birth_date=row.birth_date,
        contact_person=term.name if term else "",
        contact_person_id=term.user_id if term else None,
        team=(term.team or "") if term else "",
        is_mine=bool(term and term.user_id == user.pk),
        url=reverse("resident", args=[row.pk]) if readable else "",
    )
