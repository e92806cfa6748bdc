"""What the terms of a procedure hang on: of the model, or of a row of `case_rows.procedures_of`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Min, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone

from cases import policies
from cases.enums import EventKind, NoticeKind
from cases.models import Event, HelpRequest, Procedure, Suspension, TermNotice
from cases.models.procedure import OBJECTION_RUNS
from cases.queries.calendar_days import DECREED, days_in
from cases.terms import Period

COLUMNS = (
    "reported_date", "applied_date", "sent_date", "ended_date", "objection_date", "committee_date",
    "objection_ended_date", "objection_outcome",
)  # fmt: skip
"""Columns of a procedure that its terms hang on."""
ASKS_OF_US = Q(state__in=policies.OPEN_PROCEDURES) | OBJECTION_RUNS
"""Procedures in which a term of ours may run: not decided yet, or objected to."""


@dataclass(frozen=True)
class Notice:
    """What was told about a later day: see `cases.models.TermNotice`."""

    kind: str
    told: date
    until: date
    agreed: date | None = None

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> "Notice":
        """Of one of `SAID`."""
        agreed = date.fromisoformat(told["agreed"]) if told["agreed"] else None
        return cls(
            NoticeKind(told["kind"]),
            date.fromisoformat(told["told"]),
            date.fromisoformat(told["until"]),
            agreed,
        )


SAID = ArraySubquery(
    TermNotice.objects.filter(procedure=OuterRef("pk"))
    .order_by("told_date", "pk")
    .values(said=JSONObject(kind="kind", told="told_date", until="until_date", agreed="agreed_date"))
)
"""All notices of a procedure in their order, for `annotate`."""


@dataclass(frozen=True)
class TermFacts:
    """What the terms of one procedure hang on. `still`: the periods in which its term stood still; `said`:
    what was told about later days; `decreed`: the days put on a par with a Sunday.
    """

    law: str
    reported_date: date
    applied_date: date | None
    sent_date: date | None
    ended_date: date | None
    objection_date: date | None
    committee_date: date | None
    objection_ended_date: date | None
    objection_outcome: str
    birth_date: date | None
    held_at: datetime | None
    flags: Sequence[str]
    still: Sequence[Period]
    said: Sequence[Notice]
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
            said=[Notice.of(one) for one in getattr(procedure, "said", None) or ()],
            decreed=days_in(getattr(procedure, "decreed", "")),
            **{name: getattr(procedure, name) for name in COLUMNS},
        )


def with_term_facts(procedures: QuerySet[Procedure]) -> QuerySet[Procedure]:
    """Procedures with all that their terms hang on: `held_at`, `flags`, `said`, `decreed`, applicant and
    suspensions.

    Two queries.
    """
    held = Event.objects.filter(case=OuterRef("case"), kind=EventKind.CONVERSATION_HELD).order_by()
    reports = HelpRequest.objects.filter(case=OuterRef("case")).order_by("received_at", "pk")
    return (
        procedures.select_related("applicant")
        .annotate(
            held_at=Subquery(held.values("case").annotate(first=Min("occurred_at")).values("first")),
            flags=Subquery(reports.values("red_flags")[:1]),
            said=SAID,
            decreed=DECREED,
        )
        .prefetch_related(Prefetch("suspensions", Suspension.objects.order_by("from_date", "pk")))
    )
