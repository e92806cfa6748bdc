"""Two people side by side: what is the same, what differs, and whether they may be one. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sociaal.core.names import name_words, sound_key
from sociaal.core.templatetags.ui import long_date

SAME, ALIKE, DIFFERENT = "same", "alike", "different"


@dataclass(frozen=True)
class Person:
    """What can be laid side by side; an empty field is not known, or not for this reader."""

    name: str
    birth_date: date | None = None
    address: str = ""

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> "Person":
        """Of the fields of a resident, as a form or a reporter gave them."""
        names = (given.get(name) or "" for name in ("first_names", "prefix", "last_name"))
        place = (given.get(name) or "" for name in ("street", "house_number"))
        address = " ".join(filter(None, place)) if given.get("street") else ""
        return cls(" ".join(filter(None, names)), given.get("birth_date"), address)


@dataclass(frozen=True)
class Line:
    """One field of both. `verdict`: same, alike or different; "" where it is unknown of one of them."""

    label: str | Promise
    mine: str
    theirs: str
    verdict: str


def compare(mine: Person, theirs: Person) -> Sequence[Line]:
    """Field by field: name, date of birth, and address where both are known."""
    alike = sounds_alike(mine.name, theirs.name)
    lines = [
        _line(_("Name"), mine.name, theirs.name, alike=alike),
        _line(_("Date of birth"), mine.birth_date, theirs.birth_date),
    ]
    if mine.address or theirs.address:
        lines.append(_line(_("Address"), mine.address, theirs.address))
    return lines


def _line(label: Any, mine: Any, theirs: Any, *, alike: bool = False) -> Line:
    verdict = SAME if mine == theirs else ALIKE if alike else DIFFERENT
    return Line(label, _shown(mine), _shown(theirs), verdict if mine and theirs else "")


def _shown(value: Any) -> str:
    return long_date(value) if isinstance(value, date) else value or "–"


def may_be_one(mine: Person, theirs: Person) -> bool:
    """Worth asking before somebody gets a second file.

    Born on the same day and with a name in common; or a name that sounds alike, and no birth date that says
    otherwise. Without both birth dates first and last name must both be there, else every Jansen would be
    asked about.
    """
    first, second = _sounds(mine.name), _sounds(theirs.name)
    if mine.birth_date and mine.birth_date == theirs.birth_date:
        return bool(first & second)
    if not sounds_alike(mine.name, theirs.name):
        return False
    if mine.birth_date and theirs.birth_date:
        return is_slip(mine.birth_date, theirs.birth_date)
    return min(len(first), len(second)) > 1


def sounds_alike(one: str, other: str) -> bool:
    """The same name to a Dutch ear: all words of the shorter sound like words of the longer."""
    first, second = _sounds(one), _sounds(other)
    return bool(first and second) and (first <= second or second <= first)


def _sounds(name: str) -> set[str]:
    return {sound_key(word) for word in name_words(name)}


def is_slip(one: date, other: date) -> bool:
    """The same day, or day and month swapped, or one of day, month and year mistaken."""
    swapped = (one.day, one.month, one.year) == (other.month, other.day, other.year)
    equal = (one.day == other.day) + (one.month == other.month) + (one.year == other.year)
    return swapped or equal >= 2
