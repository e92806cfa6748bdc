"""What the municipality owes for a late decision: the dwangsom of Awb 4:17.

It runs from two weeks after the notice of default (ingebrekestelling, lid 3): the day on which the notice
came does not count, so a notice of 1 June starts it on 16 June. It runs for 42 days at most, until the day on
which the decision is sent, for only then it is given (Awb 3:41): 14 days of 23 euro, 14 of 35 and the rest of
45 (lid 1 and 2, amounts in force in 2026).
"""

from dataclasses import dataclass
from datetime import date, timedelta

TWO_WEEKS = timedelta(days=14)
AMOUNTS = ((14, 23), (14, 35), (14, 45))
"""Days, and euro a day, in their order."""
AT_MOST = sum(days for days, _euro in AMOUNTS)


@dataclass(frozen=True)
class Penalty:
    """`first` is the first day it is owed for, `last` the last one it can be. `days` and `euro` until the day
    we look, or the decision was sent."""

    first: date
    last: date
    days: int
    euro: int

    @property
    def decide_before(self) -> date:
        """Decided on or before this day, nothing is owed."""
        return self.first - timedelta(days=1)


def penalty(notice: date, *, today: date, sent: date | None = None) -> Penalty:
    """What is owed after a valid notice of default of `notice`. The day on which the decision is sent
    does not count."""
    first = notice + TWO_WEEKS + timedelta(days=1)
    ended = sent or today + timedelta(days=1)
    days = min(max((ended - first).days, 0), AT_MOST)
    return Penalty(first, first + timedelta(days=AT_MOST - 1), days, owed(days))


def owed(days: int) -> int:
    """Euro for this many days."""
    total = 0
    for length, euro in AMOUNTS:
        total += min(days, length) * euro
        days = max(days - length, 0)
    return total


def counts_as_notice(received: date, due: date) -> bool:
    """A notice of default counts from the day after the term has passed (Awb 4:17 lid 3, 6:12 lid 2)."""
    return received > due
