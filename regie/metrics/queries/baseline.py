"""Reads of imported logs. There are no residents in them, so small groups are shown as they are."""

from typing import Any

from django.db.models import Count, QuerySet

from regie.metrics.models import Baseline, BaselineCase, BaselineRoute

PUBLISHED = (
    "cases",
    "events",
    "activities",
    "resources",
    "ended",
    "ended_after_deadline",
    "channels",
    "first_to_last_days",
    "routes",
    "top_route_cases",
    "resource_changes",
    "cases_without_change",
    "start_to_end_days",
)
"""The stored figures that the command prints, in this order."""


def odd_cases(baseline: Baseline) -> QuerySet[BaselineCase]:
    """The cases with something odd, by key."""
    return baseline.cases.exclude(oddities=[]).select_related("baseline").order_by("key")


def dominant_routes(baseline: Baseline, number: int = 10) -> QuerySet[BaselineRoute]:
    """The most frequent routes, each with its number of cases as `taken`."""
    return baseline.routes.annotate(taken=Count("cases")).order_by("-taken", "pk")[:number]


def published(baseline: Baseline) -> dict[str, Any]:
    """What `import_event_log --json` prints: the figures, and each oddity with its case and its days."""
    oddities = [
        {"case": case.key, "kind": kind, "days": round(case.start_to_end_days, 6)}
        for case in odd_cases(baseline).iterator()
        for kind in case.oddities
    ]
    return {name: baseline.figures[name] for name in PUBLISHED} | {"oddities": oddities}
