"""What the timeline of a case says about a conversation."""

from collections.abc import Sequence
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from cases.enums import EventKind
from cases.models import Event
from cases.permissions import Access
from intake.enums.meldcode import EntryKind
from intake.models import Conversation
from intake.permissions import sees_meldcode
from sociaal.core.templatetags.ui import long_time


def conversations(access: Access, events: Sequence[Event]) -> dict[int, str]:
    """By event key: of a planned one when and where; of a held one the wish and who was at the table."""
    known = _conversations(access, events)
    tellers = {EventKind.CONVERSATION_PLANNED: _when, EventKind.CONVERSATION_HELD: _told}
    return {
        event.pk: tellers[EventKind(event.kind)](row) for event in events if (row := known.get(_key(event)))
    }


def _key(event: Event) -> Any:
    return event.codes.get("conversation")


def _conversations(access: Access, events: Sequence[Event]) -> dict[int, Conversation]:
    rows = Conversation.objects.filter(pk__in=[key for event in events if (key := _key(event))])
    return {row.pk: row for row in rows if access.may_see(row.category)}


def _when(row: Conversation) -> str:
    return " · ".join(part for part in (long_time(row.planned_at), row.place) if part)


def _told(row: Conversation) -> str:
    lines = []
    if row.wish:
        lines.append(_("Wants to reach: %(wish)s") % {"wish": Truncator(row.wish).chars(200)})
    if row.at_table:
        lines.append(_("At the table: %(who)s") % {"who": row.at_table})
    return "\n".join(lines)


OPENED, DECIDED = "opened", "decided"
"""What a meldcode's event says beside the kinds of what was done."""


def meldcode(access: Access, events: Sequence[Event]) -> dict[int, str]:
    """By event key which step was taken; to who may not see it, nothing at all."""
    if not sees_meldcode(access):
        return {}
    return {event.pk: _("Meldcode: %(what)s") % {"what": _step(event)} for event in events}


def _step(event: Event) -> str:
    what = event.codes.get("what")
    if what in set(EntryKind):
        return str(EntryKind(what).label)
    return _("decided") if what == DECIDED else _("started")
