"""The figures of an imported log, as stored with the baseline and shown.

All durations are days with fractions. The definitions stand at `BaselineFigures.as_dict`.
"""

from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from math import ceil
from statistics import fmean, median
from typing import Any

from regie.metrics.event_log.tracing import TracedCase
from regie.metrics.kaplan_meier import Curve, Observation, Quantile, estimate

DIGITS = 6
"""Of a duration in days: about a tenth of a second."""
POINTS = 40
NEARLY_NONE = 0.05
SHARES = {"median": 0.5, "p80": 0.8}


class BaselineFigures:
    """Adds up cases one at a time; keeps a few numbers of each, never the case."""

    def __init__(self, until: datetime) -> None:
        self.until = until
        self.routes: Counter[tuple[int, ...]] = Counter()
        self.channels: Counter[str] = Counter()
        self.count: Counter[str] = Counter()
        self.first_to_last = array("d")
        self.ended = array("d")
        self.running = array("d")

    def add(self, case: TracedCase) -> None:
        self.routes[case.route] += 1
        self.channels[case.channel] += 1
        self.first_to_last.append(case.first_to_last_days)
        (self.ended if case.end_at else self.running).append(case.start_to_end_days(self.until))
        self.count["events"] += len(case.route)
        self.count["resource_changes"] += case.resource_changes
        self.count["cases_without_change"] += not case.resource_changes
        self.count["several_responsible"] += case.several_responsible
        self._judge(case)

    def _judge(self, case: TracedCase) -> None:
        """Terms as they stand at the log's last event; with a later deadline a case is too young to judge."""
        if case.deadline_at is None:
            return
        late = case.end_at is not None and case.end_at > case.deadline_at
        self.count["ended_after_deadline"] += late
        if case.deadline_at <= self.until:
            self.count["due"] += 1
            self.count["due_ended_late"] += late
            self.count["due_running"] += case.end_at is None

    def as_dict(self) -> dict[str, Any]:
        """What can be said of all cases together.

        - `ended`: cases with an end; `ended_after_deadline`: those whose end lies after their deadline.
        - `channels`: cases per channel; "" is not recorded.
        - `first_to_last_days`: from a case's first event to its last, all cases, also open ones.
        - `routes`: different sequences of activities; `top_route_cases`: cases on the most frequent one.
        - `resource_changes`: consecutive events of one case by different resources, over all cases;
          `cases_without_change`: cases in which that never happens.
        - `start_to_end_days`: `median_ended` over ended cases only, which forgets who still waits;
          `km_median` and `km_p80` are Kaplan-Meier estimates with open cases censored at the log's last event
          (None: too few ended, or not reached yet). `quantiles` has the same with their intervals, and
          `open_after` the curve: day, share still open, and its 95 % interval.
        - `terms`: of the cases whose deadline has passed by the log's last event (`due`), how many ended late
          and how many still run.
        - `several_responsible`: cases that name more than one responsible person.
        """
        curve = estimate(self._observations())
        quantiles = {name: _plain(curve.quantile(share)) for name, share in SHARES.items()}
        return {
            "cases": len(self.first_to_last),
            "events": self.count["events"],
            "ended": len(self.ended),
            "ended_after_deadline": self.count["ended_after_deadline"],
            "channels": dict(self.channels),
            "first_to_last_days": {
                "median": _days(median(self.first_to_last)) if self.first_to_last else None,
                "mean": _days(fmean(self.first_to_last)) if self.first_to_last else None,
            },
            "routes": len(self.routes),
            "top_route_cases": max(self.routes.values(), default=0),
            "resource_changes": self.count["resource_changes"],
            "cases_without_change": self.count["cases_without_change"],
            "start_to_end_days": {
                "median_ended": _days(median(self.ended)) if self.ended else None,
                **{f"km_{name}": quantile["value"] for name, quantile in quantiles.items()},
            },
            "quantiles": quantiles,
            "open_after": _open_after(curve),
            "terms": {name: self.count[name] for name in ("due", "due_ended_late", "due_running")},
            "several_responsible": self.count["several_responsible"],
        }

    def _observations(self) -> Iterator[Observation]:
        for days in self.ended:
            yield Observation(exit=days, event=True)
        for days in self.running:
            yield Observation(exit=days, event=False)


def _open_after(curve: Curve) -> list[tuple[int, float, float, float]]:
    """The curve at some forty whole days, until nearly every case has ended or the data end."""
    if not curve.steps:
        return []
    last = next((step.time for step in curve.steps if step.survival <= NEARLY_NONE), curve.longest)
    between = max(1, ceil(last / POINTS))
    return [_point(curve, day) for day in range(0, ceil(last) + between, between)]


def _point(curve: Curve, day: int) -> tuple[int, float, float, float]:
    step = curve.at(day)
    if step is None:
        return day, 1.0, 1.0, 1.0
    return day, round(step.survival, 4), round(step.low, 4), round(step.high, 4)


def _plain(quantile: Quantile) -> dict[str, Any]:
    rounded = {name: _days(getattr(quantile, name)) for name in ("value", "low", "high", "more_than")}
    return asdict(quantile) | rounded


def _days(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)
