"""Locking a resident together with their open cases, in the order of every operation on a case.

An operation on a case locks the case, and its events and its commit need the resident. Whoever changes the
contact person writes on all open cases: locking the resident first, the two would wait for each other.
"""

from django.db import transaction

from cases.enums import CaseStatus
from cases.models import Case, Resident
from cases.operations.recording import lock_resident
from sociaal.core.collisions import somebody_is_busy

ATTEMPTS = 8


class _OthersError(Exception):
    """While we waited a case came, went or was opened again, or the resident was merged."""

    def __init__(self, now: Resident) -> None:
        super().__init__()
        self.now = now


def lock_with_cases(resident: Resident) -> Resident:
    """The resident as they are now, locked with their open cases until the transaction ends. Of a merged
    record the one it went into.

    Raises Conflict when others keep coming in between.
    """
    for _attempt in range(ATTEMPTS):
        try:
            with transaction.atomic():  # what was locked is given back before the next attempt
                return _cases_first(resident)
        except _OthersError as others:
            resident = others.now
    raise somebody_is_busy()


def _cases_first(resident: Resident) -> Resident:
    rows = Case.objects.filter(resident=resident.pk).exclude(status=CaseStatus.CLOSED).order_by("pk")
    locked = [row.pk for row in rows.only("pk").select_for_update()]
    standing = lock_resident(resident)
    if standing.pk != resident.pk or locked != list(rows.values_list("pk", flat=True)):
        raise _OthersError(standing)
    return standing
