"""Whose application or help it is, in a case that concerns several people."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Case, Resident
from cases.operations.recording import check_alive, lock_resident
from cases.queries.applicants import applicants
from sociaal.accounts.models import User
from sociaal.core.errors import Refused


def applicant_of(case: Case, wanted: Resident | None, by: User, now: datetime) -> Resident:
    """Whose application it is: the main subject unless another is wanted. Raises Refused as `_one_of`."""
    words = _("Who applies lives with the resident, or is part of the case. Add them to the case first.")
    return _one_of(case, wanted, by, now, words, "applicant")


def receiver_of(case: Case, wanted: Resident | None, by: User, now: datetime) -> Resident:
    """For whom help is: the main subject unless another is wanted. Raises Refused as `_one_of`, and for
    somebody who has died.
    """
    words = _("Help is for the resident, for who lives with them, or for who is part of the case.")
    receiver = _one_of(case, wanted, by, now, words, "resident")
    refusal = _("This resident has died. Choose for whom else this help is.")
    check_alive(receiver.pk, refusal, on=timezone.localdate(now), field="resident")
    return receiver


def _one_of(case: Case, wanted: Resident | None, by: User, now: datetime, words: str, field: str) -> Resident:
    """The one wanted, held so that they are not merged meanwhile.

    Raises Refused for whom the case does not concern, or of whom this user may not know.
    """
    if wanted is None or wanted.pk == case.resident_id:
        return case.resident
    if wanted.pk not in {one.pk for one in applicants(case, by, now)}:
        raise Refused(words, field=field)
    return lock_resident(wanted)
