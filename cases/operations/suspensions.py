"""The term of an application stands still (Awb 4:15), and runs again."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import policies
from cases.enums import EventKind, ProcedureState, WaitParty, WaitSubject
from cases.models import Case, Procedure, Suspension, Wait
from cases.operations.procedure_recording import (
    check_not_future,
    lock_procedure,
    moment_of,
    record_procedure,
)
from cases.operations.recording import close_wait, open_wait, sync_waits
from cases.permissions import check_works_on
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.core.errors import Refused

DAY = timedelta(days=1)


@transaction.atomic
def suspend(
    *, procedure: Procedure, from_date: date, until_date: date | None, reason: str, by: User, now: datetime
) -> Suspension:
    """The term stands still (Awb 4:15); its days are added to the due date.

    As long as it does we wait for the resident: until `resume_term`, until it is decided or taken back, or
    until `let_terms_run_again` finds its last day passed. Raises Refused for anything but an application that
    is not decided, for days that cannot be, and while it stands still already without a last day.
    """
    case, procedure = lock_procedure(procedure)
    check_works_on(by, case, now)
    policies.check_reason(reason)
    if procedure.state != ProcedureState.APPLIED or procedure.applied_date is None:
        raise Refused(_("Only the term of an application that is not decided yet can be suspended."))
    policies.check_suspension(procedure.applied_date, from_date, until_date, timezone.localdate(now))
    if procedure.suspensions.filter(until_date__isnull=True).exists():
        raise Refused(_("The term stands still already. Let it run again first."))
    row = Suspension.objects.create(
        procedure=procedure, from_date=from_date, until_date=until_date, reason=reason
    )
    record_procedure(EventKind.APPLIED, procedure, case, by=by, now=now, suspension=row.pk)
    if until_date is None or until_date >= timezone.localdate(now):
        _wait_for_resident(procedure, case, reason, by=by, now=now)
    return row


@transaction.atomic
def resume_term(*, procedure: Procedure, runs_from: date, by: User, now: datetime) -> Procedure:
    """What was asked has come: from this day on the term runs again (Awb 4:15 lid 1: "tot de dag waarop").

    Days that would have stood still from then on do not. Raises Refused when the term does not stand still
    then, or for a day to come.
    """
    case, procedure = lock_procedure(procedure)
    check_works_on(by, case, now)
    check_not_future(runs_from, now, "runs_from")
    if procedure.state != ProcedureState.APPLIED:
        raise Refused(_("Only the term of an application that is not decided yet can run again."))
    if not end_suspensions(procedure, case, runs_from, by=by, now=now):
        raise Refused(_("The term does not stand still on that day."), field="runs_from")
    return procedure


@transaction.atomic
def let_terms_run_again(*, now: datetime) -> int:
    """Nightly: of an application whose term stood still until a day that has passed, it is our move again.

    Gives how many there were.
    """
    waiting = Procedure.objects.filter(waits__in=Wait.objects.filter(until__isnull=True)).distinct()
    again = 0
    for one in waiting.order_by("case", "pk"):
        case, procedure = lock_procedure(one)
        last = procedure.suspensions.order_by(F("until_date").desc()).first()  # without a last day first
        if last is None or last.until_date is None or last.until_date >= timezone.localdate(now):
            continue
        day = last.until_date + DAY
        record_procedure(
            EventKind.APPLIED, procedure, case, by=None, now=now, at=day, suspension=last.pk, resumed=True
        )
        again += _stop_waiting(procedure, case, at=moment_of(day, now), by=None, now=now)
    return again


def end_suspensions(
    procedure: Procedure, case: Case, runs_from: date, *, by: User, now: datetime
) -> list[Suspension]:
    """What stands still on this day or later stands still no more. One that had not begun falls away, and
    stays in the log. The caller holds the case's lock and has checked.
    """
    still = procedure.suspensions.filter(Q(until_date__isnull=True) | Q(until_date__gte=runs_from))
    ended = list(still.select_for_update())
    for row in ended:
        record_procedure(EventKind.APPLIED, procedure, case, by=by, now=now, suspension=row.pk, resumed=True)
        if row.from_date >= runs_from:
            log.wrote("remove_suspension", by=by, now=now, about=row, residents=[case.resident_id])
            row.delete()
            continue
        row.until_date = runs_from - DAY
        row.save(update_fields=["until_date"])
    _stop_waiting(procedure, case, at=now, by=by, now=now)
    return ended


def _wait_for_resident(procedure: Procedure, case: Case, reason: str, *, by: User, now: datetime) -> None:
    """Our own turn stands still with it, unless another application of this case asks something of us."""
    if Wait.objects.filter(procedure=procedure, until__isnull=True).exists():
        return
    others = case.procedures.filter(state__in=policies.OPEN_PROCEDURES).exclude(pk=procedure.pk)
    subject = WaitSubject.OTHER if others.exists() else WaitSubject.PROCEDURE
    open_wait(
        case, WaitParty.RESIDENT, subject, procedure_id=procedure.pk, why=reason, by=by, now=now, since=now,
        follows=True,
    )  # fmt: skip
    sync_waits(case, by=by, now=now)


def _stop_waiting(procedure: Procedure, case: Case, *, at: datetime, by: User | None, now: datetime) -> bool:
    """The resident is not waited for any more; gives whether they were."""
    waits = list(Wait.objects.filter(procedure=procedure, until__isnull=True))
    for wait in waits:
        close_wait(wait, case=case, by=by, now=now, at=at, follows=True)
    if waits:
        sync_waits(case, by=by, now=now, at=at)
    return bool(waits)
