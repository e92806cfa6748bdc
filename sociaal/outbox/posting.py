"""Put work in the outbox, inside the transaction of the change it follows from."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta

from django.db import connection, transaction

from sociaal.core.batch import Batch
from sociaal.outbox.models import Message

log = logging.getLogger(__name__)
_left_out: ContextVar[frozenset[str]] = ContextVar("left_out", default=frozenset())

_INSERT = """
    INSERT INTO outbox_message (topic, key, state, attempts, created_at, due_at, last_error)
    VALUES (%s, %s, %s, 0, %s, %s, '')
    ON CONFLICT (topic, key) WHERE state = 'waiting' AND attempts = 0
    DO UPDATE SET due_at = LEAST(outbox_message.due_at, excluded.due_at)
"""
# not DO NOTHING: the update locks the message that waits already, so that no relay handles it, and closes it,
# before the change that leaned on it is committed and to be seen


def post(
    topic: str,
    key: object,
    *,
    now: datetime,
    delay: timedelta = timedelta(),
    into: Batch | None = None,
) -> None:
    """Ask for the work of `topic` on `key` once the present transaction commits and `delay` is over.

    A message for the same key that still waits and was never tried makes a second one superfluous; with a
    delay a burst of changes is worked on once. The worker is woken after commit; when the broker does not
    answer, the relay's own round finds the message. `into`: what it is sent together with, by who made that.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("post() belongs inside the transaction of the change")
    if topic in _left_out.get():
        return
    batch = Batch() if into is None else into
    batch.run(_INSERT, [topic, str(key), Message.State.WAITING, now, now + delay])
    if into is None:
        batch.send()
    if not delay:  # who handles the message before it, or beat's round, looks again when it is due
        _wake_once()


@contextmanager
def leaving_out(*topics: str) -> Iterator[None]:
    """Post nothing of these topics: for a command that does all their work itself, once, at its end."""
    token = _left_out.set(frozenset(topics))
    try:
        yield
    finally:
        _left_out.reset(token)


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
