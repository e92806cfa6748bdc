"""What a row means: a report of the system before, or a creditor's signal."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import datetime

from django import forms

from intake.files.reading import Columns
from intake.forms.rows import BacklogRow, SignalRow
from intake.operations.backlog import Taken, take_in
from intake.operations.signals import take_signal
from intake.queries.routing import Routes
from sociaal.accounts.models import Team
from sociaal.core.errors import Refused

PERSON = ("first_names", "prefix", "last_name", "birth_date", "street", "house_number", "postcode")
REACH = ("phone", "email")


class Taker(ABC):
    """Takes one row after another; `columns` are those of its files."""

    columns: Columns

    @abstractmethod
    def take(self, cells: Mapping[str, str], now: datetime) -> Taken:
        """Do the row, all of it or nothing. Raises Refused with all that is wrong, each with its column."""


class BacklogTaker(Taker):
    """A backlog of reports; `team` is for rows that name none (else by neighbourhood)."""

    columns = Columns(
        ("received_at", "words"),
        ("received_at", "channel", "reporter", "reporter_name", "reporter_phone", "reporter_email", "words",
         "red_flags", *PERSON, "bsn", *REACH, "team"),
    )  # fmt: skip

    def __init__(self) -> None:
        self._routes = Routes()
        self._teams = {team.name.lower(): team for team in Team.objects.all()}

    def take(self, cells: Mapping[str, str], now: datetime) -> Taken:
        row = BacklogRow(cells, teams=self._teams)
        _check(row)
        return take_in(report=row.report(), routes=self._routes, now=now)


class SignalTaker(Taker):
    """The list of one creditor; all its reports go to one team."""

    columns = Columns(
        ("postcode", "house_number"),
        (*PERSON, *REACH, "amount", "months_behind", "reference", "signalled"),
    )

    def __init__(self, *, creditor: str, kind: str, team: Team) -> None:
        self.creditor, self.kind, self.team = creditor, kind, team

    def take(self, cells: Mapping[str, str], now: datetime) -> Taken:
        row = SignalRow(dict(cells))
        _check(row)
        signal = row.signal(creditor=self.creditor, kind=self.kind)
        return take_signal(signal=signal, team=self.team, now=now)


def _check(row: forms.Form) -> None:
    if not row.is_valid():
        said = (
            str(message) if name == "__all__" else f"{name}: {message}"
            for name, messages in row.errors.items()
            for message in messages
        )  # fmt: skip
        raise Refused(" ".join(said))
