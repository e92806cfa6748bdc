"""What is said in a conversation, kept while one talks. Nothing that another wrote is overwritten unseen."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cases.categories import category_of
from cases.enums import DataCategory, LifeDomain, RedFlag
from cases.models import Case, HelpRequest
from intake.essentials import is_touched
from intake.merging import Value, merge
from intake.models import Conversation, DomainNote
from intake.models.conversation import NOTE_FIELDS, WORD_FIELDS
from intake.operations.conversations import lock_conversation
from intake.queries.household import has_children
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.core.errors import Conflict, Refused


class SaidMeanwhileError(Conflict):
    """Somebody else wrote in the same field. `theirs`: what stands there; `merged`: all other fields."""

    def __init__(self, theirs: Mapping[str, Value], merged: Mapping[str, Value], by: User | None) -> None:
        who = by.name if by else _("somebody else")
        super().__init__(
            _("%(name)s wrote in the same place while you were writing. Nothing is lost: look at both.")
            % {"name": who}
        )
        self.theirs, self.merged = dict(theirs), dict(merged)


@transaction.atomic
def keep_said(
    *,
    conversation: Conversation,
    domain: str,
    given: Mapping[str, Any],
    seen: Mapping[str, str],
    by: User,
    now: datetime,
) -> Conversation:
    """Keep what was noted about one domain, and the words of the whole conversation.

    `given` holds the fields of `NOTE_FIELDS` and `WORD_FIELDS`, `seen` what the form started from (digests).
    By who works on the case. Raises SaidMeanwhileError, and then keeps nothing; Refused for a closed case.
    """
    case, conversation = lock_conversation(conversation, by, now)
    if not case.is_open:
        raise Refused(_("This case is closed."))
    note = _note(conversation, LifeDomain(domain))
    current = {name: getattr(note, name) for name in NOTE_FIELDS}
    current |= {name: getattr(conversation, name) for name in WORD_FIELDS}
    merged = merge(current, given, seen)
    if merged.conflicts:
        in_note = set(merged.conflicts) & set(NOTE_FIELDS)
        writer = note.changed_by if in_note else conversation.changed_by
        raise SaidMeanwhileError(merged.conflicts, merged.values, writer)
    _keep_note(note, case, merged.values, by=by, now=now)
    _keep_words(conversation, case, merged.values, by=by, now=now)
    return conversation


def _note(conversation: Conversation, domain: LifeDomain) -> DomainNote:
    rows = DomainNote.objects.select_related("changed_by").filter(conversation=conversation, domain=domain)
    return rows.first() or DomainNote(conversation=conversation, domain=domain)


def _keep_note(note: DomainNote, case: Case, values: Mapping[str, Value], *, by: User, now: datetime) -> None:
    changed = _put(note, values, NOTE_FIELDS)
    if not changed or (note.pk is None and not is_touched(note)):
        return
    note.category = category_of_note(case, note.domain, now)
    note.changed_by, note.changed_at = by, now
    note.save()
    log.wrote(
        "note_domain", by=by, now=now, about=note, residents=[case.resident_id], domain=str(note.domain)
    )


def _keep_words(
    conversation: Conversation, case: Case, values: Mapping[str, Value], *, by: User, now: datetime
) -> None:
    changed = _put(conversation, values, WORD_FIELDS)
    if not changed:
        return
    conversation.version += 1
    conversation.changed_by, conversation.changed_at = by, now
    conversation.save()
    log.wrote(
        "note_conversation", by=by, now=now, about=conversation, residents=[case.resident_id], fields=changed
    )


def _put(row: DomainNote | Conversation, values: Mapping[str, Value], names: tuple[str, ...]) -> list[str]:
    changed = [name for name in names if name in values and getattr(row, name) != values[name]]
    for name in changed:
        setattr(row, name, values[name])
    return changed


def category_of_note(case: Case, domain: str, now: datetime) -> DataCategory:
    """What a note about this domain is about, in this household and with these red flags."""
    unsafe = HelpRequest.objects.filter(case=case, red_flags__contains=[RedFlag.UNSAFE]).exists()
    return category_of(domain, children=has_children(case.resident, now), unsafe=unsafe)
