"""What the manager of a team sees of a case: number, step, waits and terms. No name, no content."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from cases import policies
from cases.models import Case, Procedure, Wait
from cases.queries.term_facts import with_term_facts
from cases.queries.terms import TermRow, term_rows
from cases.queries.waits import ShownWait, shown_wait, waits_on
from sociaal.core.listing import Text


@dataclass(frozen=True)
class WaitRow:
    on: str
    about: Text
    since: datetime
    days: int


@dataclass(frozen=True)
class CaseFlow:
    case: Case
    wait: ShownWait | None
    waits: Sequence[WaitRow]
    terms: Sequence[TermRow]
    may_undo_closing: bool


def case_flow(case: Case, now: datetime) -> CaseFlow:
    """Four queries."""
    running = list(Wait.objects.filter(case=case, until__isnull=True))
    procedures = with_term_facts(Procedure.objects.filter(case=case))
    today = timezone.localdate(now)
    return CaseFlow(
        case=case,
        wait=shown_wait(running, now),
        waits=[_row(wait, now) for wait in running],
        terms=[term for one in procedures for term in term_rows(one, today)],
        may_undo_closing=case.closed_at is not None and now - case.closed_at <= policies.UNDO_CLOSE_WITHIN,
    )


def _row(wait: Wait, now: datetime) -> WaitRow:
    return WaitRow(waits_on(wait.on), wait.get_subject_display(), wait.since, (now - wait.since).days)
