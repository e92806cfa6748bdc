"""How long it takes, as figures to store: Kaplan-Meier over ended and running durations. Pure.

A *cohort* is who came in during a span of time. A *period* is everybody who waited during it: who already
waited when it began enters with the age they had then (delayed entry).
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from regie.metrics.kaplan_meier import Curve, Observation, Quantile, estimate

DAY = timedelta(days=1)
POINTS = 60
NEARLY_NONE = 0.05
SHARES = {"median": 0.5, "p80": 0.8}
TABLE_DAYS = (0, 7, 14, 28, 42, 56, 91, 182, 273, 365)


@dataclass(frozen=True, slots=True)
class Timed:
    """Something that began and perhaps ended: with its milestone (`event`), or otherwise."""

    started_at: datetime
    ended_at: datetime | None = None
    event: bool = True


def cohort(spans: Iterable[Timed], *, since: datetime, now: datetime) -> list[Observation]:
    """Who came in from `since` on; who still waits is censored now."""
    return [_observe(span, now) for span in spans if since <= span.started_at <= now]


def period(spans: Iterable[Timed], *, since: datetime, now: datetime) -> list[Observation]:
    """Who waited at any time from `since` on, at risk from the age they had when it began."""
    return [
        _observe(span, now, entry=max(0.0, (since - span.started_at) / DAY))
        for span in spans
        if span.started_at <= now and (span.started_at >= since or (span.ended_at or now) > since)
    ]


def _observe(span: Timed, now: datetime, entry: float = 0.0) -> Observation:
    over = span.ended_at is not None and span.ended_at <= now
    end = span.ended_at if over and span.ended_at else now
    return Observation(
        exit=(end - span.started_at) / DAY,
        event=over and span.event,
        otherwise=over and not span.event,
        entry=entry,
    )


def stored(observations: Sequence[Observation]) -> dict[str, Any]:
    """The figures of these observations; durations in days.

    - `total`, of which `events` reached the milestone, `otherwise` ended without it and `running` still wait;
    - `median` and `p80`: quantiles with 95 % interval and number at risk, or why they cannot be said;
    - `otherwise_share`: the share that ended otherwise (Aalen-Johansen);
    - `curve`: day, share still waiting, its interval, number at risk; some sixty days at most.
    """
    curve = estimate(observations)
    otherwise = sum(one.otherwise for one in observations)
    return {
        "total": curve.observations,
        "events": curve.events,
        "otherwise": otherwise,
        "running": curve.observations - curve.events - otherwise,
        "otherwise_share": round(curve.ended_otherwise(), 4),
        **{name: _plain(curve.quantile(share)) for name, share in SHARES.items()},
        "curve": _points(curve, observations),
    }


def _plain(quantile: Quantile) -> dict[str, Any]:
    rounded = {name: _days(getattr(quantile, name)) for name in ("value", "low", "high", "more_than")}
    return asdict(quantile) | rounded | {"state": str(quantile.state)}


def _days(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _points(curve: Curve, observations: Sequence[Observation]) -> list[list[float]]:
    """The curve at whole days, evenly, until nearly nobody waits or the data end."""
    if not curve.events:
        return []
    last = next((step.time for step in curve.steps if step.survival <= NEARLY_NONE), curve.longest)
    between = max(1, ceil(last / POINTS))
    days = sorted({*range(0, ceil(last) + between, between), *(day for day in TABLE_DAYS if day <= last)})
    return [[day, *_at(curve, day), at_risk(observations, day)] for day in days]


def _at(curve: Curve, day: float) -> tuple[float, float, float]:
    step = curve.at(day)
    return (round(step.survival, 4), round(step.low, 4), round(step.high, 4)) if step else (1.0, 1.0, 1.0)


def at_risk(observations: Iterable[Observation], day: float) -> int:
    """Who is under observation and still waits just after this day."""
    return sum(1 for one in observations if one.entry <= day < one.exit)
