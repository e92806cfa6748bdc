"""The event log as the pure rules read it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from cases.models import Event
from regie.metrics.facts import Happening

_FIELDS = ("id", "kind", "occurred_at", "codes", "corrects_id", "help_request_id", "case_id")


def requests_of_cases(cases: Sequence[int]) -> dict[int, int]:
    """The help requests that became or joined one of these cases: request to case."""
    rows = Event.objects.filter(case__in=cases, help_request__isnull=False)
    return dict(rows.values_list("help_request", "case"))


def events_of_cases(cases: Sequence[int], requests: dict[int, int]) -> dict[int, list[Happening]]:
    """Per case its own events and those of its help requests; two queries."""
    found: dict[int, list[Happening]] = defaultdict(list)
    for row in Event.objects.filter(case__in=cases).values_list(*_FIELDS):
        found[row[6]].append(_happening(row))
    before = Event.objects.filter(case__isnull=True, help_request__in=list(requests))
    for row in before.values_list(*_FIELDS):
        found[requests[row[5]]].append(_happening(row))
    return found


def events_of_requests(requests: Sequence[int]) -> dict[int, list[Happening]]:
    """Per help request that belongs to no case its events; those that do are left out."""
    found: dict[int, list[Happening]] = defaultdict(list)
    for row in Event.objects.filter(help_request__in=requests).values_list(*_FIELDS):
        found[row[5]].append(_happening(row))
    return {key: events for key, events in found.items() if not any(event.of_case for event in events)}


def _happening(row: Iterable) -> Happening:
    key, kind, at, codes, corrects, request, case = row
    return Happening(key, kind, at, codes, corrects, request, case is not None)
