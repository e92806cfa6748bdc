"""The counted rows that figures are made of, of one team or of all, as the pure rules read them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from cases.enums import ProcedureState, WaitParty
from cases.models import Procedure
from cases.queries.term_facts import with_term_facts
from cases.queries.terms import running_terms
from regie.metrics.estimates import Timed
from regie.metrics.flow import Key, Stay, Wait
from regie.metrics.journey import REPORT
from regie.metrics.models import HandoverFact, Measure, Spell, StepSpell, WaitSpell


@dataclass(frozen=True)
class Counted:
    """Everything the figures of one team (or all) are made of."""

    spans: dict[str, list[tuple[Key, Timed]]]
    """Per measure."""
    waits: list[Wait]
    """Those of cases, and help requests that are no case: they wait on us."""
    stays: list[Stay]
    handovers: dict[str, int]
    """By reason; one that touched several cases is one."""
    handed_over: set[int]
    """Cases that had more than one contact person."""


def counted(team: int | None, *, since: datetime) -> Counted:
    """What began or ended from `since` on, or still runs."""
    spans: dict[str, list[tuple[Key, Timed]]] = defaultdict(list)
    rows = _recent(Spell.objects.all(), team, since).values_list(
        "measure", "case", "help_request", "started_at", "ended_at", "end"
    )
    for measure, case, request, started_at, ended_at, end in rows.order_by("started_at", "pk"):
        who = ("case", case) if case else ("request", request)
        spans[measure].append((who, Timed(started_at, ended_at, end != Spell.End.OTHER)))
    handovers = _of(HandoverFact.objects.filter(at__gte=since), team)
    reasons = handovers.values("reason").annotate(times=Count("handover", distinct=True)).order_by("reason")
    return Counted(
        spans=spans,
        waits=_waits(team, since) + _in_the_inbox(spans),
        stays=_stays(team, since),
        handovers=dict(reasons.values_list("reason", "times")),
        handed_over=set(_of(HandoverFact.objects.all(), team).values_list("case", flat=True).distinct()),
    )


def terms_to_meet(team: int | None, today: date) -> dict[str, int]:
    """Statutory terms of ours that still run: how many, how many of them end this week or are late."""
    waiting = Procedure.objects.filter(sent_date__isnull=True).exclude(
        state__in=(ProcedureState.FINAL, ProcedureState.WITHDRAWN)
    )
    if team is not None:
        waiting = waiting.filter(case__team=team)
    rows = running_terms(with_term_facts(waiting), today)
    sunday = today + timedelta(days=6 - today.weekday())
    return {
        "running": len(rows),
        "this_week": sum(today <= row.due <= sunday for row in rows),
        "late": sum(row.is_late for row in rows),
    }


def local_day(moment: datetime) -> date:
    """The day of a moment on the calendar of the town."""
    return timezone.localdate(moment)


def _of(rows: QuerySet, team: int | None) -> QuerySet:
    return rows if team is None else rows.filter(team=team)


def _recent(rows: QuerySet, team: int | None, since: datetime) -> QuerySet:
    return _of(rows, team).filter(
        Q(started_at__gte=since) | Q(ended_at__isnull=True) | Q(ended_at__gte=since)
    )


def _waits(team: int | None, since: datetime) -> list[Wait]:
    rows = _recent(WaitSpell.objects.all(), team, since).order_by("started_at", "pk")
    return [
        Wait(("case", case), *rest)
        for case, *rest in rows.values_list("case", "on", "started_at", "ended_at")
    ]


def _in_the_inbox(spans: dict[str, list[tuple[Key, Timed]]]) -> list[Wait]:
    return [
        Wait(who, WaitParty.US, timed.started_at, timed.ended_at)
        for who, timed in spans[Measure.LEAD_TOTAL]
        if who[0] == "request"
    ]


def _stays(team: int | None, since: datetime) -> list[Stay]:
    rows = _recent(StepSpell.objects.all(), team, since).order_by("started_at", "pk")
    fields = ("case", "step", "started_at", "ended_at", "left_to")
    return [Stay(("case", case), *rest) for case, *rest in rows.values_list(*fields)]


def open_work(found: Counted) -> dict[Key, tuple[str, datetime]]:
    """What is in progress now: its step, and when it was reported."""
    steps = {stay.who: stay.step for stay in found.stays if stay.ended_at is None}
    return {
        who: (steps.get(who, REPORT), timed.started_at)
        for who, timed in found.spans[Measure.LEAD_TOTAL]
        if timed.ended_at is None
    }
