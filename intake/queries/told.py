"""What came with a report that no colleague took down: what was given, signals of creditors, a doubt."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from cases.enums import Reporter
from cases.models import HelpRequest
from cases.queries.calendar_days import decreed_days
from cases.queries.doubles import probable_doubles
from cases.queries.search import FoundResident
from cases.terms import DueDate, TermCode, due_date
from intake.models import EarlySignal, ImportedRow, ReportDetails
from intake.told import PERSON
from sociaal.accounts.models import User


@dataclass(frozen=True)
class ToldOf:
    """For who may read the report, and nobody else: the caller has asked.

    `doubles`: whom the resident, who was added out of a file, may be as well.
    """

    details: ReportDetails | None = None
    signals: list[EarlySignal] = field(default_factory=list)
    contact_before: DueDate | None = None
    doubles: list[FoundResident] = field(default_factory=list)

    @property
    def person(self) -> dict[str, Any]:
        """Fields of the person it is about, as a resident has them; empty ones left out."""
        given = {name: getattr(self.details, name) for name in PERSON} if self.details else {}
        return {name: value for name, value in given.items() if value}

    @property
    def name(self) -> str:
        """The name as one would say it, or "" when none was given."""
        parts = (self.person.get(name) for name in ("first_names", "prefix", "last_name"))
        return " ".join(filter(None, parts))

    @property
    def term(self) -> str:
        """What to search to find this person: name and birth date."""
        born = self.person.get("birth_date")
        return " ".join(filter(None, (self.name, f"{born:%d-%m-%Y}" if born else ""))) if self.name else ""


def told_of(request: HelpRequest, user: User, now: datetime) -> ToldOf:
    """Two queries; two more for signals, and those of the search for doubles where there is a doubt."""
    details = ReportDetails.objects.filter(help_request=request).first()
    if request.reporter == Reporter.EARLY_SIGNAL:
        signals = list(EarlySignal.objects.filter(help_request=request))
        return ToldOf(
            details, signals, contact_before(timezone.localdate(request.received_at), decreed_days())
        )
    doubtful = ImportedRow.objects.filter(help_request=request, doubtful=True).exists()
    return ToldOf(details, doubles=_doubles(request, user, now) if doubtful else [])


def contact_before(received: date, decreed: Collection[date]) -> DueDate:
    """By when we make contact after an early signal.

    Wgs art. 3 lid 1 onder b names no days for it. We count the four weeks of art. 4 lid 1, which the law
    gives for a first conversation, from the signal itself: so never later than after a question.
    """
    return due_date(TermCode.WGS_EERSTE_GESPREK, received, decreed=decreed)


def _doubles(request: HelpRequest, user: User, now: datetime) -> list[FoundResident]:
    if request.resident is None or request.resident.merged_into_id:
        return []
    given = {name: getattr(request.resident, name) for name in PERSON}
    return [one for one in probable_doubles(user, given, now) if one.pk != request.resident_id]
