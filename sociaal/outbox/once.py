"""A form sent twice has one effect: a key per rendered form, claimed in the transaction of its effect."""

import secrets
from collections.abc import Callable
from datetime import datetime

from django.db import IntegrityError, transaction

from sociaal.outbox.models import Effect

FORM = "form"


def new_key() -> str:
    """A key for a form about to be shown."""
    return secrets.token_urlsafe(16)


def once(key: str, effect: str, work: Callable[[], str], *, now: datetime, expected: str = "") -> str:
    """Do `work` the first time for this key and return what it returns; later return the first result.

    Claim and work are one transaction: a second attempt at the same moment waits for the first, and when the
    first fails the key is free again. Without a key the work is simply done. `expected` is what `work` will
    most likely return: written with the claim, it need not be written afterwards.
    """
    if not key:
        with transaction.atomic():
            return work()
    try:
        with transaction.atomic():
            row = Effect.objects.create(key=key[:120], effect=effect, result=expected, done_at=now)
            result = work()
            if result != expected:
                row.result = result
                row.save(update_fields=["result"])
            return result
    except IntegrityError:
        earlier = Effect.objects.filter(key=key[:120], effect=effect).first()
        if earlier is None:
            raise
        return earlier.result
