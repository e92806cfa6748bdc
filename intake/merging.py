"""Two people on one text: nothing is overwritten unseen. Pure.

A form says of each field what it started from (a digest of the text, not the text). A field that only one of
the two changed is merged; a field that both changed differently is a conflict, and then nothing is saved.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

Value = str | int | bool | None


@dataclass(frozen=True)
class Merge:
    """`values` to save, and per conflicting field what stands there now. Save only without conflicts."""

    values: dict[str, Value]
    conflicts: dict[str, Value]


def digest(value: Value) -> str:
    """A short mark of a value: the same for the same value, also where a browser changed the line endings."""
    text = "" if value is None else str(value)
    return blake2b("\n".join(text.split("\r\n")).strip().encode(), digest_size=9).hexdigest()


def merge(current: Mapping[str, Value], given: Mapping[str, Value], seen: Mapping[str, str]) -> Merge:
    """What to make of `given` when `current` stands there now and the form started from `seen` (digests).

    A field without a digest is taken as started from nothing.
    """
    values: dict[str, Value] = {}
    conflicts: dict[str, Value] = {}
    for name, mine in given.items():
        started, now, wanted = seen.get(name, digest("")), digest(current[name]), digest(mine)
        if started == now:
            values[name] = mine
        elif wanted in (started, now):
            values[name] = current[name]
        else:
            conflicts[name] = current[name]
    return Merge(values, conflicts)
