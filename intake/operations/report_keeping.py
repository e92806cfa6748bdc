"""Writing on the conversation report: what one changes is kept, what another changed is not overwritten.

By who works on the case.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction

from cases.enums import DataCategory
from cases.models import Case
from cases.operations.recording import lock_case
from cases.permissions import check_works_on
from intake.merging import Hand, Standing, Value, digest, merge
from intake.models import ConversationReport, ReportPart
from intake.queries.conversation_report import KEEP, TEXT, concept_of, fields_of, lines_of
from intake.report.deciding import Line
from sociaal.accounts.models import User
from sociaal.audit import log


@dataclass(frozen=True)
class Kept:
    """`conflicts`: what stands in the fields that another wrote meanwhile; all other fields were kept.

    `standing`: what stands in every field now.
    """

    report: ConversationReport
    standing: Mapping[str, Value]
    conflicts: Mapping[str, Value]


@transaction.atomic
def keep_report(
    *,
    case: Case,
    given: Mapping[str, Value],
    seen: Mapping[str, str],
    by: User,
    now: datetime,
    form: str = "",
    turn: int = 0,
) -> Kept:
    """Keep what the writer changed. `given` and `seen` (digests) are by field, as in `fields_of`; fields of
    parts that are not there are passed over. A field in which another wrote meanwhile is left as it is.
    """
    case = lock_case(case)
    check_works_on(by, case, now)
    report = concept_of(case)
    lines = {line.code: line for line in lines_of(report, now)}
    rows = {row.code: row for row in report.parts.all()} if report.pk else {}
    fields = fields_of(list(lines.values()))
    marks = {f"{what}_{code}": mark for code, row in rows.items() for what, mark in row.written.items()}
    hand = Hand(by.pk, form, turn)
    known = {name: value for name, value in given.items() if name in fields}
    outcome = merge(Standing(fields, marks), known, seen, hand)
    changed = {name for name, value in outcome.values.items() if digest(value) != digest(fields[name])}
    if changed:
        report = saved(report, by=by, now=now)
    for code in {name.partition("_")[2] for name in changed}:
        row = rows.get(code) or ReportPart(report=report, code=code)
        _keep_part(row, lines[code], outcome.values, changed, hand, by=by, now=now)
    if changed:
        log.wrote("keep_report", by=by, now=now, about=report, residents=[case.resident_id])
    return Kept(report, fields | outcome.values, outcome.conflicts)


def saved(report: ConversationReport, *, by: User, now: datetime) -> ConversationReport:
    """The version in the database, begun by `by` when nobody wrote on it before."""
    if report.pk is None:
        report.begun_by, report.begun_at = by, now
        report.save()
    return report


def category_of(line: Line) -> str:
    """What a part is about: a domain is about one thing, the others are general."""
    return next(iter(line.categories)) if len(line.categories) == 1 else DataCategory.GENERAL


def _keep_part(
    row: ReportPart, line: Line, values: Mapping[str, Value], changed: set[str], hand: Hand,
    *, by: User, now: datetime,
) -> None:  # fmt: skip
    """Words that are those of the notes again are not kept: the part follows the notes again."""
    text = str(values.get(f"{TEXT}_{line.code}", line.text)).strip()
    row.text = "" if digest(text) == digest(line.origin) else text
    row.included = bool(values.get(f"{KEEP}_{line.code}", line.included)) and bool(text)
    if row.pk is None or f"{TEXT}_{line.code}" in changed:
        row.started_from = digest(line.origin)
    row.category = category_of(line)
    for what in (TEXT, KEEP):
        if f"{what}_{line.code}" in changed:
            row.written[what] = hand.mark(now.isoformat())
    row.changed_by, row.changed_at = by, now
    row.save()


@transaction.atomic
def choose_language(*, case: Case, language: str, by: User, now: datetime) -> ConversationReport:
    """Write the report in this language from now on. What was written by hand stays as it is."""
    case = lock_case(case)
    check_works_on(by, case, now)
    report = saved(concept_of(case), by=by, now=now)
    report.language = language if language in dict(settings.LANGUAGES) else report.language
    report.save(update_fields=["language"])
    log.wrote("choose_report_language", by=by, now=now, about=report, residents=[case.resident_id])
    return report
