"""Which colleagues have a conversation open, and the line of the log for what they read of each other."""

from datetime import datetime, timedelta

from django.db import transaction

from cases.permissions import check_works_on
from intake.models import Conversation, Presence
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.audit.models import Entry

HERE_FOR = timedelta(seconds=12)
"""A page asks for changes every three seconds; who missed four of them is gone."""
ONE_READING = timedelta(minutes=5)
"""Reading along is one reading, not one for each sentence that comes in: this long is one line of the log."""


@transaction.atomic
def be_here(*, conversation: Conversation, by: User, now: datetime) -> list[User]:
    """Note that `by` has this conversation open, and say who else has. By who works on the case."""
    check_works_on(by, conversation.case, now)
    Presence.objects.update_or_create(conversation=conversation, user=by, defaults={"seen_at": now})
    rows = Presence.objects.filter(conversation=conversation, seen_at__gt=now - HERE_FOR).exclude(user=by)
    return [row.user for row in rows.select_related("user").order_by("user__name", "pk")]


@transaction.atomic
def log_reading_along(*, conversation: Conversation, by: User, now: datetime) -> None:
    """Say in the log that `by` is about to be shown what changed. Call it before the answer leaves.

    One line covers `ONE_READING`. Raises DoesNotExist for who is not here.
    """
    presence = Presence.objects.select_for_update().get(conversation=conversation, user=by)
    if presence.logged_at is not None and now - presence.logged_at < ONE_READING:
        return
    presence.logged_at = now
    presence.save(update_fields=["logged_at"])
    log.write(
        Entry.Kind.READ, "conversation_changes", by=by, now=now, about=conversation,
        residents=[conversation.case.resident_id],
    )  # fmt: skip
