"""Locking two residents with all that runs on them, without standing in anybody's way.

An operation on a case locks the case first and needs its resident afterwards; a handover does it the other
way round. So whoever merges takes questions, then cases, then residents, each in the order of their keys,
waits only briefly, and gives everything back before trying again.
"""

from django.db import OperationalError, connection, transaction
from django.utils.translation import gettext as _

from cases.models import Case, HelpRequest, Resident
from sociaal.core.collisions import is_collision
from sociaal.core.errors import Conflict, NotFound

ATTEMPTS = 8
PATIENCE_MS = 300
"""Shorter than the second after which PostgreSQL looks for a deadlock: we give way, never the other."""


def lock_both(first: Resident, second: Resident) -> tuple[Resident, Resident]:
    """Both as they are now, locked with their questions and cases until the transaction ends.

    Raises Conflict when somebody else is busy in one of them.
    """
    for _attempt in range(ATTEMPTS):
        try:
            with transaction.atomic():
                return _lock(first.pk, second.pk)
        except _CameInError:
            continue
        except OperationalError as error:
            if not is_collision(error):
                raise
    raise Conflict(_("A colleague is working in one of these files right now. Try again in a moment."))


class _CameInError(Exception):
    """A question or case came in while we waited: it is not locked in its turn."""


def _lock(first: int, second: int) -> tuple[Resident, Resident]:
    both = sorted({first, second})
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = {PATIENCE_MS}")
    hanging = [_locked_keys(model, both) for model in (HelpRequest, Case)]
    rows = {row.pk: row for row in Resident.objects.select_for_update().filter(pk__in=both).order_by("pk")}
    if len(rows) != len(both):
        raise NotFound
    if hanging != [_keys(model, both) for model in (HelpRequest, Case)]:
        raise _CameInError
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = DEFAULT")
    return rows[first], rows[second]


def _locked_keys(model: type[HelpRequest] | type[Case], residents: list[int]) -> list[int]:
    rows = model._default_manager.select_for_update().filter(resident__in=residents).order_by("pk")
    return [row.pk for row in rows.only("pk")]


def _keys(model: type[HelpRequest] | type[Case], residents: list[int]) -> list[int]:
    rows = model._default_manager.filter(resident__in=residents).order_by("pk")
    return list(rows.values_list("pk", flat=True))
