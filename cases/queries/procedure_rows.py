"""A procedure with its terms, from one row of `case_rows.procedures_of`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.enums import DecisionOutcome, Law, ProcedureState
from cases.queries.calendar_days import days_in
from cases.queries.term_facts import COLUMNS, Notice, TermFacts
from cases.queries.terms import TermRow, term_rows
from cases.terms import Period


@dataclass(frozen=True)
class ProcedureRow:
    """What a page shows of a procedure beside the procedure's own page."""

    pk: int
    law: str
    subject: str
    state: str
    outcome: str
    facts: TermFacts
    terms: Sequence[TermRow]

    @property
    def title(self) -> str:
        return f"{Law(self.law).label}: {self.subject}"

    @property
    def label(self) -> str:
        """The outcome once there is one, else the state."""
        return str(DecisionOutcome(self.outcome).label if self.outcome else ProcedureState(self.state).label)


def procedure_row(row: Any, today: date) -> ProcedureRow:
    """The row with its terms as they stand on `today`."""
    facts = facts_of(row)
    return ProcedureRow(row.pk, row.law, row.subject, row.state, row.outcome, facts, term_rows(facts, today))


def facts_of(row: Any) -> TermFacts:
    """What the terms hang on."""
    return TermFacts(
        law=row.law,
        birth_date=row.birth_date,
        held_at=row.held_at,
        flags=row.flags or (),
        decreed=days_in(row.decreed),
        still=[Period(_day(one["first"]), _day(one["last"]) if one["last"] else None) for one in row.still],
        said=[Notice.of(one) for one in row.said],
        **{name: getattr(row, name) for name in COLUMNS},
    )


def _day(text: str) -> date:
    return date.fromisoformat(text)
