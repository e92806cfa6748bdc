"""The conversation report becomes a letter, and again with what the resident remarks.

By who works on the case.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from cases.enums import Delivery, LetterKind
from cases.models import Case, Letter
from cases.operations.letters import Sending, send_letter
from cases.operations.recording import lock_case
from cases.permissions import check_works_on
from intake.merging import digest
from intake.models import ConversationReport, ReportPart
from intake.operations.report_keeping import category_of, saved
from intake.queries.conversation_report import concept_of, lines_of, words_of
from intake.queries.report_facts import facts_of
from intake.report.deciding import Line
from intake.report.letter import report_title
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.audit.changes import check_seen
from sociaal.core.editing import Marks
from sociaal.core.errors import Conflict, Refused


@transaction.atomic
def send_report(*, case: Case, number: int, sending: Sending, safe: bool, by: User, now: datetime) -> Letter:
    """Send the version with this number as a letter; it then stays as it is.

    Raises Conflict when that version went out already, Refused when no conversation was held, when somebody
    may not be safe and nobody said that the letter can come (`safe`), or as `send_letter`.
    """
    case = lock_case(case)
    check_works_on(by, case, now)
    report = concept_of(case)
    if report.number != number:
        raise Conflict(_("This report has been sent already."))
    with translation.override(report.language):
        facts = facts_of(case, now)
    if not facts.talks:
        raise Refused(_("Say first when the conversation was held."), field="number")
    if facts.unsafe and sending.delivery == Delivery.POST and not safe:
        raise Refused(_("Agree first how the resident can safely get the report."), field="safe")
    report = saved(report, by=by, now=now)
    lines = lines_of(report, now)
    letter = _letter(report, lines, sending, by=by, now=now)
    report.letter = letter
    report.save(update_fields=["letter"])
    _fix(report, lines, by=by, now=now)
    return letter


def _letter(
    report: ConversationReport, lines: Sequence[Line], sending: Sending, *, by: User, now: datetime
) -> Letter:
    going = [line for line in lines if line.included and line.text]
    categories = frozenset().union(*(line.categories for line in going))
    with translation.override(report.language):
        title = report_title(report.number)
    return send_letter(
        case=report.case, kind=LetterKind.CONVERSATION_REPORT, title=title,
        words=lambda number: words_of(report, going, reference=number, by=by, now=now),
        categories=categories, sending=sending, by=by, now=now,
    )  # fmt: skip


def _fix(report: ConversationReport, lines: Sequence[Line], *, by: User, now: datetime) -> None:
    """Keep every part with the words it was sent with, so that the next version can start from them."""
    ReportPart.objects.filter(report=report).delete()
    ReportPart.objects.bulk_create(
        ReportPart(
            report=report, code=line.code, text=line.text, included=line.included,
            started_from=digest(line.origin), changed_by=by, changed_at=now,
            category=category_of(line),
        )
        for line in lines
        if line.may_come_in
    )  # fmt: skip


@transaction.atomic
def add_remarks(
    *, case: Case, remarks: str, by: User, now: datetime, seen: Marks | None = None
) -> ConversationReport:
    """What the resident remarks about the report that was sent: in the next version, beside the same words.

    Given again before that version is sent, it replaces what was noted. Raises Refused without words, or when
    nothing was sent yet; Conflict when a colleague noted something since `seen`.
    """
    case = lock_case(case)
    check_works_on(by, case, now)
    if not remarks.strip():
        raise Refused(_("Write down what the resident remarks."), field="remarks")
    sent = ConversationReport.objects.filter(case=case, letter__isnull=False).order_by("-number").first()
    if sent is None:
        raise Refused(_("The report has not been sent yet."), field="remarks")
    concept = concept_of(case)
    is_new = concept.pk is None
    check_seen(concept, ("remarks",), seen)
    concept = saved(concept, by=by, now=now)
    concept.remarks = remarks.strip()
    concept.save(update_fields=["remarks"])
    if is_new:
        _start_from(concept, sent, by=by, now=now)
    log.wrote("add_remarks", by=by, now=now, about=concept, residents=[case.resident_id])
    return concept


def _start_from(report: ConversationReport, sent: ConversationReport, *, by: User, now: datetime) -> None:
    """Words that still follow from the notes go on following them."""
    origins = {line.code: line.origin for line in lines_of(report, now)}
    ReportPart.objects.bulk_create(
        ReportPart(
            report=report, code=row.code, category=row.category, included=row.included,
            text="" if digest(row.text) == digest(origins.get(row.code, "")) else row.text,
            started_from=row.started_from, changed_by=by, changed_at=now,
        )
        for row in sent.parts.exclude(code="remarks")
    )  # fmt: skip
