"""Keep the table of days, and let the running terms that a decreed day touches end on another day.

A due date is computed when it is read, so a day in the table holds at once, everywhere. What remains is that
it is told: on each case whose date moved the worker writes an event, so that the timeline says why.
"""

from datetime import date, datetime
from functools import partial

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.enums import EventKind
from cases.models import CalendarDay, Case
from cases.operations.recording import lock_case, record
from cases.queries.term_moves import moves_by, moves_in
from cases.terms.table import check_can_add
from sociaal.accounts.models import User
from sociaal.accounts.permissions import check_role
from sociaal.accounts.roles import Role
from sociaal.audit.log import wrote
from sociaal.core.errors import NotFound, Refused
from sociaal.outbox.once import once
from sociaal.outbox.posting import post

MOVE_TERMS = "move_terms"
ADDED, REMOVED = "added", "removed"


@transaction.atomic
def add_calendar_day(
    *, day: date, name: str, kind: str, by: User, now: datetime, source: str = ""
) -> CalendarDay:
    """Put a day in the table. Raises NotPermitted; Refused for a day that is there or needs no row."""
    check_role(by, Role.ADMINISTRATOR)
    check_can_add(day, kind, source, timezone.localdate(now))
    row = CalendarDay(day=day, name=name.strip(), kind=kind, source=source.strip(), added_by=by, added_at=now)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Refused(_("This day is in the table already."), field="day") from None
    wrote("add_calendar_day", by=by, now=now, about=row, day=day.isoformat(), kind=str(kind))
    if row.moves_terms:
        post(MOVE_TERMS, f"{row.pk} {ADDED}", now=now)
    return row


@transaction.atomic
def remove_calendar_day(*, calendar_day: CalendarDay, by: User, now: datetime) -> CalendarDay:
    """Take a day out of the table; the row stays, with when and by whom. Raises NotPermitted, or NotFound
    when somebody did so before.
    """
    check_role(by, Role.ADMINISTRATOR)
    rows = CalendarDay.objects.select_for_update(of=("self",)).filter(removed_at__isnull=True)
    row = rows.filter(pk=calendar_day.pk).first()
    if row is None:
        raise NotFound
    row.removed_by, row.removed_at = by, now
    row.save(update_fields=["removed_by", "removed_at"])
    wrote("remove_calendar_day", by=by, now=now, about=row, day=row.day.isoformat(), kind=str(row.kind))
    if row.moves_terms:
        post(MOVE_TERMS, f"{row.pk} {REMOVED}", now=now)
    return row


def move_terms(key: str, now: datetime) -> None:
    """Handler of the outbox: an event for each running term that the day moved. A second time for the same
    key it writes only what the first did not reach.
    """
    pk, change = key.split()
    row, adding = CalendarDay.objects.get(pk=int(pk)), change == ADDED
    by = row.added_by if adding else row.removed_by
    moves = moves_by(row.day, adding=adding, today=timezone.localdate(now))
    for case in sorted({move.case for move in moves}):
        once(f"{key} {case}", MOVE_TERMS, partial(_tell, case, row, adding, by, now), now=now)


def _tell(case_key: int, row: CalendarDay, adding: bool, by: User | None, now: datetime) -> str:
    case = lock_case(Case.objects.select_related("resident").get(pk=case_key))
    moves = moves_in(case_key, row.day, adding=adding, today=timezone.localdate(now))
    for move in moves:
        record(
            EventKind.TERM_MOVED, case=case, by=by, now=now, procedure=move.procedure, law=move.law,
            term=move.term, before=move.before.isoformat(), after=move.after.isoformat(),
            day=row.day.isoformat(), added=adding,
        )  # fmt: skip
    return str(len(moves))
