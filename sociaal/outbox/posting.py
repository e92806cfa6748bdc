"""Put work in the outbox, inside the transaction of the change it follows from."""

import logging
from datetime import datetime

from django.db import connection, transaction

from sociaal.outbox.models import Message

log = logging.getLogger(__name__)


def post(topic: str, key: object, *, now: datetime) -> None:
    """Ask for the work of `topic` on `key` once the present transaction commits.

    A message for the same key that still waits and was never tried makes a second one superfluous. The worker
    is woken after commit; when the broker does not answer, the relay's own round finds the message.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("post() belongs inside the transaction of the change")
    row = Message(topic=topic, key=str(key), created_at=now, due_at=now)
    Message.objects.bulk_create([row], ignore_conflicts=True)
    _wake_once()


def _wake_once() -> None:
    """One wake-up call per transaction, however many messages it posts."""
    if not any(getattr(entry[1], "is_wake_up", False) for entry in connection.run_on_commit):
        transaction.on_commit(_WakeUp(), robust=True)


class _WakeUp:
    is_wake_up = True

    def __call__(self) -> None:
        from sociaal.outbox.tasks import relay

        try:
            relay.apply_async(retry=False, ignore_result=True)
        except Exception as error:  # whatever the broker's client raises: beat's round finds the message
            log.warning("broker did not take the wake-up call: %s", type(error).__name__)
