"""Rows of a file, checked as a form is: the same rules as for whoever fills in the page."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import get_format
from django.utils.translation import gettext as _

from cases.enums import Channel, RedFlag, Reporter
from intake.enums.signals import AmountBand
from intake.forms.report import ReportForm
from intake.operations.backlog import BacklogReport
from intake.operations.signals import Signal
from intake.told import PERSON, split_name
from sociaal.accounts.models import Team
from sociaal.core.bsn import BsnField
from sociaal.core.crypto import keyed_hash

OLDEST = 2000
"""No report still waits from before this year."""


def code_of(text: str, choices: Iterable[tuple[Any, Any]]) -> str:
    """The code that a cell stands for: written as the code, or as the word on the screen. Else as it is."""
    wanted = text.strip().lower()
    words = {str(label).lower(): str(code) for code, label in choices}
    return words.get(wanted, wanted)


class BacklogRow(ReportForm):
    """A report of the system before. When it was received must be there; a way to reach somebody need not."""

    received_at = forms.CharField()
    channel = forms.ChoiceField(choices=Channel)
    bsn = BsnField(required=False)
    team = forms.CharField(required=False)
    wants_receipt: Any = None

    def __init__(self, cells: Mapping[str, str], *, teams: Mapping[str, Team]) -> None:
        self.teams = teams
        flags = [part for part in re.split(r"[,|+]", cells.get("red_flags", "")) if part.strip()]
        super().__init__(
            {
                **cells,
                "channel": code_of(cells.get("channel") or Channel.PHONE, Channel.choices),
                "reporter": code_of(cells.get("reporter") or Reporter.RESIDENT, Reporter.choices),
                "red_flags": [code_of(flag, RedFlag.choices) for flag in flags],
            }
        )
        reporter: Any = self.fields["reporter"]
        reporter.choices = Reporter.choices

    def clean_received_at(self) -> datetime:
        """A date, or a date and time, of Amsterdam; not in the future."""
        moment = read_moment(self.cleaned_data["received_at"])
        if moment is None:
            raise forms.ValidationError(
                _("Write the date as 2026-11-21 or 21-11-2026, with a time if known.")
            )
        if moment > timezone.now():
            raise forms.ValidationError(_("This is in the future."))
        if moment.year < OLDEST:
            raise forms.ValidationError(_("This is too long ago to be right."))
        return moment

    def clean_team(self) -> Team | None:
        name = self.cleaned_data["team"].strip().lower()
        if name and name not in self.teams:
            raise forms.ValidationError(_("There is no team with this name."))
        return self.teams.get(name)

    def _check_reach(self, given: dict[str, Any]) -> None:
        """The report is there already; whoever has no way to be reached is still to be helped."""

    def report(self) -> BacklogReport:
        """Only of a valid row."""
        given = self.cleaned_data
        return BacklogReport(
            told=self.told(), received_at=given["received_at"], channel=given["channel"], bsn=given["bsn"],
            team=given["team"], row_key=self._row_key(),
        )  # fmt: skip

    def _row_key(self) -> str:
        told = self.told()
        parts = (told.fingerprint, self.cleaned_data["received_at"], self.cleaned_data["bsn"])
        return keyed_hash("row " + " ".join(str(part) for part in parts))


class SignalRow(forms.Form):
    """A line of a creditor's list: an address at least, for that is where we go."""

    first_names = forms.CharField(max_length=120, required=False)
    prefix: Any = forms.CharField(max_length=20, required=False)
    last_name = forms.CharField(max_length=120, required=False)
    birth_date = forms.DateField(required=False)
    street = forms.CharField(max_length=120, required=False)
    house_number = forms.CharField(max_length=12)
    postcode = forms.CharField(max_length=10)
    phone = forms.CharField(max_length=20, required=False)
    email = forms.EmailField(required=False)
    amount = forms.CharField(max_length=20, required=False)
    months_behind = forms.IntegerField(min_value=0, max_value=120, required=False)
    reference = forms.CharField(max_length=60, required=False)
    signalled = forms.DateField(required=False)

    clean_postcode = ReportForm.clean_postcode
    clean_phone = ReportForm.clean_phone
    clean_birth_date = ReportForm.clean_birth_date

    def clean_amount(self) -> str:
        """Its band: given as such, or as an amount in euros, of which only the band is kept."""
        text = self.cleaned_data["amount"].strip().replace("€", "").strip()
        code = code_of(text, AmountBand.choices)
        if not text or code in AmountBand:
            return code
        try:
            amount = Decimal(_with_point(text))
        except InvalidOperation:
            amount = Decimal(-1)
        if not amount.is_finite() or amount < 0:
            raise forms.ValidationError(_("Write the amount in euros, as 450 or 450,50."))
        return AmountBand.of(amount)

    def clean_signalled(self) -> Any:
        day = self.cleaned_data["signalled"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This is in the future."))
        return day

    def signal(self, *, creditor: str, kind: str) -> Signal:
        """Only of a valid row. Without a date it is of today."""
        given = self.cleaned_data
        person = {name: given[name] for name in PERSON}
        if not person["prefix"]:
            person["prefix"], person["last_name"] = split_name(person["last_name"])
        return Signal(
            creditor=creditor, kind=kind, signalled=given["signalled"] or timezone.localdate(),
            person={name: value for name, value in person.items() if value}, amount=given["amount"],
            months_behind=given["months_behind"], reference=given["reference"],
        )  # fmt: skip


def _with_point(text: str) -> str:
    """A Dutch number as a program reads it: 1.250,50 is 1250.50."""
    if "," in text:
        return text.replace(".", "").replace(",", ".")
    return text


def read_moment(text: str) -> datetime | None:
    """A moment as computers or Dutch people write it; of a date alone noon, or now when that is sooner."""
    text = " ".join(text.split())
    for pattern in get_format("DATE_INPUT_FORMATS"):
        if day := _read(text, pattern):
            noon = timezone.make_aware(day.replace(hour=12))
            return min(noon, timezone.now()) if day.date() == timezone.localdate() else noon
    try:
        moment = parse_datetime(text) or _with_clock(text)
    except ValueError:
        return None
    return timezone.make_aware(moment) if moment and timezone.is_naive(moment) else moment


def _with_clock(text: str) -> datetime | None:
    patterns = (
        f"{day} {clock}" for day in get_format("DATE_INPUT_FORMATS") for clock in ("%H:%M", "%H:%M:%S")
    )
    return next((moment for pattern in patterns if (moment := _read(text, pattern))), None)


def _read(text: str, pattern: str) -> datetime | None:
    try:
        return datetime.strptime(text, pattern)  # noqa: DTZ007 - made aware by the caller
    except ValueError:
        return None
