"""The conversation report of a case as it stands: the version that is written, its parts, and as a letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone, translation

from cases.letters.fonts import unprintable
from cases.letters.text import LetterText
from cases.models import Case, Letter
from cases.permissions import Access, can_work_on
from cases.permissions.letters import can_read_letter
from intake.merging import Value
from intake.models import ConversationReport
from intake.queries.report_facts import contact_of, facts_of
from intake.report.deciding import Decision, Line, decided
from intake.report.facts import ReportFacts
from intake.report.letter import Heading, letter_of
from intake.report.parts import parts_of
from sociaal.accounts.models import User

TEXT, KEEP = "text", "keep"
"""Of each part: its words, and whether it comes in. A field of the form is `text_code` or `keep_code`."""


def concept_of(case: Case) -> ConversationReport:
    """The version that is being written; one that is not saved yet when nobody changed anything."""
    rows = ConversationReport.objects.filter(case=case).order_by("-number")
    last = rows.first()
    if last is not None and last.letter_id is None:
        last.case = case
        return last
    number = last.number + 1 if last else 1
    return ConversationReport(case=case, number=number, language=last.language if last else "nl")


def lines_of(report: ConversationReport, now: datetime) -> list[Line]:
    """Every part of this version as it stands now. Some ten queries."""
    return _lines(report, _facts(report, now))


def _facts(report: ConversationReport, now: datetime) -> ReportFacts:
    with translation.override(report.language):
        return facts_of(report.case, now, remarks=report.remarks)


def _lines(report: ConversationReport, facts: ReportFacts) -> list[Line]:
    rows = report.parts.all() if report.pk else ()
    decisions = [Decision(r.code, r.text, r.included, r.started_from, r.category) for r in rows]
    with translation.override(report.language):
        return decided(parts_of(facts), decisions)


def fields_of(lines: Sequence[Line]) -> dict[str, Value]:
    """The lines as the fields of a form."""
    fields: dict[str, Value] = {}
    for line in lines:
        if line.may_come_in:
            fields |= {f"{TEXT}_{line.code}": line.text, f"{KEEP}_{line.code}": line.included}
    return fields


def words_of(
    report: ConversationReport, lines: Sequence[Line], *, reference: str, by: User, now: datetime
) -> LetterText:
    """The letter that this version is, signed by `by`. `reference`: its number."""
    case, resident = report.case, report.case.resident
    today = timezone.localdate(now)
    address = (resident.address, f"{resident.postcode}  {settings.MUNICIPALITY.upper()}".strip())
    head = Heading(
        municipality=settings.MUNICIPALITY, resident=resident.full_name, age=resident.age_on(today),
        address=address if resident.address else (), language=report.language, day=today,
        reference=reference, case_number=case.number, version=report.number,
        contact_name=contact_of(case, now).name, team=by.team.name if by.team else "",
        return_address=settings.MUNICIPALITY_ADDRESS, signed_by=by.name,
    )  # fmt: skip
    with translation.override(report.language):
        return letter_of(lines, head)


@dataclass(frozen=True)
class SentVersion:
    """A version that went out; `letter` None for who may not see all that it is about."""

    number: int
    letter: Letter | None


@dataclass(frozen=True)
class ReportPage:
    """The report for this reader: `lines` are those whose categories they may see.

    `hidden`: how many parts are not for them. `gaps`: characters that no font of the letter has.
    """

    report: ConversationReport
    case: Case
    access: Access
    may_write: bool
    lines: Sequence[Line]
    hidden: int
    facts: ReportFacts
    sent: Sequence[SentVersion]

    @property
    def going(self) -> list[Line]:
        """The parts that come in."""
        return [line for line in self.lines if line.included and line.text]

    @property
    def left_out(self) -> list[Line]:
        """The parts that never come in, for safety's sake."""
        return [line for line in self.lines if not line.may_come_in]

    @property
    def gaps(self) -> list[str]:
        return unprintable(" ".join(line.text for line in self.going))


def report_page(case: Case, access: Access, now: datetime) -> ReportPage:
    """Some fifteen queries. Needs `case.resident`."""
    report = concept_of(case)
    facts = _facts(report, now)
    lines = _lines(report, facts)
    seen = [line for line in lines if all(access.may_see(one) for one in line.categories)]
    return ReportPage(
        report=report, case=case, access=access, may_write=can_work_on(access, case), lines=seen,
        hidden=len(lines) - len(seen), facts=facts, sent=_sent(case, access),
    )  # fmt: skip


def _sent(case: Case, access: Access) -> list[SentVersion]:
    """The latest first."""
    rows = ConversationReport.objects.filter(case=case, letter__isnull=False).select_related("letter")
    rows = rows.defer("letter__source", "letter__pdf").order_by("-number")
    return [
        SentVersion(row.number, row.letter if row.letter and can_read_letter(access, row.letter) else None)
        for row in rows
    ]
