"""The password that an administrator gives: good for a few days, to choose an own one with (ASVS 6.4.1)."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from sociaal.accounts.models import StartPassword, User
from sociaal.accounts.permissions import check_administers
from sociaal.audit.log import wrote

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without what looks alike on paper: i, l, o, 0, 1."""


@transaction.atomic
def give_start_password(*, user: User, by: User | None, now: datetime) -> str:
    """Replace the user's password by a new start password and return it; it is shown once and stored hashed.

    The user's sessions end, as with every change of a password.
    """
    check_administers(by)
    password = generate()
    user.set_password(password)
    user.save(update_fields=["password"])
    expires_at = now + timedelta(days=settings.START_PASSWORD_DAYS)
    StartPassword.objects.update_or_create(user=user, defaults={"expires_at": expires_at})
    wrote("give_start_password", by=by, now=now, about=user)
    return password


def generate() -> str:
    """Sixteen characters in groups of four, some 79 bits, easy to read out on the phone."""
    groups = ("".join(secrets.choice(ALPHABET) for _letter in range(4)) for _group in range(4))
    return "-".join(groups)
