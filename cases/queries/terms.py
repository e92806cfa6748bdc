"""The statutory terms of procedures, each with its day and how it stands today.

The rules are in `cases.terms`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.enums import Law, NoticeKind, RedFlag
from cases.models import Procedure
from cases.models.procedure import DECIDED_ON
from cases.queries.term_facts import Notice, TermFacts, with_term_facts
from cases.terms import (
    DueDate,
    Later,
    LaterBy,
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

ON_OBJECTION = (TermCode.AWB_BEZWAAR_BESLUIT, TermCode.AWB_BEZWAAR_COMMISSIE)
PUT_OFF_BY = {
    NoticeKind.POSTPONED: LaterBy.POSTPONED,
    NoticeKind.AGREED: LaterBy.AGREED,
}
"""Notices that move the term of a decision on an objection."""


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
    notice: Notice | None = None
    """The resident was told that the decision comes later than the term, which that leaves as it is."""

    @property
    def explanation(self) -> str:
        """How this date came about; made only where it is shown."""
        return self.source.explanation

    @property
    def moved_by(self) -> str:
        """What put it later, in a few words: it stood still, a weekend, a holiday."""
        return moved_by(self.source)

    @property
    def is_on_objection(self) -> bool:
        """Whether it is for the decision on an objection."""
        return self.code in ON_OBJECTION

    @property
    def said(self) -> str:
        """What the resident was told when we could not decide in time, as long as that stands."""
        if self.notice is None or not self.still_asks:
            return ""
        days = {name: date_format(getattr(self.notice, name), "j F") for name in ("told", "until")}
        return _("on %(told)s we said: %(until)s at the latest") % days

    @property
    def named_day(self) -> date | None:
        """The day that was named then, as long as it asks something of us."""
        return self.notice.until if self.notice and self.still_asks else None

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


def term_rows(procedure: Procedure | TermFacts, today: date) -> list[TermRow]:
    """The terms that run or ran in this procedure, by due date. Of a model it needs `with_term_facts`."""
    facts = _facts(procedure)
    rows = [
        _row(facts, code, start, met, today)
        for code, start, met in _started(facts)
        if met is None or met >= start or code in ON_OBJECTION  # decided on before the term began: met
    ]
    return sorted(rows, key=lambda row: (row.due, row.code))


def decision_due(procedure: int, today: date) -> date | None:
    """The last day for the decision on the application of this procedure; None where no such term runs."""
    row = next((one for one in _terms_of(procedure, today) if one.source.version.suspendable), None)
    return row.due if row else None


def objection_term(procedure: int, today: date) -> TermRow | None:
    """The term for the decision on the objection in this procedure; None where none runs or ran."""
    return next((one for one in _terms_of(procedure, today) if one.is_on_objection), None)


def awaited_decision(procedure: int, today: date) -> TermRow | None:
    """The term for the decision that this procedure waits for now, on the application or on an objection;
    None where none runs.
    """
    running = (one for one in _terms_of(procedure, today) if one.still_asks)
    return next((one for one in running if one.source.version.suspendable or one.is_on_objection), None)


def _terms_of(procedure: int, today: date) -> list[TermRow]:
    return term_rows(with_term_facts(Procedure.objects.filter(pk=procedure)).get(), today)


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
        (StartedBy.OBJECTION_TERM, _objection_start(facts)),
        (
            StartedBy.OBJECTION_DECISION,
            facts.objection_ended_date if facts.objection_outcome in DECIDED_ON else None,
        ),
    )
    for started_by, day in starts:
        if day is None:
            continue
        flags = [RedFlag(flag) for flag in facts.flags]
        for code in terms_for(
            Law(facts.law), started_by, received=day, red_flags=flags, under_27=under_27,
            committee=facts.committee_date is not None,
        ):  # fmt: skip
            yield code, day, _met_on(facts, code, day)


def _objection_start(facts: TermFacts) -> date | None:
    """The last day to object, or a later day on which the objection came (Awb 7:10 lid 1); None while there
    is no objection, or the decision was not made known and nothing runs yet.
    """
    if facts.objection_date is None or facts.sent_date is None:
        return None
    last = due_date(TermCode.AWB_BEZWAAR, facts.sent_date, decreed=facts.decreed).date
    return max(last, facts.objection_date)


def _is_under_27(facts: TermFacts) -> bool | None:
    """On the day of the report; None when the birth date is unknown."""
    if facts.birth_date is None:
        return None
    born, day = facts.birth_date, facts.reported_date
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day)) < 27


def _met_on(facts: TermFacts, code: TermCode, start: date) -> date | None:
    """The day on which was done what the term asks; the day a procedure ended counts for all but what began
    after it: somebody may object late to a decision that was final.
    """
    if code in ON_OBJECTION:
        return facts.objection_ended_date
    if code == TermCode.AWB_BEROEP:
        return facts.ended_date if facts.ended_date and facts.ended_date > start else None
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
    due = due_date(code, start, facts.still, today, decreed=facts.decreed, later=_later(facts, code))
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
        notice=_notice(facts, due),
    )


def _later(facts: TermFacts, code: TermCode) -> list[Later]:
    """The notices that may put this term off."""
    if code == TermCode.AWB_REDELIJK:  # no statute sets one
        told = [one for one in facts.said if one.kind == NoticeKind.LATE]
        return [Later(one.told, one.until, LaterBy.REASONABLE) for one in told]
    if code not in ON_OBJECTION:
        return []
    return [
        Later(one.told, one.until, PUT_OFF_BY[NoticeKind(one.kind)])
        for one in facts.said
        if one.kind in PUT_OFF_BY
    ]


def _notice(facts: TermFacts, due: DueDate) -> Notice | None:
    """The last notice of delay about this term that names a day after it."""
    kind = NoticeKind.OBJECTION_LATE if due.term in ON_OBJECTION else NoticeKind.LATE
    if not due.version.suspendable and kind == NoticeKind.LATE:
        return None  # about the decision on the application only
    told = [one for one in facts.said if one.kind == kind and one.until > due.date]
    return told[-1] if told else None


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
