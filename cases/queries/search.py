"""One box finds a resident: by name (also misspelt), BSN, birth date, case number, phone or address.

What was typed is read in each way it can be read; a number is never compared loosely. Only residents whom
this user may find come out, and of those no more than what `Sight.LOCATE` allows (`design.md`, who may
see what).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection, transaction
from django.db.models import F, FloatField, Q, QuerySet, Value
from django.urls import reverse

from cases.models import ContactTerm, Resident
from cases.permissions import findable_residents, readable_residents
from cases.queries.search_term import SearchTerm, read_term
from sociaal.accounts.models import User
from sociaal.core.crypto import keyed_hash

AT_MOST = 20
SHOWN = ("pk", "first_names", "initials", "prefix", "last_name", "birth_date")
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
    residents = findable_residents(user, now)
    rows = _ranked(residents, term)
    if not rows and term.name:
        rows = _ranked(residents, SearchTerm(street=" ".join(text.split()))) or _looser(residents, term)
    return as_found(user, rows, now)


def located(user: User, pk: int, now: datetime) -> FoundResident | None:
    """One resident as search would show them; None for whom this user may not find."""
    return next(iter(as_found(user, findable_residents(user, now).filter(pk=pk).values(*SHOWN), now)), None)


def _ranked(residents: QuerySet[Resident], term: SearchTerm) -> list[dict[str, Any]]:
    found = residents.filter(_exact(term)) if term.is_exact else residents
    likeness: Any = Value(1.0, output_field=FloatField())
    if term.name:
        found = found.filter(search_name__trigram_word_similar=term.name)
        likeness = TrigramWordSimilarity(term.name, "search_name")
    ordered = found.annotate(likeness=likeness).order_by("-likeness", "search_name", "birth_date", "pk")
    return list(ordered.values(*SHOWN)[:AT_MOST])


@transaction.atomic
def _looser(residents: QuerySet[Resident], term: SearchTerm) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [str(LOOSER)])
    return _ranked(residents, term)


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


def as_found(user: User, rows: Iterable[dict[str, Any]], now: datetime) -> list[FoundResident]:
    """These rows (with `SHOWN`) with contact person, and the address of a file this user reads.

    Two queries.
    """
    rows = list({row["pk"]: row for row in rows}.values())
    keys = [row["pk"] for row in rows]
    if not keys:
        return []
    known = _contact_persons(keys, now)
    readable = set(readable_residents(user, now).filter(pk__in=keys).values_list("pk", flat=True))
    return [_found(row, known.get(row["pk"]), user, row["pk"] in readable) for row in rows]


def _found(row: dict[str, Any], term: dict[str, Any] | None, user: User, readable: bool) -> FoundResident:
    name = Resident.name_of(row["first_names"], row["initials"], row["prefix"], row["last_name"])
    term = term or {"user_id": None, "name": "", "team": ""}
    url = reverse("resident", args=[row["pk"]]) if readable else ""
    mine = term["user_id"] == user.pk
    return FoundResident(
        row["pk"], name, row["birth_date"], term["name"], term["user_id"], term["team"] or "", mine, url
    )


def _contact_persons(keys: list[int], now: datetime) -> dict[int, dict[str, Any]]:
    terms = ContactTerm.objects.filter(resident__in=keys, during__contains=now)
    rows: Any = terms.values("resident_id", "user_id", name=F("user__name"), team=F("user__team__name"))
    return {row["resident_id"]: row for row in rows}
