"""A closing is undone: what it ended by itself goes on where it stood."""

from datetime import datetime

from cases.enums import ArrangementState, EventKind
from cases.models import Case
from cases.operations.procedure_recording import record_procedure
from cases.operations.recording import record, step
from cases.queries.ended_by_closing import Ended, EndedByClosing
from sociaal.accounts.models import User


def restore(ended: EndedByClosing, case: Case, *, by: User, now: datetime) -> None:
    """All of it but what has a reason to stay ended; each with an event that corrects the one of its end. A
    term that stood still runs. The caller holds the case's lock, has checked, and opens the case after it.
    """
    for one in ended.procedures:
        if not one.stays:
            _restore_procedure(one, case, by=by, now=now)
    for one in ended.help:
        if not one.stays:
            _restore_help(one, case, by=by, now=now)


def _restore_procedure(one: Ended, case: Case, *, by: User, now: datetime) -> None:
    row = one.row
    step(row, "undo_withdraw", one.to)
    row.ended_date, row.end_reason = None, ""
    row.save(update_fields=["state", "ended_date", "end_reason"])
    record_procedure(
        EventKind.PROCEDURE_OPENED, row, case, by=by, now=now, corrects=one.event, back=True
    )  # fmt: skip


def _restore_help(one: Ended, case: Case, *, by: User, now: datetime) -> None:
    row = one.row
    step(row, "undo_end" if row.state == ArrangementState.ENDED else "undo_cancel", one.to)
    row.ended_at, row.end_reason = None, ""
    row.save(update_fields=["state", "ended_at", "end_reason"])
    record(
        EventKind.ARRANGEMENT_CHANGED, case=case, by=by, now=now, corrects=one.event, back=True,
        arrangement=row.pk, state=str(row.state), weight=row.provision.weight,
    )  # fmt: skip
