"""We cannot decide in time, and say so (Awb 4:14)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import objecting
from cases.enums import EventKind, NoticeKind
from cases.models import Procedure, TermNotice
from cases.operations.procedure_recording import check_not_future, lock_procedure, record_procedure
from cases.permissions import check_works_on
from cases.queries.terms import awaited_decision
from sociaal.accounts.models import User
from sociaal.core.errors import Refused


@transaction.atomic
def tell_delay(
    *, procedure: Procedure, told_date: date, until_date: date, by: User, now: datetime
) -> TermNotice:
    """The resident was told that the decision comes later, and the day by which: as soon as possible (Awb
    4:14 lid 1). The term stays what it is, so what is late stays late; only where no statute sets one, and
    they were told within its eight weeks, it lasts until that day (lid 3).

    About the decision on the application, or on the objection once that runs (7:14). Raises Refused when no
    such term runs, or the day is not after it.
    """
    case, procedure = lock_procedure(procedure)
    check_works_on(by, case, now)
    check_not_future(told_date, now, "told_date")
    term = awaited_decision(procedure.pk, timezone.localdate(now))
    if term is None:
        raise Refused(_("No term runs for a decision in this procedure."))
    objecting.check_notice_of_delay(term.source.start, term.due, told_date, until_date)
    kind = NoticeKind.OBJECTION_LATE if term.is_on_objection else NoticeKind.LATE
    row = TermNotice.objects.create(
        procedure=procedure, kind=kind, told_date=told_date, until_date=until_date
    )
    record_procedure(
        EventKind.DELAY_TOLD, procedure, case, by=by, now=now, at=told_date,
        about=str(kind), until=until_date.isoformat(),
    )  # fmt: skip
    return row
