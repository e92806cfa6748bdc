"""What the timeline says about parties and agreements: for each event a line, or nothing."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from cases.enums import EventKind
from cases.permissions import Access
from regie.coordination.models import Agreement, Participation

Told = dict[int, str]
"""Words by event key; an event that is left out is not told to this reader."""


def parties(access: Access, events: Sequence[Any]) -> Told:
    """Who joined and who left. Whoever reads the case sees who is around the table."""
    keys = set(_keys(events, "party"))
    rows = Participation.objects.filter(pk__in=keys).select_related("organisation").in_bulk()
    return {
        event.pk: _party_line(event.kind, rows[event.codes["party"]])
        for event in events
        if event.codes.get("party") in rows
    }


def agreements(access: Access, events: Sequence[Any]) -> Told:
    """What was agreed and what became of it, in the data categories this reader may see."""
    rows = Agreement.objects.filter(pk__in=set(_keys(events, "agreement"))).in_bulk()
    seen = {key: row for key, row in rows.items() if access.may_see(row.category)}
    return {
        event.pk: _agreement_line(event, seen[event.codes["agreement"]])
        for event in events
        if event.codes.get("agreement") in seen
    }


def _keys(events: Sequence[Any], code: str) -> Iterator[int]:
    return (event.codes[code] for event in events if event.codes.get(code))


def _party_line(kind: str, party: Participation) -> str:
    names = {"name": party.organisation.name, "role": party.role}
    if kind == EventKind.PARTY_LEFT:
        return _("%(name)s no longer takes part") % names
    return _("%(name)s takes part: %(role)s") % names


def _agreement_line(event: Any, agreement: Agreement) -> str:
    said = {"who": agreement.who, "what": agreement.what}
    if event.kind == EventKind.AGREEMENT_MADE:
        return _("Agreed: %(who)s – %(what)s") % said
    lines = {
        Agreement.State.KEPT: _("Agreement kept: %(who)s – %(what)s"),
        Agreement.State.NOT_KEPT: _("Agreement not kept: %(who)s – %(what)s"),
        Agreement.State.CANCELLED: _("Agreement no longer needed: %(who)s – %(what)s"),
    }
    return lines[Agreement.State(event.codes["outcome"])] % said
