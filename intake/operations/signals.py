"""An early signal of debts: a creditor tells that somebody falls behind; nobody asked a question yet.

Wgs art. 3 lid 1 onder b: the municipality makes contact by itself. Signals of one address in one month are
one report, so that a household gets one visit, however many creditors wrote.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from cases.enums import Channel, HelpRequestState, Reporter
from cases.models import HelpRequest
from cases.operations import help_requests
from intake.models import EarlySignal, ReportDetails, SignalledAddress
from intake.operations.backlog import Outcome, Taken
from intake.told import new_reference
from sociaal.accounts.models import Team
from sociaal.core.crypto import keyed_hash
from sociaal.core.names import plain

NAME = ("first_names", "prefix", "last_name")
_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


@dataclass(frozen=True)
class Signal:
    """One line of a creditor's list. `person`: the fields of who lives there, with a full address."""

    creditor: str
    kind: str
    signalled: date
    person: Mapping[str, Any] = field(default_factory=dict)
    amount: str = ""
    months_behind: int | None = None
    reference: str = ""

    @property
    def month(self) -> date:
        return self.signalled.replace(day=1)

    @property
    def address_key(self) -> str:
        """The same for one address, however it is written; a hash, as it says who is behind."""
        house = plain(self.person["house_number"]).replace(" ", "")
        return keyed_hash(f"address {self.person['postcode']} {house}")

    @property
    def row_key(self) -> str:
        """The same for one signal: the creditor's reference in this month, else all that the line says."""
        said = self.reference or f"{sorted(self.person.items())} {self.amount} {self.months_behind}"
        return keyed_hash(f"signal {plain(self.creditor)} {self.kind} {self.month} {said}")


@transaction.atomic
def take_signal(*, signal: Signal, team: Team, now: datetime) -> Taken:
    """Register the signal: a new report for its address, or joined to this month's while nobody settled that.

    The same signal again makes nothing.
    """
    with connection.cursor() as cursor:
        cursor.execute(_ONE_AT_A_TIME, [signal.address_key])
    if EarlySignal.objects.filter(row_key=signal.row_key).exists():
        return Taken(Outcome.KNOWN)
    request, outcome = _waiting_at(signal), Outcome.JOINED
    if request is None:
        request, outcome = _register(signal, team, now), Outcome.MADE
    name = " ".join(
        filter(None, (signal.person.get(part) for part in ("first_names", "prefix", "last_name")))
    )
    EarlySignal.objects.create(
        help_request=request, row_key=signal.row_key, name=name[:160], creditor=signal.creditor,
        kind=signal.kind, amount=signal.amount, months_behind=signal.months_behind,
        creditor_reference=signal.reference, signalled_date=signal.signalled,
    )  # fmt: skip
    return Taken(outcome)


def _waiting_at(signal: Signal) -> HelpRequest | None:
    place = SignalledAddress.objects.filter(
        address_key=signal.address_key, month=signal.month, help_request__state=HelpRequestState.NEW
    )
    row = place.select_related("help_request").first()
    return row.help_request if row else None


def _register(signal: Signal, team: Team, now: datetime) -> HelpRequest:
    request = help_requests.register(
        words=_("Early signal of debts. Nobody has asked a question yet."), channel=Channel.PARTNER,
        reporter=Reporter.EARLY_SIGNAL, reporter_name=signal.creditor[:120], team=team, by=None, now=now,
    )  # fmt: skip
    ReportDetails.objects.create(
        help_request=request, reference=new_reference(),
        **{name: value for name, value in signal.person.items() if value},
    )  # fmt: skip
    SignalledAddress.objects.update_or_create(
        address_key=signal.address_key, month=signal.month, defaults={"help_request": request}
    )
    return request
