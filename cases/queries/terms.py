"""The statutory terms of procedures, each with its day and how it stands today.

The rules are in `cases.terms`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Min, OuterRef, Prefetch, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.enums import EventKind, Law, ProcedureState
from cases.models import Event, HelpRequest, Procedure, Suspension
from cases.terms import (
    DueDate,
    Period,
    Standing,
    StartedBy,
    TermCode,
    TermKind,
    TermState,
    due_date,
    standing,
    terms_for,
)

ENDED = frozenset({ProcedureState.FINAL, ProcedureState.WITHDRAWN})


@dataclass(frozen=True)
class TermRow:
    """One term of one procedure."""

    code: str
    label: str
    due: date
    article: str
    explanation: str
    kind: str
    state: str
    words: str

    @property
    def is_late(self) -> bool:
        return self.state == TermState.LATE

    @property
    def is_open(self) -> bool:
        return self.state == TermState.OPEN

    @property
    def is_ours(self) -> bool:
        """Whether the municipality is bound by it."""
        return self.kind == TermKind.MUNICIPALITY


def with_term_facts(procedures: QuerySet[Procedure]) -> QuerySet[Procedure]:
    """Procedures with all that their terms hang on: `held_at`, `flags`, applicant and suspensions.

    Two queries.
    """
    held = Event.objects.filter(case=OuterRef("case"), kind=EventKind.CONVERSATION_HELD).order_by()
    reports = HelpRequest.objects.filter(case=OuterRef("case")).order_by("received_at", "pk")
    return (
        procedures.select_related("applicant")
        .annotate(
            held_at=Subquery(held.values("case").annotate(first=Min("occurred_at")).values("first")),
            flags=Subquery(reports.values("red_flags")[:1]),
        )
        .prefetch_related(Prefetch("suspensions", Suspension.objects.order_by("from_date", "pk")))
    )


def term_rows(procedure: Procedure, today: date) -> list[TermRow]:
    """The terms that run or ran in this procedure, by due date. Needs `with_term_facts`."""
    still = [Period(row.from_date, row.until_date) for row in procedure.suspensions.all()]
    rows = [
        _row(due_date(code, start, still, today), met, today)
        for code, start, met in _started(procedure)
        if met is None or met >= start
    ]
    return sorted(rows, key=lambda row: (row.due, row.code))


def running_terms(procedures: Iterable[Procedure], today: date) -> list[TermRow]:
    """The terms of these procedures that still ask something of the municipality, first due first."""
    rows = [row for one in procedures for row in term_rows(one, today) if row.is_ours and _runs(row, one)]
    return sorted(rows, key=lambda row: row.due)


def _runs(row: TermRow, procedure: Procedure) -> bool:
    """Open, or late and still not done."""
    return row.is_open or (row.is_late and met_on(procedure, TermCode(row.code)) is None)


def _started(procedure: Procedure) -> Iterator[tuple[TermCode, date, date | None]]:
    """Code, first day, and the day on which it was met."""
    age = procedure.applicant.age_on(procedure.reported_date)
    under_27 = None if age is None else age < 27
    starts = (
        (StartedBy.REPORT, procedure.reported_date),
        (StartedBy.FIRST_CONVERSATION, _held_on(procedure)),
        (StartedBy.APPLICATION, procedure.applied_date),
        (StartedBy.NOTIFICATION, procedure.sent_date),
    )
    for started_by, day in starts:
        if day is None:
            continue
        flags = getattr(procedure, "flags", None) or []
        for code in terms_for(
            Law(procedure.law), started_by, received=day, red_flags=flags, under_27=under_27
        ):
            yield code, day, met_on(procedure, code)


def met_on(procedure: Procedure, code: TermCode) -> date | None:
    """The day on which was done what the term asks; the day a procedure ended counts for all."""
    done = {
        TermCode.WMO_ONDERZOEK: procedure.applied_date,
        TermCode.WMO_SPOED: _held_on(procedure),
        TermCode.WMO_PERSOONLIJK_PLAN: procedure.applied_date,
        TermCode.PW_ZOEKTERMIJN_27MIN: procedure.applied_date,
        TermCode.WGS_EERSTE_GESPREK: _held_on(procedure),
        TermCode.WGS_BEDREIGEND: _held_on(procedure),
        TermCode.AWB_BEZWAAR: procedure.objection_date,
    }
    return done.get(code, procedure.sent_date) or procedure.ended_date


def _held_on(procedure: Procedure) -> date | None:
    held: datetime | None = getattr(procedure, "held_at", None)
    return timezone.localdate(held) if held else None


def _row(due: DueDate, met: date | None, today: date) -> TermRow:
    stands = standing(due.date, today=today, met_on=met)
    return TermRow(
        due.term,
        str(due.term.label),
        due.date,
        due.article,
        due.explanation,
        due.kind,
        stands.state,
        _words(stands),
    )


def _words(stands: Standing) -> str:
    """How it stands: "3 days left", "2 days late", "today is the last day", "met"."""
    if stands.state == TermState.LATE:
        return ngettext("%(days)d day late", "%(days)d days late", stands.days_late) % {
            "days": stands.days_late
        }
    if stands.state == TermState.MET:
        return _("met")
    if not stands.days_left:
        return _("today is the last day")
    return ngettext("%(days)d day left", "%(days)d days left", stands.days_left) % {"days": stands.days_left}
