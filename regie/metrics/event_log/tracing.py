"""From events to cases: the way each case went."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Any

from regie.metrics.event_log.oddities import Oddity, odd_durations
from regie.metrics.event_log.reading import LoggedEvent

DAY = timedelta(days=1)
SEVERAL = {
    "start": Oddity.SEVERAL_STARTS,
    "end": Oddity.SEVERAL_ENDS,
    "deadline": Oddity.SEVERAL_DEADLINES,
    "channel": Oddity.SEVERAL_CHANNELS,
}
"""What the lines of a case should agree upon, and what it is when they do not."""
ATTRIBUTES = (*SEVERAL, "responsible")


@dataclass(frozen=True, slots=True)
class TracedCase:
    """One case of the log. Nothing in it says who worked on it, only how often that changed."""

    case: str
    route: tuple[int, ...]
    """The activities in order of time; at one and the same moment in the order of the file."""
    first_at: datetime
    last_at: datetime
    start_at: datetime
    """As the log says; else the first event."""
    end_at: datetime | None
    """As the log says; None: still open when the log ends."""
    deadline_at: datetime | None
    channel: str
    resource_changes: int
    """How often an event was by another resource than the one before; events by nobody are passed over."""
    several_responsible: bool
    """More than one responsible person is named."""
    oddities: tuple[Oddity, ...]

    @property
    def first_to_last_days(self) -> float:
        return (self.last_at - self.first_at) / DAY

    def start_to_end_days(self, until: datetime) -> float:
        """Days from start to end; of an open case to `until`. Below zero where the log says so."""
        return ((self.end_at or until) - self.start_at) / DAY


def trace_cases(
    events: Iterable[LoggedEvent], *, until: datetime, starts_named: bool
) -> Iterator[TracedCase]:
    """The cases of these events, which come ordered by case, time and line.

    `until` is the log's last event; `starts_named` whether the log has a column for the start.
    """
    for case, own in groupby(events, key=attrgetter("case")):
        yield _Trace(own).case(case, until, starts_named)


class _Trace:
    """What the events of one case say, each looked at once."""

    def __init__(self, events: Iterable[LoggedEvent]) -> None:
        self.route: list[int] = []
        self.resource_changes = 0
        self.deadline: datetime | None = None
        self.said: dict[str, dict[Any, None]] = {name: {} for name in ATTRIBUTES}
        """Per attribute the different values, in order of their first mention."""
        for event in events:
            self._take(event)

    def _take(self, event: LoggedEvent) -> None:
        if not self.route:
            self.first_at, self.last_resource = event.at, event.resource
        self.route.append(event.activity)
        self.last_at = event.at
        if event.resource is not None:
            self.resource_changes += self.last_resource not in (None, event.resource)
            self.last_resource = event.resource
        self.deadline = event.deadline or self.deadline
        for name, values in self.said.items():
            value = getattr(event, name)
            if value is not None and value != "":
                values[value] = None

    def case(self, name: str, until: datetime, starts_named: bool) -> TracedCase:
        start = min(self.said["start"], default=self.first_at)
        end = max(self.said["end"], default=None)
        return TracedCase(
            case=name,
            route=tuple(self.route),
            first_at=self.first_at,
            last_at=self.last_at,
            start_at=start,
            end_at=end,
            deadline_at=self.deadline,
            channel=next(iter(self.said["channel"]), ""),
            resource_changes=self.resource_changes,
            several_responsible=len(self.said["responsible"]) > 1,
            oddities=(*odd_durations(start, end, until), *self._odd_words(starts_named)),
        )

    def _odd_words(self, starts_named: bool) -> Iterator[Oddity]:
        if starts_named and not self.said["start"]:
            yield Oddity.NO_START
        for name, oddity in SEVERAL.items():
            if len(self.said[name]) > 1:
                yield oddity
