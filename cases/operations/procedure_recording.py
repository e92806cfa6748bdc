"""What every operation on a procedure begins and ends with: its lock, its days, its event."""

from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from cases.enums import EventKind
from cases.models import Case, Procedure
from cases.operations.recording import lock_case, record
from sociaal.accounts.models import User
from sociaal.core.errors import Refused


def lock_procedure(procedure: Procedure) -> tuple[Case, Procedure]:
    """The case and the procedure as they are now, locked until the transaction ends."""
    case = lock_case(procedure.case)
    return case, Procedure.objects.select_for_update(of=("self",)).get(pk=procedure.pk)


def check_not_future(day: date, now: datetime, field: str) -> None:
    if day > timezone.localdate(now):
        raise Refused(_("This date lies in the future."), field=field)


def moment_of(day: date, now: datetime) -> datetime:
    """When a thing of this day happened: of today now; of an earlier day at noon, for no hour is known."""
    if day == timezone.localdate(now):
        return now
    return timezone.make_aware(datetime.combine(day, time(12)))


def record_procedure(
    kind: EventKind,
    procedure: Procedure,
    case: Case,
    *,
    by: User | None,
    now: datetime,
    at: date | None = None,
    **codes: Any,
) -> None:
    """An event of a procedure, of now or of the day `at`."""
    record(
        kind,
        case=case,
        by=by,
        now=now,
        occurred_at=moment_of(at, now) if at else now,
        procedure=procedure.pk,
        law=str(procedure.law),
        **codes,
    )
