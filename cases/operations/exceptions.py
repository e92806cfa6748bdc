"""An exception (maatwerk): where law or policy would harm, the manager of the team decides, in words."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cases import policies
from cases.enums import EventKind
from cases.models import Weighing
from cases.operations.recording import lock_case, record
from cases.permissions import check_decides_exception
from sociaal.accounts.models import User
from sociaal.core.errors import Conflict, Refused
from sociaal.outbox.posting import post

EXCEPTION_ALLOWED = "exception_allowed"
"""Topic: the rule that was in the way may be looked at by everybody."""


@transaction.atomic
def decide_exception(
    *, weighing: Weighing, allowed: bool, words: str, seen: datetime, by: User, now: datetime
) -> Weighing:
    """Allow the exception or not. `seen`: when it was asked as the manager read it.

    Raises NotPermitted for who is not the team's manager or asks it, NotFound for who may not know of the
    case, Conflict when the words changed meanwhile, Refused when there is nothing to decide.
    """
    case = lock_case(weighing.case)
    check_decides_exception(by, case, weighing, now)
    row = Weighing.objects.select_for_update().get(pk=weighing.pk)
    if not row.exception_reason or row.chosen_at is not None:
        raise Refused(_("There is no exception to decide on any more."))
    if row.exception_allowed is not None:
        raise Refused(_("This exception is decided already."))
    if row.exception_asked_at != seen:
        raise Conflict(_("The request changed while you read it. Look at it again; your words are kept."))
    policies.check_reason(words, "words")
    row.exception_allowed, row.exception_words = allowed, words.strip()
    row.exception_decided_by, row.exception_decided_at = by, now
    row.exception_authority = by.name if allowed else ""
    row.save()
    record(EventKind.EXCEPTION_DECIDED, case=case, by=by, now=now, weighing=row.pk, allowed=allowed)
    if allowed:
        post(EXCEPTION_ALLOWED, row.pk, now=now)
    return row
