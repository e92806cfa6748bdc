"""What another did in the conversation that is open here: for who writes in it at the same time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from cases.enums import Level
from intake.merging import Hand, Marks, Standing, Value, changed_since, digest
from intake.models import Conversation
from intake.models.conversation import NOTE_FIELDS, WORD_FIELDS
from intake.queries.conversation import TalkPage
from intake.queries.table import seat_of
from sociaal.accounts.models import User


@dataclass(frozen=True)
class Theirs:
    """What somebody else wrote in one field: `who` and `at` may be unknown, `mark` is its digest."""

    field: str
    value: Value
    who: str
    at: datetime | None
    own: bool
    """It was the reader themself, in another window."""

    @property
    def mark(self) -> str:
        return digest(self.value)

    @property
    def shown(self) -> str:
        """As a person reads it."""
        if self.field == "level":
            return f"{self.value} {Level(int(self.value)).label}" if self.value else _("no level")
        if isinstance(self.value, bool):
            return _("ticked") if self.value else _("not ticked")
        return str(self.value or "") or _("empty")


def stand_of(conversation: Conversation, others: Sequence[User]) -> str:
    """Changes whenever there is something new: in what was said, or in who is here."""
    return f"{conversation.version}-{digest(' '.join(str(user.pk) for user in others))}"


def changed_meanwhile(page: TalkPage, seen: Mapping[str, str], hand: Hand) -> list[Theirs]:
    """The fields of the open form that another wrote since it was made."""
    standing = _standing(page)
    return theirs_of(changed_since(standing, seen, hand), standing.marks, hand.by)


def theirs_of(values: Mapping[str, Value], marks: Marks, reader: int) -> list[Theirs]:
    """These fields with who wrote them and when. At most one query."""
    writers = User.objects.in_bulk({marks[name]["by"] for name in values if name in marks})
    return [_theirs(name, value, marks.get(name), writers, reader) for name, value in values.items()]


def _theirs(
    name: str, value: Value, mark: Mapping[str, Any] | None, writers: Mapping[int, User], reader: int
) -> Theirs:
    if mark is None:
        return Theirs(name, value, _("a colleague"), None, own=False)
    writer = writers.get(mark["by"])
    return Theirs(
        name, value, writer.name if writer else _("a colleague"), parse_datetime(mark["at"]),
        own=mark["by"] == reader,
    )  # fmt: skip


def _standing(page: TalkPage) -> Standing:
    values: dict[str, Value] = {name: getattr(page.note, name) for name in NOTE_FIELDS}
    values |= {name: getattr(page.conversation, name) for name in WORD_FIELDS}
    sat = {seat_of(row).field for row in page.people}
    values |= {one.field: one.field in sat for one in page.seats}
    return Standing(values, {**page.conversation.written, **page.note.written})
