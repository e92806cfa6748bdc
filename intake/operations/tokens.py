"""Keys for systems that bring in reports: made, used, revoked."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from intake.models import ApiToken
from sociaal.accounts.models import User
from sociaal.accounts.permissions import check_role
from sociaal.accounts.roles import Role
from sociaal.audit import log
from sociaal.core.crypto import keyed_hash
from sociaal.core.errors import Refused

PREFIX = "sociaal_"
"""So that a scanner for leaked secrets knows one when it sees one."""
USED_EVERY = timedelta(minutes=1)
"""So exact is the last use: else every report would write the same row."""


@transaction.atomic
def make_token(*, name: str, by: User, now: datetime) -> tuple[ApiToken, str]:
    """A new token and its text, which is shown once. Raises NotPermitted; Refused for a name in use."""
    check_role(by, Role.ADMINISTRATOR)
    if ApiToken.objects.filter(name__iexact=name.strip(), revoked_at__isnull=True).exists():
        raise Refused(_("There is a token with this name already. Revoke it first, or choose another name."),
                      field="name")  # fmt: skip
    text = PREFIX + secrets.token_urlsafe(24)
    token = ApiToken.objects.create(
        name=name.strip(), token_hash=keyed_hash(text), hint=text[-4:], made_by=by, made_at=now
    )
    log.wrote("make_token", by=by, now=now, about=token)
    return token, text


@transaction.atomic
def revoke_token(*, token: ApiToken, by: User, now: datetime) -> ApiToken:
    """From now on it opens nothing. Twice is once. Raises NotPermitted."""
    check_role(by, Role.ADMINISTRATOR)
    token = ApiToken.objects.select_for_update(of=("self",)).get(pk=token.pk)
    if token.revoked_at is None:
        token.revoked_by, token.revoked_at = by, now
        token.save(update_fields=["revoked_by", "revoked_at"])
        log.wrote("revoke_token", by=by, now=now, about=token)
    return token


def token_of(text: str, *, now: datetime) -> ApiToken | None:
    """The token that this text is, noted as used; None for what is none or was revoked."""
    token = ApiToken.objects.filter(token_hash=keyed_hash(text), revoked_at__isnull=True).first()
    if token is not None:
        long_ago = Q(last_used_at__isnull=True) | Q(last_used_at__lt=now - USED_EVERY)
        ApiToken.objects.filter(long_ago, pk=token.pk).update(last_used_at=now)
    return token
