"""How long people wait, without forgetting those who still wait.

A person who still waits, or who left without the milestone, is *censored*: we know that their wait lasted at
least so long. The Kaplan-Meier estimator uses that; an average over ended waits drops it, and so looks better
than it is.

Time may be in any one unit; here it is days.
Sources: Kaplan & Meier (1958); interval of a quantile after Brookmeyer & Crowley (1982), on the log-log scale
of Greenwood's variance; share that ended otherwise after Aalen & Johansen (1978).
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import attrgetter

FEWEST_EVENTS = 10
"""With fewer ended waits no quantile is given: too few to say."""
Z_95 = 1.959963984540054
"""Normal deviate of a two-sided 95 % interval."""
TOLERANCE = 1e-9
"""Survival that should equal a level exactly, and differs from it by rounding only, has reached it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One person under observation from `entry` to `exit`, both measured from the start of their own wait.

    `entry` is 0 for who was followed from the start; above 0 for who already waited when we began to look
    (delayed entry, or left truncation). Durations below zero (an end recorded before its start) are kept:
    whoever enters at 0 counts as at risk from before any time.
    Raises ValueError when a delayed entry leaves no time to observe, or when both outcomes are claimed.
    """

    exit: float
    event: bool
    """The milestone was reached at `exit`; False: censored there."""
    otherwise: bool = False
    """It ended at `exit` in another way (withdrawn, moved, died), so the milestone will not come."""
    entry: float = 0.0

    def __post_init__(self) -> None:
        if not (math.isfinite(self.exit) and math.isfinite(self.entry)) or self.entry < 0:
            raise ValueError(f"no time on this clock: entry {self.entry}, exit {self.exit}")
        if self.entry > 0 and self.exit <= self.entry:
            raise ValueError(f"observed from {self.entry} to {self.exit}: that is no time at all")
        if self.event and self.otherwise:
            raise ValueError("a wait ends at its milestone or otherwise, not both")


@dataclass(frozen=True, slots=True)
class Step:
    """What the curve does at one moment at which somebody's wait ended."""

    time: float
    at_risk: int
    """Who still waited just before, and was under observation."""
    events: int
    otherwise: int
    survival: float
    """Estimated share that waits longer than `time`."""
    low: float
    high: float
    """95 % interval of the survival."""
    ended_otherwise: float
    """Estimated share that by `time` had ended without the milestone."""


class State(StrEnum):
    KNOWN = "known"
    NOT_YET = "not_yet"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Quantile:
    """The time within which a share of the people reaches the milestone, or why that cannot be said."""

    share: float
    state: State
    events: int
    more_than: float
    """The longest time observed: with `NOT_YET` the answer is "more than this"."""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    """95 % interval; a bound that lies beyond the data is None."""
    at_risk: int | None = None
    """Who still waited just before `value`: with few of them the figure leans on few."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A Kaplan-Meier estimate: one step for each moment at which a wait ended."""

    steps: tuple[Step, ...]
    observations: int
    events: int
    longest: float
    """The longest time observed, ended or not; 0 when nobody was observed."""

    def at(self, time: float) -> Step | None:
        """The last step at or before `time`, or None before the first."""
        place = bisect_right(self.steps, time, key=attrgetter("time"))
        return self.steps[place - 1] if place else None

    def survival(self, time: float) -> float:
        """Estimated share that waits longer than `time`."""
        step = self.at(time)
        return step.survival if step else 1.0

    def ended_otherwise(self, time: float | None = None) -> float:
        """Estimated share that ended without the milestone by `time` (default: within the data)."""
        step = self.at(self.longest if time is None else time)
        return step.ended_otherwise if step else 0.0

    def quantile(self, share: float, fewest_events: int = FEWEST_EVENTS) -> Quantile:
        """The first time at which at least `share` (between 0 and 1) has reached the milestone.

        Without censoring this is the smallest duration that `share` of the people do not exceed.
        """
        if not 0 < share < 1:
            raise ValueError(f"a share lies between 0 and 1: {share}")
        if self.events < fewest_events:
            return Quantile(share, State.TOO_FEW, self.events, self.longest)
        level = 1 - share + TOLERANCE
        reached = next((step for step in self.steps if step.survival <= level), None)
        low = next((step.time for step in self.steps if step.low <= level), None)
        if reached is None:
            return Quantile(share, State.NOT_YET, self.events, self.longest, low=low)
        high = next((step.time for step in self.steps if step.high <= level), None)
        found = (reached.time, low, high, reached.at_risk)
        return Quantile(share, State.KNOWN, self.events, self.longest, *found)


def estimate(observations: Iterable[Observation]) -> Curve:
    """The Kaplan-Meier curve of these observations, whatever their order.

    At one and the same moment events come before censorings, and an entry counts from just after it.
    """
    by_exit = sorted(observations, key=attrgetter("exit"))
    steps = tuple(_steps(by_exit))
    events = sum(step.events for step in steps)
    return Curve(steps, len(by_exit), events, by_exit[-1].exit if by_exit else 0.0)


def _steps(by_exit: list[Observation]) -> Iterator[Step]:
    entries = sorted(seen.entry for seen in by_exit if seen.entry > 0)
    from_the_start = len(by_exit) - len(entries)
    left, survival, variance, ended_otherwise = 0, 1.0, 0.0, 0.0
    all_survival, low, high = 1.0, 1.0, 1.0
    for time, leaving in groupby(by_exit, key=attrgetter("exit")):
        # who enters at this very moment is at risk only after it
        at_risk = from_the_start + bisect_left(entries, time) - left
        here = events = otherwise = 0
        for seen in leaving:
            here, events, otherwise = here + 1, events + seen.event, otherwise + seen.otherwise
        left += here
        if not events and not otherwise:
            continue
        ended_otherwise += all_survival * otherwise / at_risk
        all_survival *= 1 - (events + otherwise) / at_risk
        survival *= 1 - events / at_risk
        variance += events / (at_risk * (at_risk - events)) if at_risk > events else math.inf
        low, high = _interval(survival, variance, high)
        yield Step(time, at_risk, events, otherwise, survival, low, high, ended_otherwise)


def _interval(survival: float, variance: float, high_before: float) -> tuple[float, float]:
    """95 % interval of the survival on the log-log scale, which keeps it between 0 and 1.

    Where nobody is left the scale has no value: the bound above is then the one of the step before.
    """
    if survival >= 1:
        return 1.0, 1.0
    if survival <= 0:
        return 0.0, high_before
    wide = math.exp(Z_95 * math.sqrt(variance) / abs(math.log(survival)))
    return survival**wide, survival ** (1 / wide)
