"""A decision that somebody objected to, come about through the operations."""

from cases.models import Case, Procedure
from cases.operations.cases import withdraw
from cases.operations.objections import receive_objection
from cases.operations.procedures import decide, send_decision
from sociaal.accounts.models import User
from tests.factories import NOW, make_deciding_case


def make_objected(by: User, *, closed: bool = False, outcome: str = "refused") -> tuple[Case, Procedure]:
    """Decided by `by`, sent and objected to, all today; in a case that is being decided, or `closed`."""
    case, row = make_deciding_case(by)
    today, done = NOW.date(), {"by": by, "now": NOW}
    decide(procedure=row, outcome=outcome, reasons="Niet nodig.", decided_date=today, **done)
    row = send_decision(procedure=row, sent_date=today, **done)
    if closed:
        case = withdraw(case=case, who="Inwoner", reason="Gaat naar familie.", outcome="withdrawn", **done)
    return case, receive_objection(procedure=row, received_date=today, **done)
