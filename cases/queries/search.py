"""One box finds a resident: by name (also misspelt), birth date or year, BSN, case number, phone or address.

What was typed is read in each way it can be read, the strictest first (`search_readings`); those who may fit
are laid beside the words (`search_ranking`). Only residents whom this user may find come out, and of those no
more than what `Sight.LOCATE` allows (`design.md`, who may see what). Why so: `docs/decisions/0011`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import Resident
from cases.permissions import findable_residents
from cases.queries import search_rows
from cases.queries.search_ranking import Fit, Ranking
from cases.queries.search_readings import Reading, readings
from cases.queries.search_rows import AT_MOST, SHOWN
from cases.queries.search_term import SearchTerm, read_term
from sociaal.accounts.models import User
from sociaal.core.crypto import keyed_hash
from sociaal.core.templatetags.ui import died

FARTHER = 1.0
"""Who costs so much more than the best is not shown: beside Van den Berg no Bert."""


@dataclass(frozen=True)
class FoundResident:
    """What who answers the phone may know: who it is and who their contact person is.

    `url`: the file, or "". `address`: only of a file that this user reads, and never a confidential one.
    `other_name`: the maiden or earlier name by which they were found, when not by their present name.
    `died`: that they have died, in words; when, only of a file that this user reads.
    `is_close`: whether all that was typed fits, but for one slip; others are shown only for want of these.
    """

    pk: int
    name: str
    birth_date: date | None
    contact_person: str
    contact_person_id: int | None
    team: str
    is_mine: bool
    url: str
    address: str = ""
    other_name: str = ""
    is_close: bool = True
    died: str = ""


def find_residents(user: User, text: str, now: datetime) -> list[FoundResident]:
    """At most `AT_MOST` residents whom this user may find, best first.

    Three queries for what is typed well; one more for each looser reading of what is not, at most seven.
    """
    term = read_term(text)
    if term.is_empty:
        return []
    rows = _by_number(user, term, now) or _by_reading(user, term, now)
    ranking = Ranking(term)
    fits = {row.pk: ranking.fit(row) for row in rows}
    enough = min((fit.cost for fit in fits.values()), default=0) + FARTHER
    fitting = sorted((row for row in rows if fits[row.pk].cost <= enough), key=lambda row: fits[row.pk].cost)
    return as_found(user, fitting[:AT_MOST], now, fits)


def located(user: User, pk: int, now: datetime) -> FoundResident | None:
    """One resident as search would show them; None for whom this user may not find."""
    rows = findable_residents(user, now).filter(pk=pk).values_list(*SHOWN, named=True)
    return next(iter(as_found(user, rows, now)), None)


def _by_number(user: User, term: SearchTerm, now: datetime) -> list[Any]:
    """By BSN or case number, to be met exactly."""
    if not (term.bsn or term.case_number):
        return []
    wanted = Q(cases__number=term.case_number) if term.case_number else Q(bsn_hash=keyed_hash(term.bsn))
    found = findable_residents(user, now).filter(wanted)
    return list(found.values_list(*SHOWN, named=True))


def _by_reading(user: User, term: SearchTerm, now: datetime) -> list[Any]:
    """Who may fit, by one reading after another until there are enough."""
    found: dict[int, Any] = {}
    for reading in readings(term):
        found |= {row.pk: row for row in _ask(user, reading, now) if row.pk not in found}
        if len(found) >= reading.enough:
            break
    return list(found.values())


def _ask(user: User, reading: Reading, now: datetime) -> list[Any]:
    shape, sets = search_rows.shape_of(user), len(reading.groups)
    ask = search_rows.meeting_widely(shape) if reading.is_wide else search_rows.meeting(shape, sets)
    groups = {f"keys_{place}": group for place, group in enumerate(reading.groups)}
    return ask(user=user.pk, team=user.team_id, now=now, spelled=reading.spelled, **groups)


def as_found(
    user: User, rows: Iterable[Any], now: datetime, fits: Mapping[int, Fit] | None = None
) -> list[FoundResident]:
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
    fits = fits or {}
    return [
        _found(row, terms.get(key), user, key in readable, fits.get(key, Fit(0)))
        for key, row in by_key.items()
    ]


def _found(row: Any, term: Any, user: User, readable: bool, fit: Fit) -> FoundResident:
    address = f"{row.street} {row.house_number}".strip()
    return FoundResident(
        pk=row.pk,
        name=Resident.name_of(row.first_names, row.initials, row.prefix, row.last_name),
        birth_date=row.birth_date,
        contact_person=term.name if term else "",
        contact_person_id=term.user_id if term else None,
        team=(term.team or "") if term else "",
        is_mine=bool(term and term.user_id == user.pk),
        url=reverse("resident", args=[row.pk]) if readable else "",
        address=address if readable and not row.confidential_address else "",
        other_name=fit.through,
        is_close=fit.is_close,
        died=died(row.died_on) if readable else _("died") if row.died_on else "",
    )
