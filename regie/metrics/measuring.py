"""The six durations of one case, from its standing events. Pure; definitions: `docs/metrics.md`."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from cases.enums import CaseStatus, DecisionOutcome
from cases.enums import EventKind as Kind
from regie.metrics.facts import Happening, Span, closed_at, first_of, reported_at
from regie.metrics.models.spells import Measure

GRANTED = frozenset({DecisionOutcome.GRANTED, DecisionOutcome.PARTLY})
NOBODY_WAITS = frozenset({CaseStatus.SUPPORTED, CaseStatus.REVIEWING, CaseStatus.CLOSED})
"""Help runs already, or nothing goes on any more: a letter that leaves now starts no waiting for help."""

MILESTONES = {
    # a conversation is a contact too, also when nobody noted a contact before it
    Measure.WAIT_FIRST_CONTACT: (Kind.FIRST_CONTACT, Kind.CONVERSATION_HELD),
    Measure.WAIT_CONVERSATION: (Kind.CONVERSATION_HELD,),
    Measure.LEAD_HELP: (Kind.SUPPORT_STARTED, Kind.ANSWERED),
}
"""What ends the durations that run from the report."""


def span(
    measure: Measure, started: datetime, milestone: datetime | None, ended: datetime | None, about: str = ""
) -> Span:
    """From start to milestone; censored at the end of the case when that came first."""
    if milestone is not None and (ended is None or milestone <= ended):
        return Span(measure, about, started, milestone, "event")
    return Span(measure, about, started, ended, "other" if ended else "")


def spans_of_case(events: Sequence[Happening]) -> list[Span]:
    """The durations of a case; none when no report is known. `events` are standing, in order of recording."""
    reported, closed = reported_at(events), closed_at(events)
    if reported is None:
        return []
    from_report = [
        span(measure, reported, first_of(events, *kinds), closed) for measure, kinds in MILESTONES.items()
    ]
    total = span(Measure.LEAD_TOTAL, reported, closed, closed)
    return [*from_report, total, *_decisions(events, closed), *_waits_for_support(events, closed)]


def spans_of_request(events: Sequence[Happening]) -> list[Span]:
    """The durations of a help request that is no case: it waits on us until it is answered or discarded."""
    reported = reported_at(events)
    if reported is None:
        return []
    answered, settled = first_of(events, Kind.ANSWERED), first_of(events, Kind.ANSWERED, Kind.DISCARDED)
    return [
        span(Measure.WAIT_FIRST_CONTACT, reported, None, settled),
        span(Measure.WAIT_CONVERSATION, reported, None, settled),
        span(Measure.LEAD_HELP, reported, answered, settled),
        span(Measure.LEAD_TOTAL, reported, settled, settled),
    ]


def _decisions(events: Sequence[Happening], closed: datetime | None) -> Iterator[Span]:
    """One per procedure that was applied for: from application to decision sent.

    A refusal closes the case before its letter leaves: the letter counts all the same.
    """
    applied: dict[int, datetime] = {}
    sent: dict[int, datetime] = {}
    withdrawn: dict[int, datetime] = {}
    for event in events:
        procedure: int = event.codes.get("procedure", 0)
        if event.kind == Kind.APPLIED and "suspension" not in event.codes:
            applied[procedure] = event.at
        elif event.kind == Kind.DECISION_SENT:
            sent[procedure] = event.at
        elif event.kind == Kind.PROCEDURE_ENDED and event.codes.get("withdrawn"):
            withdrawn[procedure] = event.at
    for procedure, start in applied.items():
        ended = None if procedure in sent else withdrawn.get(procedure, closed)
        yield span(Measure.LEAD_DECISION, start, sent.get(procedure), ended, f"procedure:{procedure}")


def _waits_for_support(events: Sequence[Happening], closed: datetime | None) -> Iterator[Span]:
    """From solution agreed, or a granting decision sent while no help runs, to the start of help.

    Another solution after a review is another wait.
    """
    since, number, status = None, 0, ""
    for event in events:
        if event.kind == Kind.STATUS_CHANGED:
            status = event.codes.get("to", "")
        if since is None and _agrees(event, status):
            since, number = event.at, number + 1
        elif since is not None and event.kind == Kind.SUPPORT_STARTED:
            yield span(Measure.WAIT_SUPPORT, since, event.at, None, str(number))
            since = None
    if since is not None:
        yield span(Measure.WAIT_SUPPORT, since, None, closed, str(number))


def _agrees(event: Happening, status: str) -> bool:
    if event.kind == Kind.SOLUTION_AGREED:
        return True
    granted = event.kind == Kind.DECISION_SENT and event.codes.get("outcome") in GRANTED
    return granted and status not in NOBODY_WAITS
