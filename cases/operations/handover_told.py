"""After a handover the resident hears who the contact person is now: by letter, or as somebody notes here."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cases.enums import HandoverState
from cases.models import Handover, Resident
from cases.operations.resident_locks import lock_with_cases
from cases.permissions import WORKERS, access_to_resident, manages_resident
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.core.errors import NotFound, NotPermitted, Refused


@transaction.atomic
def note_told(*, handover: Handover, by: User, now: datetime) -> Handover:
    """The resident knows who the contact person is now, other than by letter. Twice the same changes nothing.

    By the contact person or their deputy. Raises NotFound for who does not know of the handover, NotPermitted
    for others who do, Refused while it is not accepted.
    """
    resident = lock_with_cases(handover.resident)
    handover = Handover.objects.select_for_update(of=("self",)).select_related("resident").get(pk=handover.pk)
    _check_tells(handover, resident, by, now)
    if handover.state != HandoverState.ACCEPTED:
        raise Refused(_("This handover is not accepted."))
    if handover.told_at is None:
        handover.told_at = now
        handover.save(update_fields=["told_at"])
        log.wrote("note_told", by=by, now=now, about=handover, residents=[resident.pk])
    return handover


def _check_tells(handover: Handover, resident: Resident, by: User, now: datetime) -> None:
    access = access_to_resident(by, resident, now)
    if access.relations & WORKERS:
        return
    concerned = by.pk in (handover.from_user_id, handover.to_user_id, handover.asked_by_id)
    if concerned or access.reads or manages_resident(by, resident):
        raise NotPermitted(_("Only the contact person or their deputy can note this."))
    raise NotFound
