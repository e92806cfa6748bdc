"""Which way one case went: its stays in each step, its waits, its changes of contact person. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cases.enums import CaseStatus
from cases.enums import EventKind as Kind
from regie.metrics.facts import (
    UNDO,
    Facts,
    HandedOver,
    Happening,
    Stayed,
    Waited,
    first_of,
    reported_at,
    standing,
)
from regie.metrics.measuring import spans_of_case, spans_of_request

REPORT = "report"
"""The first step: the question lies in the inbox until it is taken up."""
STEPS = (REPORT, *(str(status) for status in CaseStatus if status != CaseStatus.CLOSED))
LEVEL = {step: number for number, step in enumerate(STEPS)} | {
    # looking back together is no step further than the help it looks at
    str(CaseStatus.REVIEWING): STEPS.index(CaseStatus.SUPPORTED)
}


def is_return(step: str, left_to: str) -> bool:
    """Whether leaving `step` for `left_to` goes back to an earlier step."""
    return left_to in LEVEL and step in LEVEL and LEVEL[left_to] < LEVEL[step]


def facts_of_case(events: Sequence[Happening]) -> Facts:
    """Everything the figures need of a case, from its events and those of its help requests."""
    counting = standing(events)
    return Facts(
        spans=spans_of_case(counting),
        waits=list(_waits(counting)),
        stays=_stays(counting),
        handovers=list(_handovers(counting)),
    )


def facts_of_request(events: Sequence[Happening]) -> Facts:
    """The same of a help request that is no case."""
    return Facts(spans=spans_of_request(standing(events)))


def _waits(events: Sequence[Happening]) -> Iterator[Waited]:
    opened: dict[int, Waited] = {}
    for event in events:
        if event.kind == Kind.WAIT_OPENED:
            codes = event.codes
            opened[codes["wait"]] = Waited(codes["wait"], codes["on"], codes["subject"], event.at)
        elif event.kind == Kind.WAIT_CLOSED and event.codes["wait"] in opened:
            key = event.codes["wait"]
            opened[key] = replace(opened[key], ended_at=event.at)
    yield from opened.values()


def _stays(events: Sequence[Happening]) -> list[Stayed]:
    """The steps one after another, from the report on. An undone closing goes on where it was."""
    reported, taken_up = reported_at(events), first_of(events, Kind.TAKEN_UP)
    if reported is None or taken_up is None:
        return []
    first = Stayed(1, REPORT, reported, taken_up, str(CaseStatus.REGISTERED))
    stays = [first, Stayed(2, str(CaseStatus.REGISTERED), taken_up)]
    for event in events:
        if event.kind != Kind.STATUS_CHANGED:
            continue
        if event.codes.get("step") == UNDO:
            stays[-1] = replace(stays[-1], ended_at=None, left_to="")
            continue
        to = event.codes["to"]
        stays[-1] = replace(stays[-1], ended_at=event.at, left_to=to)
        if to != CaseStatus.CLOSED:
            stays.append(Stayed(len(stays) + 1, to, event.at))
    return stays


def _handovers(events: Sequence[Happening]) -> Iterator[HandedOver]:
    for event in events:
        if event.kind == Kind.HANDOVER_ANSWERED and event.codes.get("accepted"):
            yield HandedOver(event.codes["handover"], event.codes["reason"], event.at)
