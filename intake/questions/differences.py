"""What a new version of the questions changes, for who decides to use it. Plain data in, plain data out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from cases.enums import LifeDomain
from intake.questions.facts import Fact


class Change(TextChoices):
    ADDED = "added", _("New")
    REMOVED = "removed", _("Gone")
    CHANGED = "changed", _("Changed")
    MOVED = "moved", _("In another place")


@dataclass(frozen=True)
class Wording:
    """One question as a version has it. `key` is its own; `from_key` that of the question it began as."""

    key: int
    domain: str
    text_nl: str
    text_en: str = ""
    only_when: tuple[str, ...] = ()
    from_key: int | None = None

    @property
    def conditions(self) -> list[Any]:
        """The names of the facts it waits for."""
        return [Fact(code).label for code in self.only_when]

    def says_the_same(self, other: "Wording") -> bool:
        mine = (self.text_nl, self.text_en, set(self.only_when))
        return mine == (other.text_nl, other.text_en, set(other.only_when))


@dataclass(frozen=True)
class Difference:
    """One question that differs: how it was and how it becomes; nothing where it is new or gone."""

    change: Change
    before: Wording | None
    after: Wording | None


def differences(
    before: Iterable[Wording], after: Iterable[Wording]
) -> list[tuple[LifeDomain, list[Difference]]]:
    """Per life domain that differs, in its order: what is new, changed or moved, then what is gone."""
    old, new = list(before), list(after)
    found = []
    for domain in LifeDomain:
        ours = _of_domain(
            [one for one in old if one.domain == domain], [one for one in new if one.domain == domain]
        )
        if ours:
            found.append((domain, ours))
    return found


def _of_domain(old: Sequence[Wording], new: Sequence[Wording]) -> list[Difference]:
    by_key = {one.key: one for one in old}
    kept = [one.from_key for one in new if one.from_key in by_key]
    moved = _out_of_order([one.key for one in old if one.key in kept], kept)
    found = []
    for one in new:
        was = by_key.get(one.from_key or 0)
        if was is None:
            found.append(Difference(Change.ADDED, None, one))
        elif not was.says_the_same(one):
            found.append(Difference(Change.CHANGED, was, one))
        elif was.key in moved:
            found.append(Difference(Change.MOVED, was, one))
    return found + [Difference(Change.REMOVED, one, None) for one in old if one.key not in kept]


def _out_of_order(old: Sequence[int], new: Sequence[int | None]) -> set[int]:
    """The fewest that moved: all but a longest row of them that stands in the same order in both."""
    places = {key: place for place, key in enumerate(old)}
    rows: list[list[int]] = []
    for key in new:
        if key is None:
            continue
        before = [row for row in rows if places[row[-1]] < places[key]]
        rows.append([*_longest(before), key])
    return set(old) - set(_longest(rows))


def _longest(rows: Sequence[list[int]]) -> list[int]:
    return max(rows or [[]], key=len)
