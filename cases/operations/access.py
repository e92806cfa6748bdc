"""Break-glass access (noodtoegang): outside the rules, with a reason, for one hour, always reported."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cases import policies
from cases.models import BreakGlass, Resident
from cases.permissions import Sight, access_to_resident
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role
from sociaal.audit import log
from sociaal.audit.models import Entry
from sociaal.core.errors import NotFound, NotPermitted, Refused


@transaction.atomic
def break_glass(*, resident: Resident, reason: str, by: User, now: datetime) -> BreakGlass:
    """Open one resident's file for 60 minutes. The privacy officer and the contact person see that it
    happened.

    Raises NotFound for who cannot even locate this resident, Refused without a reason.
    """
    if access_to_resident(by, resident, now).sight < Sight.LOCATE:
        raise NotFound
    if not (by.is_caseworker or by.has_role(Role.PRIVACY_OFFICER)):
        raise NotPermitted(_("Only who works with residents, and the privacy officer, can do this."))
    if len(reason.strip()) < 10:
        raise Refused(_("Write down why you need this file now, in a sentence."), field="reason")
    row = BreakGlass.objects.create(
        resident=resident, user=by, reason=reason.strip(), opened_at=now, until=now + policies.BREAK_GLASS_FOR
    )
    log.write(Entry.Kind.EMERGENCY, "break_glass", by=by, now=now, about=row, residents=[resident.pk])
    return row


@transaction.atomic
def review_break_glass(*, access: BreakGlass, by: User, now: datetime) -> BreakGlass:
    """The privacy officer has looked at it."""
    if not by.has_role(Role.PRIVACY_OFFICER):
        raise NotPermitted(_("Only the privacy officer can do this."))
    if access.reviewed_at is None:
        access.reviewed_by, access.reviewed_at = by, now
        access.save(update_fields=["reviewed_by", "reviewed_at"])
        log.wrote("review_break_glass", by=by, now=now, about=access, residents=[access.resident_id])
    return access
