"""What a closing ended by itself, as its event says: to bring it back when the closing was a mistake."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from cases.enums import ArrangementState, DataCategory, EventKind, ProcedureState
from cases.models import Arrangement, Case, Event, Procedure
from cases.permissions import Access
from cases.policies import PENDING

ENDED = (ArrangementState.ENDED, ArrangementState.CANCELLED)


@dataclass(frozen=True)
class Ended:
    """A procedure or help that the closing ended. `to`: the state it had; `event`: with which it ended.
    `stays`: why it cannot come back, or "".
    """

    row: Any
    to: str
    event: Event | None
    called: str
    category: str
    stays: str = ""


@dataclass(frozen=True)
class EndedByClosing:
    """Of the last closing of a case."""

    closing: Event | None = None
    procedures: Sequence[Ended] = ()
    help: Sequence[Ended] = ()

    def back(self, access: Access) -> list[str]:
        """What comes back, in words, as far as this reader may see it."""
        return [one.called for one in self._seen(access) if not one.stays]

    def stay(self, access: Access) -> list[str]:
        """What does not, and why."""
        return [f"{one.called}: {one.stays}" for one in self._seen(access) if one.stays]

    def _seen(self, access: Access) -> list[Ended]:
        return [one for one in (*self.procedures, *self.help) if access.may_see(one.category)]


def states_before(procedures: Sequence[Procedure], helps: Sequence[Arrangement]) -> dict[str, Any]:
    """What a closing is about to end, for its event: keys with the state each has now."""
    found = {
        "procedures": [[row.pk, str(row.state)] for row in procedures],
        "help": [[row.pk, str(row.state)] for row in helps],
    }
    return {"ended": found} if procedures or helps else {}


def ended_by_closing(case: Case, today: date) -> EndedByClosing:
    """At most four queries; one for a closing that ended nothing."""
    closing = Event.objects.filter(case=case, kind=EventKind.CLOSED).order_by("-pk").first()
    codes = closing.codes.get("ended", {}) if closing is not None else {}
    if closing is None or not codes:
        return EndedByClosing(closing)
    procedures, helps = dict(codes.get("procedures", ())), dict(codes.get("help", ()))
    withdrawn = Procedure.objects.filter(case=case, pk__in=procedures, state=ProcedureState.WITHDRAWN)
    rows = Arrangement.objects.filter(case=case, pk__in=helps, state__in=ENDED)
    events = _events(case, closing)
    return EndedByClosing(
        closing,
        [_procedure(row, procedures[row.pk], events) for row in withdrawn.order_by("pk")],
        [
            _help(row, helps[row.pk], events, today)
            for row in rows.select_related("provision", "resident").order_by("pk")
        ],
    )


def _events(case: Case, closing: Event) -> Mapping[tuple[str, int], Event]:
    """By kind and key the last event of each before the closing: the one with which it ended."""
    kinds = {EventKind.PROCEDURE_ENDED: "procedure", EventKind.ARRANGEMENT_CHANGED: "arrangement"}
    rows = Event.objects.filter(case=case, kind__in=list(kinds), pk__lt=closing.pk).order_by("pk")
    return {(kinds[EventKind(row.kind)], row.codes[kinds[EventKind(row.kind)]]): row for row in rows}


def _procedure(row: Procedure, to: str, events: Mapping[tuple[str, int], Event]) -> Ended:
    called = f"{row.get_law_display()}: {row.subject}"
    return Ended(row, to, events.get(("procedure", row.pk)), called, DataCategory.GENERAL)


def _help(row: Arrangement, to: str, events: Mapping[tuple[str, int], Event], today: date) -> Ended:
    stays = ""
    if row.resident.died_on is not None:
        stays = _("who got it has died")
    elif to in PENDING and not row.provision.is_given_on(today):
        stays = _("this provision is no longer given")
    return Ended(row, to, events.get(("arrangement", row.pk)), row.provision.name, row.category, stays)
