"""Who settled a report, and when: what the second of two colleagues hears who press at once."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from cases.enums import EventKind, HelpRequestState
from cases.models import Event, HelpRequest
from sociaal.core.templatetags.ui import long_time

ENDS = {
    HelpRequestState.TAKEN_UP: EventKind.TAKEN_UP,
    HelpRequestState.JOINED: EventKind.JOINED,
    HelpRequestState.ANSWERED: EventKind.ANSWERED,
    HelpRequestState.DISCARDED: EventKind.DISCARDED,
}
"""Which event brought a report into which state."""


@dataclass(frozen=True)
class Settled:
    """How a report left the inbox. `by`: the name of who did it; "" for what happened without a person."""

    state: HelpRequestState
    by: str
    at: datetime

    @property
    def words(self) -> str:
        """One sentence: who, what and when."""
        sentence = {
            HelpRequestState.TAKEN_UP: _("%(name)s took this question up: %(when)s."),
            HelpRequestState.JOINED: _("%(name)s added this question to a case: %(when)s."),
            HelpRequestState.ANSWERED: _("%(name)s answered this question: %(when)s."),
            HelpRequestState.DISCARDED: _("%(name)s discarded this report: %(when)s."),
        }[self.state]
        return sentence % {"name": self.by or _("A colleague"), "when": long_time(self.at)}


def settled_of(request: HelpRequest) -> Settled | None:
    """Who settled this report; None while it is new. One query."""
    if request.state == HelpRequestState.NEW:
        return None
    state = HelpRequestState(request.state)
    rows = Event.objects.filter(help_request=request.pk, kind=ENDS[state]).order_by("-pk")
    row = rows.values_list("actor__name", "occurred_at").first()
    name, at = row or (None, request.settled_at or request.received_at)
    return Settled(state, name or "", at)
