"""What is said in a conversation, kept while one talks. Nothing that another wrote is overwritten unseen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cases.categories import category_of
from cases.enums import DataCategory, LifeDomain, RedFlag
from cases.models import Case, HelpRequest
from intake.essentials import is_touched
from intake.merging import Hand, Standing, Value, merge
from intake.models import Conversation, DomainNote
from intake.models.conversation import NOTE_FIELDS, WORD_FIELDS
from intake.operations.conversations import lock_conversation
from intake.operations.questions import pin_questions
from intake.operations.table import seat
from intake.queries.household import has_children
from intake.seats import is_seat
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.core.errors import Conflict, Refused


@dataclass(frozen=True)
class Kept:
    """`conflicts`: what stands in the fields that another wrote meanwhile. All other fields were kept.

    `standing`: what stands in every field of conversation and note now, and who wrote it.
    """

    conversation: Conversation
    standing: Standing
    conflicts: Mapping[str, Value]


class SaidMeanwhileError(Conflict):
    """Somebody else wrote in the same field. `theirs`: what stands there."""

    def __init__(self, theirs: Mapping[str, Value]) -> None:
        super().__init__(
            _("A colleague wrote in the same place while you were writing. Nothing is lost: look at both.")
        )
        self.theirs = dict(theirs)


@transaction.atomic
def keep_said(
    *,
    conversation: Conversation,
    domain: str,
    given: Mapping[str, Any],
    seen: Mapping[str, str],
    by: User,
    now: datetime,
    form: str = "",
    turn: int = 0,
) -> Kept:
    """Keep what was noted about one domain, the words of the whole conversation, and who sat there.

    `given` holds any of `NOTE_FIELDS`, `WORD_FIELDS` and seats (`intake.seats`), `seen` what the form started
    from (digests); `form` and `turn` as in `intake.merging.Hand`. A field in which another wrote meanwhile is
    left as it is and named in the answer. By who works on the case. Raises Refused for a closed case.
    """
    case, conversation = lock_conversation(conversation, by, now)
    if not case.is_open:
        raise Refused(_("This case is closed."))
    note = note_of(conversation, LifeDomain(domain))
    hand = Hand(by.pk, form, turn)
    about_note, conflicts = _merged(note, NOTE_FIELDS, given, seen, hand)
    about_all, more = _merged(conversation, WORD_FIELDS, given, seen, hand)
    fields = _keep_note(note, case, about_note, hand, by=by, now=now)
    fields += _keep_words(conversation, case, about_all, hand, by=by, now=now)
    seats = {name: bool(value) for name, value in given.items() if is_seat(name)}
    fields += seat(conversation, case, seats, seen, by=by, now=now)
    if fields:
        pin_questions(conversation)
        conversation.version += 1
        conversation.save()
    values = {name: getattr(note, name) for name in NOTE_FIELDS}
    values |= {name: getattr(conversation, name) for name in WORD_FIELDS} | seats
    marks = {**conversation.written, **note.written}
    return Kept(conversation, Standing(values, marks), conflicts | more)


def check_kept(kept: Kept) -> None:
    """For who keeps all or nothing: raises SaidMeanwhileError when something was not kept."""
    if kept.conflicts:
        raise SaidMeanwhileError(kept.conflicts)


@transaction.atomic
def ask_nothing(
    *, conversation: Conversation, domain: str, nothing: bool, by: User, now: datetime
) -> DomainNote:
    """It was asked after, and there is nothing there; with `nothing` false that is taken back.

    By who works on the case. Raises Refused for a closed case, or when something was noted about it.
    """
    case, conversation = lock_conversation(conversation, by, now)
    if not case.is_open:
        raise Refused(_("This case is closed."))
    note = note_of(conversation, LifeDomain(domain))
    if nothing and is_touched(note):
        raise Refused(_("Something is noted about this already."))
    if note.no_questions == nothing:
        return note
    pin_questions(conversation)
    note.no_questions = nothing
    _save(note, case, ["no_questions"], by=by, now=now)
    conversation.version += 1
    conversation.save(update_fields=["version"])
    return note


def note_of(conversation: Conversation, domain: LifeDomain) -> DomainNote:
    """What was noted about this domain in this conversation; one that is not saved yet when nothing was."""
    row = DomainNote.objects.filter(conversation=conversation, domain=domain).first()
    return row or DomainNote(conversation=conversation, domain=domain)


def _merged(
    row: DomainNote | Conversation,
    names: tuple[str, ...],
    given: Mapping[str, Any],
    seen: Mapping[str, str],
    hand: Hand,
) -> tuple[dict[str, Value], dict[str, Value]]:
    """The values to write, without those that stand there already, and the conflicts."""
    standing = Standing({name: getattr(row, name) for name in names}, row.written)
    wanted = {name: value for name, value in given.items() if name in names}
    merged = merge(standing, wanted, seen, hand)
    changed = {name: value for name, value in merged.values.items() if standing.values[name] != value}
    return changed, merged.conflicts


def _put(
    row: DomainNote | Conversation, changed: Mapping[str, Value], hand: Hand, now: datetime
) -> list[str]:
    """Returns the fields that this form had not written yet: those have a line in the log to come.

    A form that keeps itself while one types writes one text in many small steps: that is one line, not one
    for each word.
    """
    begun = [name for name in changed if not hand.wrote(row.written.get(name))]
    for name, value in changed.items():
        setattr(row, name, value)
        row.written[name] = hand.mark(now.isoformat())
    return begun


def _keep_note(
    note: DomainNote, case: Case, changed: Mapping[str, Value], hand: Hand, *, by: User, now: datetime
) -> list[str]:
    if not changed:
        return []
    begun = _put(note, changed, hand, now)
    note.no_questions = note.no_questions and not is_touched(note)
    _save(note, case, begun, by=by, now=now)
    return list(changed)


def _save(note: DomainNote, case: Case, begun: list[str], *, by: User, now: datetime) -> None:
    note.category = category_of_note(case, note.domain, now)
    note.changed_by, note.changed_at = by, now
    note.save()
    if begun:
        log.wrote(
            "note_domain", by=by, now=now, about=note, residents=[case.resident_id],
            domain=str(note.domain), fields=begun,
        )  # fmt: skip


def _keep_words(
    conversation: Conversation,
    case: Case,
    changed: Mapping[str, Value],
    hand: Hand,
    *,
    by: User,
    now: datetime,
) -> list[str]:
    """Saved by the caller, with its next version."""
    if not changed:
        return []
    begun = _put(conversation, changed, hand, now)
    conversation.changed_by, conversation.changed_at = by, now
    if begun:
        log.wrote(
            "note_conversation",
            by=by,
            now=now,
            about=conversation,
            residents=[case.resident_id],
            fields=begun,
        )
    return list(changed)


def category_of_note(case: Case, domain: str, now: datetime) -> DataCategory:
    """What a note about this domain is about, in this household and with these red flags."""
    unsafe = HelpRequest.objects.filter(case=case, red_flags__contains=[RedFlag.UNSAFE]).exists()
    return category_of(domain, children=has_children(case.resident, now), unsafe=unsafe)
