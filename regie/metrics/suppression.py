"""Hide small groups, also from who can subtract. Pure.

A figure about fewer than five residents can tell who they are. So such a count is not shown to who may not
see the residents themselves. With the total beside it a single hidden count could be worked out, so more is
hidden until it cannot: not from the total, and not by who knows this very rule. A zero is no group.
"""

from collections.abc import Sequence
from dataclasses import dataclass

FEWEST = 5
"""Groups smaller than this are hidden."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Counts as they may be shown; None is hidden."""

    counts: tuple[int | None, ...]
    total: int | None


def suppress(counts: Sequence[int], *, part: Sequence[int] | None = None) -> Shown:
    """The counts of disjoint groups and their total, as far as they may be shown.

    `part`: counts the reader knows of a part of the same groups (their own team within the municipality), so
    that the difference must be safe too. Raises ValueError when a part is more than its whole.
    """
    rest = [whole - known for whole, known in zip(counts, part or [0] * len(counts), strict=True)]
    if any(number < 0 for number in rest):
        raise ValueError("a part is more than its whole")
    tables = [list(counts)] if part is None else [list(counts), rest]
    hidden: set[int] = set()
    total_hidden = False
    while True:
        before = len(hidden), total_hidden
        for table in tables:
            hidden, total_hidden = _widen(table, hidden, total_hidden)
        if (len(hidden), total_hidden) == before:
            break
    shown = tuple(None if place in hidden else count for place, count in enumerate(counts))
    return Shown(shown, None if total_hidden else sum(counts))


def _widen(table: Sequence[int], hidden: set[int], total_hidden: bool) -> tuple[set[int], bool]:
    """Hide the small ones, and then what stands after them until the hidden ones hide each other.

    What stands after, not what is smallest: that would tell how large the hidden one is at most.
    """
    hidden = hidden | {place for place, count in enumerate(table) if 0 < count < FEWEST}
    total = sum(table)
    total_hidden = total_hidden or 0 < total < FEWEST
    while hidden and not total_hidden and not _hide_each_other([table[place] for place in hidden]):
        others = [place for place, count in enumerate(table) if place not in hidden and count]
        if not others:
            return hidden, True
        first = min(hidden)
        hidden = hidden | {min(others, key=lambda place: (place - first) % len(table))}
    return hidden, total_hidden


def _hide_each_other(counts: Sequence[int]) -> bool:
    """Whether their sum, which follows from the total, leaves each of them open.

    It does not when there is one; when they are all one, or all four, or together still a small group.
    """
    number, total = len(counts), sum(counts)
    return number >= 2 and total >= FEWEST and number < total != number * (FEWEST - 1)
