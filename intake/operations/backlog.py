"""One row of a backlog becomes a report, with its resident where the row says who it is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from cases.operations import help_requests
from cases.operations.residents import add_resident
from intake.models import ImportedRow, ReportDetails
from intake.queries.matching import match
from intake.queries.routing import Routes
from intake.told import PERSON, Told, new_reference
from sociaal.accounts.models import Team


class Outcome(StrEnum):
    """What became of a row that was not refused. The values are the counters of `FileImport`."""

    MADE = "made"
    JOINED = "joined"
    KNOWN = "known"


@dataclass(frozen=True)
class Taken:
    """`doubtful`: a resident was added who may be one we knew already."""

    outcome: Outcome
    doubtful: bool = False


@dataclass(frozen=True)
class BacklogReport:
    """A report as the system before had it. `row_key`: the same for the same row."""

    told: Told
    received_at: datetime
    channel: str
    row_key: str
    bsn: str = ""
    team: Team | None = None


@transaction.atomic
def take_in(*, report: BacklogReport, routes: Routes, now: datetime) -> Taken:
    """Register the report, its clock running since `received_at`, without a person of ours who did it.

    A row that became a report before makes nothing. The resident is who has this BSN, or this exact name and
    birth date; else a new one, marked as doubtful when somebody looks like them; without a last name nobody.
    Raises Refused for a row that contradicts what is known.
    """
    if ImportedRow.objects.filter(row_key=report.row_key).exists():
        return Taken(Outcome.KNOWN)
    person = {**report.told.person, **({"bsn": report.bsn} if report.bsn else {})}
    found = match(person)
    neighbourhood = routes.neighbourhood_at(person.get("postcode", ""))
    resident, doubtful = found.resident, False
    if resident is None and person.get("last_name"):
        resident = add_resident(by=None, now=now, neighbourhood=neighbourhood, **person)
        doubtful = found.doubtful
    team = report.team or routes.team_at(resident.neighbourhood if resident else neighbourhood)
    told = report.told
    request = help_requests.register(
        words=told.words, channel=report.channel, reporter=told.reporter, reporter_name=told.reporter_name,
        reporter_phone=told.reporter_phone, red_flags=list(told.red_flags), resident=resident, team=team,
        received_at=report.received_at, by=None, now=now,
    )  # fmt: skip
    ImportedRow.objects.create(row_key=report.row_key, help_request=request, doubtful=doubtful)
    if resident is None:
        _keep_details(told, request.pk)
    return Taken(Outcome.MADE, doubtful)


def _keep_details(told: Told, request: int) -> None:
    """What the row says of somebody without a name, for who takes it up."""
    given = {name: told.person[name] for name in PERSON if told.person.get(name)}
    if given or told.reporter_email:
        ReportDetails.objects.create(
            help_request_id=request, reference=new_reference(), reporter_email=told.reporter_email, **given
        )
