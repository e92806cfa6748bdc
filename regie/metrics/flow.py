"""What flows: how many come in and go out, what is in progress, for whom is waited, step by step. Pure.

Person-days count one case at most once per party and day: two providers we wait for at once are one wait for
the resident. Definitions: `docs/metrics.md`.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from cases.enums import WaitParty
from regie.metrics.estimates import DAY, Timed, cohort, stored
from regie.metrics.journey import STEPS, is_return

UNION = "union"
Key = tuple[str, int]
"""What waits: ("case", key) or ("request", key)."""


@dataclass(frozen=True, slots=True)
class Wait:
    """One wait on one party."""

    who: Key
    on: str
    started_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay in one step."""

    who: Key
    step: str
    started_at: datetime
    ended_at: datetime | None
    left_to: str = ""


Interval = tuple[datetime, datetime]


def per_week(
    moments: Iterable[datetime], mondays: Sequence[date], day_of: Callable[[datetime], date]
) -> list[int]:
    """How many moments fall in each week; `mondays` in order, each week seven days long."""
    counted: Counter[date] = Counter()
    for moment in moments:
        day = day_of(moment)
        counted[day - timedelta(days=day.weekday())] += 1
    return [counted[monday] for monday in mondays]


def merged(intervals: Iterable[Interval]) -> list[Interval]:
    """The same time without overlap, in order."""
    found: list[Interval] = []
    for start, end in sorted(interval for interval in intervals if interval[1] > interval[0]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def days_within(intervals: Iterable[Interval], since: datetime, until: datetime) -> float:
    """Days of these (not overlapping) intervals between two moments."""
    return sum(max(timedelta(), min(end, until) - max(start, since)) / DAY for start, end in intervals)


def waits_by_party(waits: Iterable[Wait], *, since: datetime, now: datetime) -> dict[str, dict[str, Any]]:
    """Per party, and for the union of them: how many wait(ed) from `since` on, and their person-days."""
    found: dict[str, dict[Key, list[Interval]]] = {str(party): defaultdict(list) for party in WaitParty}
    found[UNION] = defaultdict(list)
    for wait in waits:
        end = wait.ended_at or now
        if end >= since and wait.started_at <= now:
            found[wait.on][wait.who].append((wait.started_at, end))
            found[UNION][wait.who].append((wait.started_at, end))
    return {
        party: {
            "count": len(cases),
            "days": round(sum(days_within(merged(spans), since, now) for spans in cases.values()), 2),
        }
        for party, cases in found.items()
    }


def waits_now(waits: Iterable[Wait], now: datetime) -> dict[str, dict[str, Any]]:
    """The waits that run, each counted from its own beginning."""
    running = [wait for wait in waits if wait.ended_at is None]
    return waits_by_party(running, since=min((wait.started_at for wait in running), default=now), now=now)


def in_progress(
    open_work: Mapping[Key, tuple[str, datetime]],
    levels: Mapping[str, tuple[float | None, float | None]],
    now: datetime,
) -> dict[str, dict[str, int]]:
    """Per step how many are open, and how many are older (since the report) than half and 80 % take.

    `levels`: per step the median and 80th percentile in days; None where they cannot be said.
    """
    found = {step: {"count": 0, "over_p50": 0, "over_p80": 0} for step in STEPS}
    for step, reported_at in open_work.values():
        age, (half, most) = (now - reported_at) / DAY, levels[step]
        found[step]["count"] += 1
        found[step]["over_p50"] += half is not None and age > half
        found[step]["over_p80"] += most is not None and age > most
    return found


def value_stream(
    stays: Sequence[Stay], waits: Iterable[Wait], *, since: datetime, now: datetime
) -> dict[str, dict[str, Any]]:
    """Per step, for who entered it from `since` on: how many, how long, waiting on whom, who went back."""
    waiting: dict[Key, dict[str, list[Interval]]] = defaultdict(lambda: defaultdict(list))
    for wait in waits:
        waiting[wait.who][wait.on].append((wait.started_at, wait.ended_at or now))
    found = {}
    for step in STEPS:
        here = [stay for stay in stays if stay.step == step and since <= stay.started_at <= now]
        timed = [Timed(stay.started_at, stay.ended_at) for stay in here]
        found[step] = {
            "entered": len(here),
            "left": sum(stay.ended_at is not None for stay in here),
            "returned": sum(is_return(step, stay.left_to) for stay in here),
            "median": stored(cohort(timed, since=since, now=now))["median"],
            "waits": _waits_during(here, waiting, now),
        }
    return found


def _waits_during(
    stays: Iterable[Stay], waiting: Mapping[Key, Mapping[str, list[Interval]]], now: datetime
) -> dict[str, float]:
    total: dict[str, float] = defaultdict(float)
    for stay in stays:
        for party, spans in waiting.get(stay.who, {}).items():
            total[party] += days_within(merged(spans), stay.started_at, stay.ended_at or now)
    return {party: round(days, 2) for party, days in total.items() if days > 0}
