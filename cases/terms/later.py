"""A later last day that the municipality may give a term, when it says so in time.

A decision on an objection may be put off by six weeks at most (Awb 7:10 lid 3), and further only with consent
(lid 4). Where no statute sets a term for a decision on an application, the reasonable term lasts until the
day that was named within its eight weeks (4:13 lid 2, 4:14 lid 3). Any other notice lengthens nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cases.terms.calendar import next_working_day

AT_MOST = timedelta(weeks=6)


class LaterBy(StrEnum):
    """The article that makes it lawful."""

    POSTPONED = "Awb art. 7:10 lid 3"
    AGREED = "Awb art. 7:10 lid 4"
    REASONABLE = "Awb art. 4:14 lid 3"


@dataclass(frozen=True)
class Later:
    """The resident was told on `told`, in writing, that the last day becomes `until`."""

    told: date
    until: date
    by: LaterBy


def last_of(end: date, notices: Sequence[Later]) -> tuple[date, Later | None]:
    """The last day of a term that would end on `end`, and the notice it follows from.

    A notice counts when it was told on or before the last day as it stood then, and names a later one. A
    reasonable term is named once: within the eight weeks themselves.
    """
    found = None
    for one in sorted(notices, key=lambda notice: (notice.told, notice.until)):
        last = found.until if found and one.by != LaterBy.REASONABLE else end
        if one.told <= last < one.until:
            found = one
    return (found.until, found) if found else (end, None)


def longest_postponement(counted: date, decreed: Collection[date]) -> date:
    """The latest day to which a decision on an objection can be put off without consent, when its term by the
    length of the law alone ends on `counted`.

    Six weeks from there, so never more than the law allows where a holiday had moved the term itself; moved
    to a working day when it would end on none (ATW art. 1).
    """
    return next_working_day(counted + AT_MOST, decreed)
