"""What was said in the conversations of a case so far, for what this reader may see: they add up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cases.enums import Level, LifeDomain
from cases.models import Case
from cases.permissions import Access
from intake.clarity import SaidOf
from intake.essentials import is_touched
from intake.models import Conversation, DomainNote
from intake.models.conversation import TEXT_FIELDS


@dataclass(frozen=True)
class SaidSoFar:
    """All conversations of a case that this reader may see, earliest first, and all notes they may see."""

    conversations: Sequence[Conversation]
    notes: Sequence[DomainNote]
    hidden: frozenset[LifeDomain]
    """Domains of which there is a note that is not for this reader."""

    def before(self, conversation: Conversation) -> list[Conversation]:
        """The earlier conversations, latest first."""
        place = [one.pk for one in self.conversations].index(conversation.pk)
        return list(reversed(self.conversations[:place]))

    def of(self, conversation: Conversation, domain: LifeDomain) -> DomainNote:
        """The note of this conversation about this domain; one that is not saved when there is none."""
        found = (n for n in self.notes if (n.conversation_id, n.domain) == (conversation.pk, domain))
        return next(found, None) or DomainNote(conversation=conversation, domain=domain)

    def about(self, domain: LifeDomain) -> list[DomainNote]:
        """Over all conversations, earliest first; only where something was said."""
        return [note for note in self.notes if note.domain == domain and is_touched(note)]


@dataclass(frozen=True)
class Earlier:
    """What was said about one domain in an earlier conversation."""

    at: datetime
    note: DomainNote


@dataclass(frozen=True)
class LevelRow:
    """One domain in the picture of the whole. `path`: moment and level of each time one was noted."""

    domain: LifeDomain
    level: int | None
    words: str
    no_questions: bool
    path: Sequence[tuple[datetime, int]]

    @property
    def earlier(self) -> Sequence[tuple[datetime, int]]:
        """The levels before the present one, latest first."""
        return self.path[-2::-1]


@dataclass(frozen=True)
class ReportPart:
    """What was noted about one domain so far, over all conversations of the case."""

    label: str
    notes: Sequence[DomainNote]


def said_so_far(case: Case, access: Access) -> SaidSoFar:
    """Two queries."""
    rows = Conversation.objects.filter(case=case).order_by("planned_at", "pk")
    notes = DomainNote.objects.filter(conversation__case=case).select_related("changed_by")
    ordered = list(notes.order_by("conversation__planned_at", "pk"))
    return SaidSoFar(
        conversations=[row for row in rows if access.may_see(row.category)],
        notes=[note for note in ordered if access.may_see(note.category)],
        hidden=frozenset(LifeDomain(note.domain) for note in ordered if not access.may_see(note.category)),
    )


def earlier_about(so_far: SaidSoFar, conversation: Conversation, domain: LifeDomain) -> list[Earlier]:
    """The last time first."""
    before = {one.pk: one for one in so_far.before(conversation)}
    notes = [note for note in so_far.about(domain) if note.conversation_id in before]
    return [Earlier(_when(before[note.conversation_id]), note) for note in reversed(notes)]


def levels_of(so_far: SaidSoFar, domains: Sequence[LifeDomain]) -> list[LevelRow]:
    """A row for each of these domains, also where nothing is known yet."""
    return [_level_row(so_far, domain) for domain in domains]


def _level_row(so_far: SaidSoFar, domain: LifeDomain) -> LevelRow:
    at = {one.pk: _when(one) for one in so_far.conversations}
    notes = [note for note in so_far.about(domain) if note.conversation_id in at]
    path = [(at[note.conversation_id], note.level) for note in notes if note.level]
    level = path[-1][1] if path else None
    return LevelRow(
        domain=domain, level=level, words=str(Level(level).label) if level else "", path=path,
        no_questions=any(note.no_questions for note in so_far.notes if note.domain == domain),
    )  # fmt: skip


def _when(conversation: Conversation) -> datetime:
    return conversation.held_at or conversation.planned_at


def report_of(so_far: SaidSoFar, domains: Sequence[LifeDomain]) -> list[ReportPart]:
    """What was noted, domain by domain."""
    parts = (ReportPart(str(domain.label), so_far.about(domain)) for domain in domains)
    return [part for part in parts if part.notes]


def added_up(so_far: SaidSoFar) -> list[SaidOf]:
    """Per domain what all conversations together say, with the latest level."""
    return [_added_up(domain, so_far) for domain in LifeDomain]


def _added_up(domain: LifeDomain, so_far: SaidSoFar) -> SaidOf:
    notes = [note for note in so_far.notes if note.domain == domain]
    texts = {name: "\n".join(text for n in notes if (text := getattr(n, name))) for name in TEXT_FIELDS}
    levels = [note.level for note in notes if note.level]
    return SaidOf(
        domain=domain, level=levels[-1] if levels else None,
        no_questions=any(note.no_questions for note in notes), **texts,
    )  # fmt: skip
