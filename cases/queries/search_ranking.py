"""How well somebody fits the words that were typed: a cost, lowest first. Pure.

The database finds who may fit; here their names are laid beside the words, each word on the name it is most
like, no name twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from cases.queries.search_term import SearchTerm
from sociaal.core.names import (
    is_nearly_tussenvoegsel,
    joined_words,
    light_key,
    name_words,
    plain,
    sound_key,
)
from sociaal.core.nicknames import also_called

MISSING = 2.0
"""The cost of a word that is like no name of somebody's."""
CLOSE = 0.75
TOO_MANY = 3


class Person(Protocol):
    """What ranking reads of a resident."""

    first_names: str
    initials: str
    prefix: str
    last_name: str
    birth_name: str
    other_names: Sequence[str]
    birth_date: date | None


@dataclass(frozen=True)
class Fit:
    """`through`: the maiden or earlier name by which somebody was met, where the present one did not do."""

    cost: float
    through: str = ""

    @property
    def is_close(self) -> bool:
        """All words fit, but for one slip."""
        return self.cost <= CLOSE


@dataclass(frozen=True)
class _Name:
    """One word of a name. `extra`: what it costs to be met by this one. `of`: the earlier name it is from.

    `is_own`: a word of the present last name as it is written.
    """

    word: str
    is_last: bool = False
    extra: float = 0.0
    of: str = ""
    is_own: bool = False


@dataclass
class Ranking:
    """The order of whom one search found. Words are compared once, however many people bear the name."""

    term: SearchTerm

    def __post_init__(self) -> None:
        self._compared: dict[tuple[str, str], float] = {}

    def fit(self, person: Person) -> Fit:
        """How well this person fits; a term without words is fit by all alike."""
        if not self.term.words:
            return Fit(0)
        names = _names(person)
        cost, through, met_last, own = 0.0, "", False, sum(one.is_own for one in names)
        for word in self.term.words:
            best = min(names, key=lambda one: self._cost(word, one), default=None)
            price = self._cost(word, best) if best else MISSING
            cost += min(price, MISSING)
            if best is None or price >= MISSING:
                cost -= 1.7 * is_nearly_tussenvoegsel(word)
                continue
            names.remove(best)
            met_last |= best.is_last
            own -= best.is_own
            through = through or best.of
        cost += 0.1 * min(own, 2) + (0 if met_last else 0.6) + self._beside(person)
        return Fit(round(cost, 2), through)

    def _cost(self, typed: str, name: _Name) -> float:
        if len(name.word) == 1:
            return 0.55 if typed[0] == name.word else MISSING
        alike = self._alike(typed, name.word)
        if not name.is_last and alike > 0.4 and name.word in also_called(typed):
            alike = 0.4
        return min(alike + name.extra, MISSING)

    def _alike(self, typed: str, word: str) -> float:
        known = self._compared.get((typed, word))
        if known is None:
            known = self._compared[typed, word] = likeness(typed, word, may_begin=typed == self._last)
        return known

    @cached_property
    def _last(self) -> str:
        return self.term.words[-1]

    def _beside(self, person: Person) -> float:
        """What initials, tussenvoegsels and an unknown birth date add."""
        term, cost = self.term, 0.0
        if term.initials and term.initials[0] not in _initials(person)[:1]:
            cost += 0.8
        if term.particles and set(term.particles) != set(plain(person.prefix).split()):
            cost += 0.04
        if (term.birth_dates or term.birth_years) and person.birth_date is None:
            cost += 0.5
        return cost


def likeness(typed: str, word: str, *, may_begin: bool = False) -> float:
    """From 0, the same, to `MISSING`, another word. `may_begin`: whether what is typed may be unfinished."""
    if typed == word:
        return 0
    light_typed, light_word = light_key(typed), light_key(word)
    if light_typed == light_word:
        return 0.05
    if sound_key(typed) == sound_key(word):
        return 0.15
    if light_word.startswith(light_typed) and may_begin and len(typed) > 1:
        return 0.3
    steps = slips(light_typed, light_word)
    if steps == 1:
        return 0.5 if typed[0] == word[0] else 0.52
    if light_word.startswith(light_typed) and len(typed) > 1:
        return 0.6
    return 0.9 if steps == 2 and len(typed) > 4 else MISSING


def slips(one: str, other: str) -> int:
    """How many letters differ: one too many, missing, another, or two beside each other swapped. At most 3,
    which is too many to be the same word.
    """
    if abs(len(one) - len(other)) > 2 or len(set(one) - set(other)) > 2:
        return TOO_MANY
    before: list[int] = []
    row = list(range(len(other) + 1))
    for n, letter in enumerate(one, 1):
        next_row = [n]
        for m, facing in enumerate(other, 1):
            steps = min(row[m] + 1, next_row[m - 1] + 1, row[m - 1] + (letter != facing))
            if n > 1 and m > 1 and letter == other[m - 2] and one[n - 2] == facing:
                steps = min(steps, before[m - 2] + 1)
            next_row.append(steps)
        before, row = row, next_row
    return min(row[-1], TOO_MANY)


def _names(person: Person) -> list[_Name]:
    """The words somebody can be met by; the first initial counts as a first name where
    no more is known."""
    first = plain(person.first_names).split() or _initials(person)[:1]
    last = f"{person.prefix} {person.last_name}"
    names = [_Name(word, is_last=True, is_own=True) for word in _last_words(last)]
    names += [_Name(word, is_last=True) for word in joined_words(last)]
    names += [_Name(word, extra=0.02 * place) for place, word in enumerate(first)]
    known = {one.word for one in names}
    for earlier in filter(None, (person.birth_name, *person.other_names)):
        words = {*_last_words(earlier), *joined_words(earlier)} - known
        names += [_Name(word, is_last=True, extra=0.1, of=earlier) for word in sorted(words)]
    return names


def _last_words(name: str) -> list[str]:
    return [word for word in name_words(name) if len(word) > 1]


def _initials(person: Person) -> list[str]:
    return [name[0] for name in plain(person.first_names).split()] or [
        *plain(person.initials).replace(" ", "")
    ]
