"""Compute the figures that dashboards read, for one team or for all, and keep them."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from cases.enums import WaitParty
from regie.metrics import flow
from regie.metrics.estimates import Timed, cohort, period, stored
from regie.metrics.journey import STEPS
from regie.metrics.models import Figures, Measure
from regie.metrics.operations.recounting import lock
from regie.metrics.queries.spells import Counted, counted, local_day, open_work, terms_to_meet

YEAR, QUARTER = timedelta(days=365), timedelta(days=91)
WEEKS = 52
LONGEST = 5
BEFORE_HELP = frozenset({"report", "registered", "conversation", "weighing", "deciding", "arranging"})
PARTIES = [str(party) for party in WaitParty]


@transaction.atomic
def refresh_figures(team: int | None, *, now: datetime) -> Figures:
    """Compute the figures of a team (key), or of all, as they are `now`. One at a time per team."""
    lock("metrics figures", [team or 0])
    found: dict[str, Any] = {"team_id": team}
    figures, _new = Figures.objects.update_or_create(
        **found, defaults={"data": compute(team, now=now), "holds_until": now}
    )
    return figures


def compute(team: int | None, *, now: datetime) -> dict[str, Any]:
    """The figures, as numbers and keys only; durations in days. Each part is explained at its function."""
    found = counted(team, since=now - YEAR)
    measures = measured(found, now)
    waits, in_progress = found.waits, open_work(found)
    return {
        "measures": measures,
        "weeks": weeks(found, now),
        "open": len(in_progress),
        "in_progress": flow.in_progress(in_progress, _levels(measures), now),
        "waits_now": flow.waits_now(waits, now),
        "waits_quarter": flow.waits_by_party(waits, since=now - QUARTER, now=now),
        "steps": flow.value_stream(found.stays, waits, since=now - YEAR, now=now),
        "terms": terms_to_meet(team, local_day(now)),
        "longest": longest(found),
        "handovers": found.handovers,
        "contact": contact(found, now),
    }


def measured(found: Counted, now: datetime) -> dict[str, Any]:
    """Per measure the estimate for who came in during the past year, and for who waited this month."""
    month = start_of_month(now)
    result = {}
    for measure in Measure:
        spans: list[Timed] = [timed for _who, timed in found.spans[measure]]
        result[str(measure)] = {
            "cohort": stored(cohort(spans, since=now - YEAR, now=now)),
            "period": stored(period(spans, since=month, now=now)),
        }
    return result


def start_of_month(now: datetime) -> datetime:
    """Midnight, local time, of the first day of the month."""
    return timezone.make_aware(datetime.combine(local_day(now).replace(day=1), time()))


def weeks(found: Counted, now: datetime) -> list[list[Any]]:
    """Of the past 52 weeks and this one: the Monday, how many came in, and how many were finished."""
    today = local_day(now)
    monday = today - timedelta(days=today.weekday())
    mondays: list[date] = [monday - timedelta(weeks=back) for back in range(WEEKS, -1, -1)]
    total = [timed for _who, timed in found.spans[Measure.LEAD_TOTAL]]
    came = flow.per_week((timed.started_at for timed in total), mondays, local_day)
    went = flow.per_week((timed.ended_at for timed in total if timed.ended_at), mondays, local_day)
    return [[day.isoformat(), *counts] for day, *counts in zip(mondays, came, went, strict=True)]


def longest(found: Counted) -> list[dict[str, Any]]:
    """The five that wait longest for help or an answer: keys, since when, and on whom. No names."""
    running: dict[flow.Key, str] = {}
    for wait in found.waits:
        if wait.ended_at is None:
            present = running.get(wait.who, PARTIES[-1])
            running[wait.who] = min(present, str(wait.on), key=PARTIES.index)
    waiting = [(who, timed) for who, timed in found.spans[Measure.LEAD_HELP] if timed.ended_at is None]
    return [
        {"kind": who[0], "key": who[1], "since": timed.started_at.isoformat(), "on": running.get(who, "")}
        for who, timed in waiting[:LONGEST]
    ]


def contact(found: Counted, now: datetime) -> dict[str, int]:
    """Of the cases that came in during the past year: how many, and how many kept one contact person."""
    cases = [
        who[1]
        for who, timed in found.spans[Measure.LEAD_TOTAL]
        if who[0] == "case" and timed.started_at >= now - YEAR
    ]
    return {"cases": len(cases), "one": sum(case not in found.handed_over for case in cases)}


def _levels(measures: dict[str, Any]) -> dict[str, tuple[float | None, float | None]]:
    """Against what open work is held: the way to help before it has begun, the whole after."""
    found = {}
    for step in STEPS:
        measure = Measure.LEAD_HELP if step in BEFORE_HELP else Measure.LEAD_TOTAL
        figures = measures[measure]["cohort"]
        found[step] = (figures["median"]["value"], figures["p80"]["value"])
    return found
