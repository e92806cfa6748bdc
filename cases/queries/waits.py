"""Whom a case waits for, in words: the first of its running waits in the fixed order of parties."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case as When_
from django.db.models import CharField, DateTimeField, IntegerField, OuterRef, QuerySet, Subquery, Value, When
from django.utils.translation import gettext as _

from cases.enums import WaitParty, WaitSubject
from cases.models import Case, Wait

ORDER = {str(party): place for place, party in enumerate(WaitParty)}
PARTIES = When_(
    *(When(on=party, then=Value(place)) for party, place in ORDER.items()), output_field=IntegerField()
)


@dataclass(frozen=True)
class ShownWait:
    """The one wait a case shows. `days` since it began, whole days."""

    on: str
    subject: str
    since: datetime
    days: int
    why: str = ""

    @property
    def words(self) -> str:
        """For example: 9 days on us: the conversation."""
        what = self.why or str(WaitSubject(self.subject).label).lower()
        return _("%(who)s: %(what)s") % {"who": waits_on(self.on), "what": what}


ON_WHOM = {
    WaitParty.US: lambda: _("on us"),
    WaitParty.RESIDENT: lambda: _("on the resident"),
    WaitParty.PARTNER: lambda: _("on a partner"),
    WaitParty.PROVIDER: lambda: _("on the provider"),
    WaitParty.AUTHORITY: lambda: _("on another authority"),
}


def waits_on(party: str) -> str:
    """ "on us", "on the provider": whom we wait for, inside a sentence."""
    return ON_WHOM[WaitParty(party)]()


def shown_wait(waits: Iterable[Wait], now: datetime, *, reasons: bool = True) -> ShownWait | None:
    """The wait to show of these running ones: us before resident before others, the longest first.

    Without `reasons` for who may not see why, which is somebody's own words.
    """
    first = min(waits, key=lambda wait: (ORDER[wait.on], wait.since), default=None)
    if first is None:
        return None
    return ShownWait(
        first.on, first.subject, first.since, (now - first.since).days, first.why if reasons else ""
    )


def with_shown_wait(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Each case with `wait_on`, `wait_subject`, `wait_why` and `wait_since` of the wait it shows.

    None for a case that does not wait.
    """
    running = Wait.objects.filter(case=OuterRef("pk"), until__isnull=True).order_by(PARTIES, "since", "pk")

    def first(field: str, kind: type) -> Subquery:
        return Subquery(running.values(field)[:1], output_field=kind())

    return cases.annotate(
        wait_on=first("on", CharField),
        wait_since=first("since", DateTimeField),
        wait_subject=first("subject", CharField),
        wait_why=first("why", CharField),
    )
