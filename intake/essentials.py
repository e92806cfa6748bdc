"""What was said, held against what must be known: plain data in, plain data out.

The essentials: `design.md` section 5, guard of `finish_conversation`. Conversations of one case add up.
"""

from collections.abc import Iterable
from typing import Protocol

from cases.policies import Essentials


class Said(Protocol):
    """A conversation, as far as the essentials need it."""

    own_words: str
    wish: str


class Noted(Protocol):
    """What was noted about one life domain."""

    notes: str
    can_do: str
    network_can: str
    cannot: str
    level: int | None


def essentials_of(conversations: Iterable[Said], notes: Iterable[Noted]) -> Essentials:
    """The essentials as far as they are there. Own strength and network: asked once something is noted."""
    told, noted = list(conversations), list(notes)
    return Essentials(
        own_words=_first(conversation.own_words for conversation in told),
        wish=_first(conversation.wish for conversation in told),
        own_strength_asked=any(note.can_do.strip() for note in noted),
        network_asked=any(note.network_can.strip() for note in noted),
        domains_touched=sum(is_touched(note) for note in noted),
    )


def is_touched(note: Noted) -> bool:
    """Whether anything was said about this domain."""
    texts = (note.notes, note.can_do, note.network_can, note.cannot)
    return note.level is not None or any(text.strip() for text in texts)


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text.strip()), "")
