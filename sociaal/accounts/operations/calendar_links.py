"""Somebody's own secret address for their agenda: made, renewed, withdrawn, and known when it is used."""

import secrets
from datetime import datetime

from django.db import transaction

from sociaal.accounts.models import CalendarLink, User
from sociaal.accounts.permissions import check_administers, check_role
from sociaal.accounts.roles import CASEWORKERS
from sociaal.audit.log import wrote
from sociaal.core.crypto import keyed_hash


@transaction.atomic
def make_calendar_link(*, by: User, now: datetime) -> str:
    """A new secret for the agenda of `by`, shown once; one they had is none any more. Raises NotPermitted."""
    check_role(by, *CASEWORKERS)
    secret = secrets.token_urlsafe(24)
    fields = {"secret_hash": keyed_hash(secret), "made_at": now}
    _row, is_new = CalendarLink.objects.update_or_create(user=by, defaults=fields)
    wrote("make_calendar_link" if is_new else "renew_calendar_link", by=by, now=now, about=by)
    return secret


@transaction.atomic
def withdraw_calendar_link(*, of: User, by: User, now: datetime) -> None:
    """From now on the address opens nothing, also when this account is opened again. Twice is once.

    Raises NotPermitted for anyone but whose it is and an administrator.
    """
    if by != of:
        check_administers(by)
    if CalendarLink.objects.filter(user=of).delete()[0]:
        wrote("withdraw_calendar_link", by=by, now=now, about=of)


def calendar_link_of(secret: str) -> CalendarLink | None:
    """Whose agenda this secret opens. None for one that is unknown or withdrawn, and for who works here no
    longer, or no longer with residents. One query.
    """
    rows = CalendarLink.objects.select_related("user__team")
    link = rows.filter(secret_hash=keyed_hash(secret), user__is_active=True).first()
    return link if link and link.user.is_caseworker else None
