"""A form sent twice has one effect: a key per rendered form, claimed in the transaction of its effect."""

import secrets
from collections.abc import Callable
from datetime import datetime

from django.db import IntegrityError, OperationalError, connection, transaction

from sociaal.core.batch import Batch
from sociaal.core.collisions import is_collision, somebody_is_busy
from sociaal.outbox.models import Effect

FORM = "form"
ATTEMPTS = 4


def new_key() -> str:
    """A key for a form about to be shown."""
    return secrets.token_urlsafe(16)


def once(key: str, effect: str, work: Callable[[], str], *, now: datetime, expected: str = "") -> str:
    """Do `work` the first time for this key and return what it returns; later return the first result.

    Claim and work are one transaction: a second attempt at the same moment waits for the first, and when the
    first fails the key is free again. Without a key the work is simply done. `expected` is what `work` will
    most likely return: written with the claim, it need not be written afterwards.

    When the database stops it because of somebody else, it is done anew, so `work` may be called more than
    once. Raises Conflict when somebody is still in the way after some attempts.
    """
    for _attempt in range(ATTEMPTS):
        try:
            return _once(key, effect, work, now, expected)
        except OperationalError as error:
            if (
                not is_collision(error) or connection.in_atomic_block
            ):  # then the caller's transaction is broken
                raise
    raise somebody_is_busy()


def _once(key: str, effect: str, work: Callable[[], str], now: datetime, expected: str) -> str:
    if not key:
        with transaction.atomic():
            return work()
    try:
        with transaction.atomic():
            row = Effect(key=key[:120], effect=effect, result=expected, done_at=now)
            claim = Batch()
            claim.insert(row)
            claim.send()
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
