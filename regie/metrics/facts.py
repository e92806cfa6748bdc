"""From the events of one case to its facts: how long it waited, for whom, and which way it went. Pure.

Times are those at which things happened (`occurred_at`), never those at which they were recorded. The order
is that of recording, because that is the order of the state machine; a moment noted afterwards can even make
a duration negative, and is kept so. Definitions: `docs/metrics.md`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cases.enums import EventKind as Kind

UNDO = "undo_close"


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as the rules below read it. `request` is the key of the help request it is about, if any."""

    id: int
    kind: str
    at: datetime
    codes: Mapping[str, Any] = field(default_factory=dict)
    corrects: int | None = None
    request: int | None = None
    of_case: bool = True
    """False: it happened to the help request, before there was a case."""


@dataclass(frozen=True, slots=True)
class Span:
    """One duration: ended by its milestone ("event"), ended otherwise ("other"), or running (no end)."""

    measure: str
    about: str
    started_at: datetime
    ended_at: datetime | None = None
    end: str = ""


@dataclass(frozen=True, slots=True)
class Waited:
    """One wait: on whom, about what, from when to when."""

    wait: int
    on: str
    subject: str
    started_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Stayed:
    """One stay in one step. `left_to` is the step that followed, empty while it stays."""

    number: int
    step: str
    started_at: datetime
    ended_at: datetime | None = None
    left_to: str = ""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Another person became contact person while the case was open."""

    handover: int
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the figures need to know of one case, or of a help request that is no case."""

    spans: Sequence[Span] = ()
    waits: Sequence[Waited] = ()
    stays: Sequence[Stayed] = ()
    handovers: Sequence[HandedOver] = ()


def standing(events: Iterable[Happening]) -> list[Happening]:
    """The events that count, in order of recording: what was corrected is replaced by its correction.

    A closing that was undone takes with it the answer that was given with it.
    """
    known = {event.id: event for event in events}
    corrected = {event.corrects for event in known.values() if event.corrects}
    undone = {
        known[event.corrects].at
        for event in known.values()
        if event.kind == Kind.CLOSING_UNDONE and event.corrects in known
    }
    counting = [
        event
        for event in known.values()
        if event.id not in corrected
        and not (event.kind == Kind.ANSWERED and event.of_case and event.at in undone)
    ]
    return sorted(counting, key=lambda event: (_place(event, known), event.id))


def _place(event: Happening, known: Mapping[int, Happening]) -> int:
    """Where a correction stands: at the place of what it corrects."""
    while event.corrects is not None and event.corrects in known and event.corrects < event.id:
        event = known[event.corrects]
    return event.id


def reported_at(events: Sequence[Happening]) -> datetime | None:
    """When the clock starts: the receipt of the first help request; None when no report is known."""
    reports = [event.at for event in events if event.kind == Kind.REPORTED]
    return min(reports, default=first_of(events, Kind.TAKEN_UP))


def closed_at(events: Sequence[Happening]) -> datetime | None:
    """When the case ended, or None while it is open."""
    closed = None
    for event in events:
        if event.kind == Kind.CLOSED:
            closed = event.at
        elif event.kind == Kind.CLOSING_UNDONE:
            closed = None
    return closed


def first_of(events: Sequence[Happening], *kinds: str) -> datetime | None:
    """The earliest moment at which one of these happened."""
    return min((event.at for event in events if event.kind in kinds), default=None)
