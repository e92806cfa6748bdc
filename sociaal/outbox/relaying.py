"""Do what waits in the outbox: one message at a time, locked, closed only together with its effect."""

import logging
from datetime import datetime, timedelta

from django.db import transaction

from sociaal.outbox.handlers import handler_of
from sociaal.outbox.models import Message

log = logging.getLogger(__name__)
MAX_ATTEMPTS = 5


def relay_all(*, now: datetime, limit: int = 500) -> int:
    """Handle up to `limit` due messages; returns how many succeeded. Several relays may run side by side."""
    done = 0
    for _ in range(limit):
        outcome = relay_one(now=now)
        if outcome is None:
            break
        done += outcome
    return done


def relay_one(*, now: datetime) -> bool | None:
    """Handle the next due message: True when done, False when it failed, None when nothing is due.

    The attempt is counted and committed first, so that a worker killed halfway still uses up an attempt; then
    the effect and the closing of the message are one transaction.
    """
    message = _claim(now)
    if message is None:
        return None
    if message.state == Message.State.DEAD:
        return False
    try:
        with transaction.atomic():
            locked = (
                Message.objects.select_for_update().filter(pk=message.pk, state=Message.State.WAITING).first()
            )
            if locked is None:
                return True
            handler_of(message.topic)(message.key, now)
            locked.state, locked.done_at = Message.State.DONE, now
            locked.save(update_fields=["state", "done_at"])
    except Exception as error:
        log.exception("outbox %s %s failed", message.topic, message.key)
        _note_failure(message, error, now)
        return False
    return True


def next_due(now: datetime, within: timedelta) -> timedelta | None:
    """How long until the next message is due (zero: now); None when none is due within this time."""
    due_at = (
        Message.objects.filter(state=Message.State.WAITING, due_at__lte=now + within)
        .order_by("due_at", "id")
        .values_list("due_at", flat=True)
        .first()
    )
    return None if due_at is None else max(due_at - now, timedelta())


def _claim(now: datetime) -> Message | None:
    with transaction.atomic():
        message = (
            Message.objects.select_for_update(skip_locked=True)
            .filter(state=Message.State.WAITING, due_at__lte=now)
            .order_by("due_at", "id")
            .first()
        )
        if message is None:
            return None
        message.attempts += 1
        # not due again until this attempt has had time to end; a killed worker's message returns by itself
        message.due_at = now + timedelta(seconds=30 * message.attempts)
        if message.attempts > MAX_ATTEMPTS:
            message.state = Message.State.DEAD
            log.error("outbox %s %s given up after %s attempts", message.topic, message.key, MAX_ATTEMPTS)
        message.save(update_fields=["attempts", "due_at", "state"])
        return message


def _note_failure(message: Message, error: Exception, now: datetime) -> None:
    last = message.attempts >= MAX_ATTEMPTS
    # while it is still this attempt's: another relay may have taken it up, or done it, since
    mine = Message.objects.filter(pk=message.pk, state=Message.State.WAITING, attempts=message.attempts)
    # the kind of error only: its text may hold what somebody typed
    mine.update(
        state=Message.State.DEAD if last else Message.State.WAITING,
        last_error=type(error).__name__[:200],
        due_at=now + timedelta(seconds=2**message.attempts),
    )
    if last:
        log.error("outbox %s %s given up after %s attempts", message.topic, message.key, MAX_ATTEMPTS)
