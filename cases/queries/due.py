"""What falls due: terms at risk, and reviews of help, of cases in hand and of a whole team.

Both lists hold what is late already and what comes within `SOON`. A case of which two terms end stands there
twice; the help of a case is looked at again together, so it stands there once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from cases.models import Case, OpenCase, Procedure
from cases.queries.case_rows import OF_PROCEDURE, procedures_of
from cases.queries.next_dates import REVIEW, TERM, NextDate, review_on, terms_of
from cases.queries.term_facts import ASKS_OF_US
from cases.queries.work_list import WorkRow
from sociaal.accounts.models import User

SOON = timedelta(days=14)
"""From here a term is at risk: the shortest term for a decision takes as long (Wmo 2.3.5 lid 2)."""


class _Due:
    """An open case, with one day on which something falls due."""

    case: Case | WorkRow
    falls: NextDate

    @property
    def pk(self) -> int:
        return self.case.pk

    @property
    def day(self) -> date:
        return self.falls.day


@dataclass(frozen=True)
class DueRow(_Due):
    """One of somebody's work."""

    case: WorkRow
    falls: NextDate

    @property
    def status(self) -> str:
        return self.case.status

    @property
    def sort_name(self) -> str:
        return self.case.sort_name

    @property
    def wait_since(self) -> datetime | None:
        return self.case.wait_since


@dataclass(frozen=True)
class DueInTeam(_Due):
    """One of a team."""

    case: Case
    contact: User | None
    wait_on: str | None
    wait_since: datetime | None
    falls: NextDate


def due(dates: Iterable[NextDate], sort: str, today: date) -> list[NextDate]:
    """Of the dates of one case the terms (`TERM`) at risk, or its first review (`REVIEW`) if that is due."""
    near = sorted(one for one in dates if one.sort == sort and one.day <= today + SOON)
    return near[:1] if sort == REVIEW else near


def due_rows(
    rows: Iterable[WorkRow], dates: Mapping[int, Sequence[NextDate]], sort: str, today: date
) -> list[DueRow]:
    """The list of terms at risk or of reviews due, of the cases in hand that are theirs: who reads one
    weighing along answers for no term.
    """
    mine = (row for row in rows if row.is_mine)
    return [DueRow(row, one) for row in mine for one in due(dates.get(row.pk, ()), sort, today)]


def due_in_team(cases: QuerySet[OpenCase], sort: str, now: datetime) -> list[DueInTeam]:
    """Of these open cases of a team the list of terms at risk (two queries) or of reviews due (one).

    For terms it reads all their open procedures: those dates follow from rules that the database does not
    know. So it is asked when somebody asks for this list, and not to show a number beside every other one.
    """
    today = timezone.localdate(now)
    if sort == REVIEW:
        near = cases.filter(review_date__lte=today + SOON)
        return [_in_team(row, review_on(row.review_date, today)) for row in near if row.review_date]
    found = _terms_at_risk(cases, today)
    return [_in_team(row, one) for row in cases.filter(pk__any_of=list(found)) for one in found[row.pk]]


def _in_team(row: OpenCase, falls: NextDate) -> DueInTeam:
    return DueInTeam(row.case, row.contact, row.wait_on, row.wait_since, falls)


def _terms_at_risk(cases: QuerySet[OpenCase], today: date) -> dict[int, list[NextDate]]:
    keys = cases.filter(has_procedure=True).select_related(None).order_by().values("case")
    rows = Procedure.objects.filter(ASKS_OF_US, case__in=keys)
    found: dict[int, list[NextDate]] = {}
    for row in procedures_of(rows.order_by()).values_list(*OF_PROCEDURE, named=True):
        found.setdefault(row.case_id, []).extend(terms_of(row, today))
    return {key: near for key, some in found.items() if (near := due(some, TERM, today))}
