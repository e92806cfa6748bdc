"""What was said, held against what must be known: plain data in, plain data out.

The essentials: `design.md` section 5, guard of `finish_conversation`. Conversations of one case add up.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from cases.policies import Essentials


class Said(Protocol):
    """A conversation, as far as the essentials need it."""

    own_words: str
    wish: str


class Noted(Protocol):
    """What was noted about one life domain."""

    notes: str
    goes_well: str
    is_hard: str
    can_do: str
    network_can: str
    cannot: str
    level: int | None


SomeNote = TypeVar("SomeNote", bound=Noted)


def essentials_of(conversations: Iterable[Said], notes: Iterable[Noted]) -> Essentials:
    """The essentials as far as they are there. Own strength and network: asked once something is noted."""
    told, noted = list(conversations), list(notes)
    return Essentials(
        own_words=first_words(conversation.own_words for conversation in told),
        wish=wish_of(told),
        own_strength_asked=any(note.can_do.strip() for note in noted),
        network_asked=any(note.network_can.strip() for note in noted),
        domains_touched=sum(is_touched(note) for note in noted),
    )


def is_touched(note: Noted) -> bool:
    """Whether anything was said about this domain. "No questions here" is an answer, and says nothing."""
    return note.level is not None or any(text.strip() for text in texts_of(note))


def texts_of(note: Noted) -> tuple[str, ...]:
    """Everything that is written about one domain."""
    return (note.notes, note.goes_well, note.is_hard, note.can_do, note.network_can, note.cannot)


def wish_of(conversations: Sequence[Said]) -> str:
    """What the resident wants to reach, as they last said it. `conversations`: earliest first."""
    return first_words(conversation.wish for conversation in reversed(conversations))


def about_the_wish(notes: Iterable[SomeNote]) -> SomeNote | None:
    """The note about what the wish is most likely about: where it goes worst, else the first one touched."""
    touched = [note for note in notes if is_touched(note)]
    return min(touched, key=lambda note: note.level or 6, default=None)


def first_words(texts: Iterable[str]) -> str:
    return next((text for text in texts if text.strip()), "")
