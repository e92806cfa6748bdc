"""The timeline narrowed to what somebody looks for. Pure: moments in, moments out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from cases.enums import EventKind as Kind
from cases.enums import StoryPart as Part
from sociaal.core.names import plain

PART_OF: Mapping[str, Part] = {
    kind: part
    for part, kinds in {
        Part.CONTACT: (
            Kind.REPORTED, Kind.TAKEN_UP, Kind.JOINED, Kind.ANSWERED, Kind.DISCARDED, Kind.PUT_BACK,
            Kind.FIRST_CONTACT, Kind.CONTACT, Kind.CONVERSATION_PLANNED, Kind.CONVERSATION_HELD,
        ),
        Part.STEPS: (
            Kind.STATUS_CHANGED, Kind.WEIGHED, Kind.SECOND_READ, Kind.EXCEPTION_ASKED, Kind.EXCEPTION_DECIDED,
            Kind.SOLUTION_AGREED, Kind.CLOSED, Kind.CLOSING_UNDONE, Kind.MELDCODE,
        ),
        Part.LAW: (
            Kind.PROCEDURE_OPENED, Kind.APPLIED, Kind.DEFAULT_NOTICE, Kind.DELAY_TOLD,
            Kind.TERM_MOVED, Kind.DECIDED, Kind.DECISION_SENT, Kind.OBJECTION, Kind.PROCEDURE_ENDED,
        ),
        Part.HELP: (
            Kind.ARRANGEMENT_CHANGED, Kind.SUPPORT_STARTED, Kind.PLAN_CHANGED, Kind.LEVELS_RECORDED,
            Kind.REVIEWED,
        ),
        Part.WAITING: (Kind.WAIT_OPENED, Kind.WAIT_CLOSED),
        Part.PEOPLE: (
            Kind.TERM_OPENED, Kind.TERM_CLOSED, Kind.HANDOVER_ASKED, Kind.HANDOVER_ANSWERED, Kind.ROLE_GIVEN,
            Kind.PARTY_JOINED, Kind.PARTY_LEFT, Kind.AGREEMENT_MADE, Kind.AGREEMENT_SETTLED,
            Kind.RESIDENT_MERGED, Kind.MERGE_UNDONE, Kind.DIED, Kind.NOT_DIED,
        ),
        Part.PAPERS: (
            Kind.LETTER_MADE, Kind.LETTER_SENT, Kind.LETTER_STOPPED, Kind.DOCUMENT_ADDED,
            Kind.DOCUMENT_HIDDEN, Kind.DOCUMENT_BACK,
        ),
    }.items()
    for kind in kinds
}  # fmt: skip
"""Which part of the story each kind of event belongs to."""


class Told(Protocol):
    """A line of the story."""

    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def who(self) -> str: ...
    @property
    def part(self) -> str: ...


Line = TypeVar("Line", bound=Told)


@dataclass(frozen=True)
class Looked:
    """What somebody looks for: one part, by one person, with these words. Empty is everything."""

    part: str = ""
    who: str = ""
    words: str = ""

    def fits(self, line: Told) -> bool:
        """Every word stands somewhere in the line, whatever its capitals and accents."""
        if (self.part and line.part != self.part) or (self.who and line.who != self.who):
            return False
        told = plain(f"{line.title} {line.text} {line.who}")
        return all(word in told for word in plain(self.words).split())


def narrowed(lines: Iterable[Line], looked: Looked) -> list[Line]:
    """The lines that fit, in the order they came."""
    return [line for line in lines if looked.fits(line)]


def tellers(lines: Iterable[Told]) -> Sequence[str]:
    """Who is named in them, by name."""
    return sorted({line.who for line in lines if line.who})
