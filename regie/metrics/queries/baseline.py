"""Reads of imported logs. There are no residents in them, so small groups are shown as they are."""

from typing import Any

from django.db.models import Count, QuerySet

from regie.metrics.models import Baseline, BaselineCase, BaselineRoute

PUBLISHED = {
    "cases": None,
    "events": None,
    "activities": None,
    "resources": None,
    "ended": None,
    "ended_after_deadline": None,
    "channels": None,
    "first_to_last_days": ("median", "mean"),
    "routes": None,
    "top_route_cases": None,
    "resource_changes": None,
    "cases_without_change": None,
    "start_to_end_days": ("median_ended", "km_median", "km_p80"),
}
"""The stored figures that the command prints, with the parts of those that have parts, in this order."""


def odd_cases(baseline: Baseline) -> QuerySet[BaselineCase]:
    """The cases with something odd, by key."""
    return baseline.cases.exclude(oddities=[]).select_related("baseline").order_by("key")


def dominant_routes(baseline: Baseline, number: int = 10) -> list[tuple[list[str], int]]:
    """The most frequent routes: the activities of each, and how many cases took it."""
    routes = BaselineRoute.objects.filter(baseline=baseline).annotate(taken=Count("cases"))
    return list(routes.order_by("-taken", "pk").values_list("activities", "taken")[:number])


def channels(baseline: Baseline) -> list[tuple[str, int]]:
    """Cases per channel, most frequent first; "" is not recorded."""
    return sorted(baseline.figures["channels"].items(), key=lambda one: (-one[1], one[0]))


def published(baseline: Baseline) -> dict[str, Any]:
    """What `import_event_log --json` prints: the figures, and each oddity with its case and its days."""
    oddities = [
        {"case": case.key, "kind": kind, "days": round(case.start_to_end_days, 6)}
        for case in odd_cases(baseline).iterator()
        for kind in case.oddities
    ]
    # the database keeps no order of keys
    figures = {
        name: {part: baseline.figures[name][part] for part in parts} if parts else baseline.figures[name]
        for name, parts in PUBLISHED.items()
    }
    return figures | {"channels": dict(channels(baseline)), "oddities": oddities}
