"""After a death: help ends on the day it ended, and the cases that were about them close."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cases import policies
from cases.enums import Outcome
from cases.models import Arrangement, Case, Resident
from cases.operations import arrangements as helps
from cases.operations.cases import withdraw
from cases.operations.procedure_recording import check_not_future, moment_of
from cases.operations.resident_locks import lock_with_cases
from cases.permissions.people import check_keeps_file
from cases.queries.after_death import in_the_way
from sociaal.accounts.models import User
from sociaal.core.errors import Refused


@transaction.atomic
def end_after_death(
    *,
    resident: Resident,
    helped: Collection[Arrangement],
    close: Collection[Case],
    ended_on: date,
    by: User,
    now: datetime,
) -> Resident:
    """End this help on that day, and close these cases because their resident died; all or nothing.

    Help in a case that closes ends with it, on the same day; help that had not started is called off. By who
    keeps the file, and for each case by who works on it. Raises NotPermitted or NotFound; Refused when they
    did not die, for a day that cannot be, for a case in which something runs that is not theirs to end, and
    when a colleague ended all of it meanwhile.
    """
    resident = lock_with_cases(resident)
    check_keeps_file(by, resident, now)
    if resident.died_on is None:
        raise Refused(_("No date of death is noted. Look at the file again."))
    check_not_future(ended_on, now, "ended_on")
    if ended_on < resident.died_on:
        raise Refused(_("They lived then: end the help on its own page, with its reason."), field="ended_on")
    if not (helped or close):
        raise Refused(_("Choose which help ends, or which cases close."))
    closing = [one.pk for one in close]
    rows = _open_help(resident, [one.pk for one in helped], closing)
    if not (rows or close):
        raise Refused(_("This help has ended already. Look at the file again."))
    for row in rows:
        _end(row, ended_on, by=by, now=now)
    for case in close:
        _close(case, resident, by=by, now=now)
    return resident


def _open_help(resident: Resident, chosen: Collection[int], cases: Collection[int]) -> list[Arrangement]:
    """Of this resident: what was chosen, and all that is open in these cases."""
    rows = Arrangement.objects.filter(resident=resident, state__in=policies.RUNNING | policies.PENDING)
    rows = rows.filter(pk__in=chosen) | rows.filter(case__in=cases)
    return list(rows.select_related("case__resident", "case__team").order_by("case", "pk"))


def _end(row: Arrangement, ended_on: date, *, by: User, now: datetime) -> None:
    reason = _("The resident died.")
    if not row.runs:
        helps.cancel(arrangement=row, reason=reason, by=by, now=now)
        return
    helps.end(arrangement=row, reason=reason, at=moment_of(ended_on, now), by=by, now=now)


def _close(case: Case, resident: Resident, *, by: User, now: datetime) -> None:
    if case.resident_id != resident.pk:
        raise Refused(_("This case is of another resident."), field="close")
    if reasons := in_the_way(case, resident):
        raise Refused(" ".join(reasons), field="close")
    who, reason = _("The municipality"), _("The resident died.")
    withdraw(case=case, who=who, reason=reason, outcome=Outcome.DIED, by=by, now=now)
