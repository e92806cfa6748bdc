"""The statutory terms of procedures, each with its day and how it stands today.

The rules are in `cases.terms`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.db.models import Min, OuterRef, Prefetch, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.enums import EventKind, Law, RedFlag
from cases.models import Event, HelpRequest, Procedure, Suspension
from cases.queries.calendar_days import DECREED, days_in
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
from cases.terms.explain import moved_by
from cases.terms.law import version_on

DATES = ("reported_date", "applied_date", "sent_date", "ended_date", "objection_date")


@dataclass(frozen=True)
class TermFacts:
    """What the terms of one procedure hang on. `still`: the periods in which its term stood still; `decreed`:
    the days put on a par with a Sunday.
    """

    law: str
    reported_date: date
    applied_date: date | None
    sent_date: date | None
    ended_date: date | None
    objection_date: date | None
    birth_date: date | None
    held_at: datetime | None
    flags: Sequence[str]
    still: Sequence[Period]
    decreed: frozenset[date]

    @cached_property
    def held_on(self) -> date | None:
        """The day of the first conversation on the calendar of the town."""
        return timezone.localdate(self.held_at) if self.held_at else None

    @classmethod
    def of(cls, procedure: Procedure) -> "TermFacts":
        """Of a procedure with `with_term_facts`."""
        return cls(
            law=procedure.law,
            birth_date=procedure.applicant.birth_date,
            held_at=getattr(procedure, "held_at", None),
            flags=getattr(procedure, "flags", None) or (),
            still=[Period(row.from_date, row.until_date) for row in procedure.suspensions.all()],
            decreed=days_in(getattr(procedure, "decreed", "")),
            **{name: getattr(procedure, name) for name in DATES},
        )


@dataclass(frozen=True)
class TermRow:
    """One term of one procedure."""

    code: str
    label: str
    due: date
    article: str
    kind: str
    state: str
    words: str
    still_asks: bool
    """Nothing has met it yet, in time or late."""
    source: DueDate

    @property
    def explanation(self) -> str:
        """How this date came about; made only where it is shown."""
        return self.source.explanation

    @property
    def moved_by(self) -> str:
        """What put it later, in a few words: it stood still, a weekend, a holiday."""
        return moved_by(self.source)

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
    """Procedures with all that their terms hang on: `held_at`, `flags`, `decreed`, applicant and suspensions.

    Two queries.
    """
    held = Event.objects.filter(case=OuterRef("case"), kind=EventKind.CONVERSATION_HELD).order_by()
    reports = HelpRequest.objects.filter(case=OuterRef("case")).order_by("received_at", "pk")
    return (
        procedures.select_related("applicant")
        .annotate(
            held_at=Subquery(held.values("case").annotate(first=Min("occurred_at")).values("first")),
            flags=Subquery(reports.values("red_flags")[:1]),
            decreed=DECREED,
        )
        .prefetch_related(Prefetch("suspensions", Suspension.objects.order_by("from_date", "pk")))
    )


def term_rows(procedure: Procedure | TermFacts, today: date) -> list[TermRow]:
    """The terms that run or ran in this procedure, by due date. Of a model it needs `with_term_facts`."""
    facts = _facts(procedure)
    rows = [
        _row(facts, code, start, met, today)
        for code, start, met in _started(facts)
        if met is None or met >= start
    ]
    return sorted(rows, key=lambda row: (row.due, row.code))


def decision_due(procedure: int, today: date) -> date | None:
    """The last day for the decision on the application of this procedure; None where no such term runs."""
    rows = term_rows(with_term_facts(Procedure.objects.filter(pk=procedure)).get(), today)
    return next((row.due for row in rows if row.source.version.suspendable), None)


def running_terms(procedures: Iterable[Procedure | TermFacts], today: date) -> list[TermRow]:
    """The terms of these procedures that still ask something of the municipality, first due first.

    Only for these it is worked out how they stand: lists ask this of many procedures.
    """
    rows = [
        _row(facts, code, start, None, today)
        for facts in map(_facts, procedures)
        for code, start, met in _started(facts)
        if met is None and version_on(code, start).kind == TermKind.MUNICIPALITY
    ]
    return sorted(rows, key=lambda row: (row.due, row.code))


def _facts(procedure: Procedure | TermFacts) -> TermFacts:
    return procedure if isinstance(procedure, TermFacts) else TermFacts.of(procedure)


def _started(facts: TermFacts) -> Iterator[tuple[TermCode, date, date | None]]:
    """Code, first day, and the day on which it was met."""
    under_27 = _is_under_27(facts)
    starts = (
        (StartedBy.REPORT, facts.reported_date),
        (StartedBy.FIRST_CONVERSATION, facts.held_on),
        (StartedBy.APPLICATION, facts.applied_date),
        (StartedBy.NOTIFICATION, facts.sent_date),
    )
    for started_by, day in starts:
        if day is None:
            continue
        flags = [RedFlag(flag) for flag in facts.flags]
        for code in terms_for(Law(facts.law), started_by, received=day, red_flags=flags, under_27=under_27):
            yield code, day, _met_on(facts, code)


def _is_under_27(facts: TermFacts) -> bool | None:
    """On the day of the report; None when the birth date is unknown."""
    if facts.birth_date is None:
        return None
    born, day = facts.birth_date, facts.reported_date
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day)) < 27


def _met_on(facts: TermFacts, code: TermCode) -> date | None:
    """The day on which was done what the term asks; the day a procedure ended counts for all."""
    done = {
        TermCode.WMO_ONDERZOEK: facts.applied_date,
        TermCode.WMO_SPOED: facts.held_on,
        TermCode.WMO_PERSOONLIJK_PLAN: facts.applied_date,
        TermCode.PW_ZOEKTERMIJN_27MIN: facts.applied_date,
        TermCode.WGS_EERSTE_GESPREK: facts.held_on,
        TermCode.WGS_BEDREIGEND: facts.held_on,
        TermCode.AWB_BEZWAAR: facts.objection_date,
    }
    return done.get(code, facts.sent_date) or facts.ended_date


def _row(facts: TermFacts, code: TermCode, start: date, met: date | None, today: date) -> TermRow:
    due = due_date(code, start, facts.still, today, decreed=facts.decreed)
    stands = standing(due.date, today=today, met_on=met)
    return TermRow(
        code=due.term,
        label=str(due.term.label),
        due=due.date,
        article=due.article,
        kind=due.kind,
        state=stands.state,
        words=_words(stands, ours=due.kind == TermKind.MUNICIPALITY),
        still_asks=met is None,
        source=due,
    )


def _words(stands: Standing, *, ours: bool) -> str:
    """How it stands: "3 days left", "2 days late", "today is the last day", "met".

    Time that the resident has, for an own plan or an objection, is never late: it ends.
    """
    if stands.state == TermState.LATE and not ours:
        return _("has ended")
    if stands.state == TermState.LATE:
        return ngettext("%(days)d day late", "%(days)d days late", stands.days_late) % {
            "days": stands.days_late
        }
    if stands.state == TermState.MET:
        return _("met")
    if not stands.days_left:
        return _("today is the last day")
    return ngettext("%(days)d day left", "%(days)d days left", stands.days_left) % {"days": stands.days_left}
