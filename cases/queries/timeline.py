"""What happened in a case, told as a story, newest first: moments, and waits as drawn-out stretches.

Events hold keys and codes; what they are about is joined in by key, and left out where its data category
is not for this reader.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from cases.enums import EventKind, StoryPart, WaitSubject
from cases.models import Wait
from cases.permissions import Access
from cases.queries.event_words import Known, Line, tell
from cases.queries.waits import waits_on
from cases.story import PART_OF
from sociaal.core.registry import registry

DETAILS_ONLY = frozenset(
    {
        *(EventKind.CONVERSATION_PLANNED, EventKind.CONVERSATION_HELD),
        *(EventKind.LETTER_MADE, EventKind.LETTER_SENT, EventKind.LETTER_STOPPED),
    }
)
SHORTEST = timedelta(days=1)
"""A shorter wait is no stretch anyone would see."""


@dataclass(frozen=True)
class Moment:
    """One line of the story; with `wait` a stretch of `days`. `part`: what it is about (StoryPart)."""

    at: datetime
    title: str
    text: str = ""
    when: datetime | None = None
    who: str = ""
    url: str = ""
    wait: bool = False
    days: int = 0
    part: str = ""


def moments_of(events: Sequence[Any], known: Known, access: Access) -> list[Moment]:
    """The events in words. An event that a later one replaces or repeats tells nothing, and is left out."""
    words = _of_other_apps(events, access)
    told = []
    weighed: set[int] = set()
    for event in events:
        if event.kind == EventKind.WEIGHED:
            if event.codes.get("weighing") in weighed:
                continue
            weighed.add(event.codes.get("weighing"))
        line = _theirs(event, words[event.pk]) if event.pk in words else tell(event, known, access)
        if line and line[0]:
            title, text, url = line
            at, part = event.occurred_at, PART_OF[event.kind]
            told.append(Moment(at, title, text, at, event.who or "", url, part=part))
    return told


def stretches_of(waits: Iterable[Wait], now: datetime, *, reasons: bool = True) -> Iterator[Moment]:
    """The waits of a day and more, each at the moment it ended, or now; with why, for who may see that."""
    for wait in waits:
        end = wait.until or now
        if end - wait.since < SHORTEST:
            continue
        title = _("Waited %(on)s") if wait.until else _("Waits %(on)s")
        what = (wait.why if reasons else "") or str(WaitSubject(wait.subject).label)
        passed = (end - wait.since).days
        yield Moment(
            end, title % {"on": waits_on(wait.on)}, what, wait=True, days=passed, part=StoryPart.WAITING
        )


def newest_first(moments: Iterable[Moment]) -> list[Moment]:
    """The story; a wait stands above what happened when it ended."""
    return sorted(moments, key=lambda moment: (moment.at, not moment.wait), reverse=True)


def _theirs(event: Any, words: str) -> Line:
    """Another app says what; where it says only details, the kind of event says what it was."""
    if event.kind in DETAILS_ONLY:
        return str(EventKind(event.kind).label), words, ""
    return words, "", ""


def _of_other_apps(events: Sequence[Any], access: Access) -> Mapping[int, str]:
    """What the apps above this one say about their own events; each is asked once for all its kinds."""
    theirs: dict[Any, list[Any]] = {}
    for event in events:
        if teller := registry.event_words.get(event.kind):
            theirs.setdefault(teller, []).append(event)
    words = {event.pk: "" for told in theirs.values() for event in told}
    for teller, told in theirs.items():
        words |= teller(access, told)
    return words
