"""Two people on one text: nothing is overwritten unseen. Pure.

A form says of each field what it started from (a digest of the text, not the text). A field that only one of
the two changed is merged; a field that both changed differently is a conflict, and is not saved. A form that
keeps itself while one types does not conflict with what it kept before.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

Value = str | int | bool | None
Marks = Mapping[str, Mapping[str, Any]]
"""Per field who wrote it last: `by`, `form`, `turn` (see `Hand`) and `at`, an ISO moment."""


@dataclass(frozen=True)
class Hand:
    """Who writes, through which rendered form, and how far the typing was: `turn` grows while one types."""

    by: int
    form: str = ""
    turn: int = 0

    def wrote(self, mark: Mapping[str, Any] | None) -> bool:
        """Whether this same form wrote it last. A form without a key is never the same."""
        return mark is not None and self.form != "" and (mark["by"], mark["form"]) == (self.by, self.form)

    def mark(self, at: str) -> dict[str, Any]:
        return {"by": self.by, "form": self.form, "turn": self.turn, "at": at}


NOBODY = Hand(0)


@dataclass(frozen=True)
class Merge:
    """`values` to save, and per conflicting field, which is not among them, what stands there now."""

    values: dict[str, Value]
    conflicts: dict[str, Value]


@dataclass(frozen=True)
class Standing:
    """What stands there now, and who wrote each field."""

    values: Mapping[str, Value]
    marks: Marks = field(default_factory=dict)


def digest(value: Value) -> str:
    """A short mark of a value: the same for the same value, also where a browser changed the line endings."""
    text = "" if value is None else str(value)
    return blake2b("\n".join(text.split("\r\n")).strip().encode(), digest_size=9).hexdigest()


def merge(
    standing: Standing, given: Mapping[str, Value], seen: Mapping[str, str], hand: Hand = NOBODY
) -> Merge:
    """What to make of `given` when the form started from `seen` (digests).

    A field without a digest is taken as started from nothing. What a form sent earlier and arrives later than
    what it sent since is left aside.
    """
    values: dict[str, Value] = {}
    conflicts: dict[str, Value] = {}
    for name, mine in given.items():
        mark, now = standing.marks.get(name), standing.values[name]
        started, stands = seen.get(name, digest("")), digest(now)
        if mark and hand.wrote(mark):
            values[name] = mine if hand.turn >= mark["turn"] else now
        elif started == stands:
            values[name] = mine
        elif digest(mine) in (started, stands):
            values[name] = now
        else:
            conflicts[name] = now
    return Merge(values, conflicts)


def changed_since(standing: Standing, seen: Mapping[str, str], hand: Hand) -> dict[str, Value]:
    """The fields that another wrote since the form saw them, with what stands there now."""
    return {
        name: standing.values[name]
        for name, mark in seen.items()
        if name in standing.values
        and digest(standing.values[name]) != mark
        and not hand.wrote(standing.marks.get(name))
    }
