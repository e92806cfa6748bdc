"""Messages that failed at every attempt: for who looks after the servers to see, and to have tried again."""

from datetime import datetime

from django.db.models import QuerySet

from sociaal.outbox.models import Message


def given_up() -> QuerySet[Message]:
    """Oldest first. Their key says what the work was about, never content."""
    return Message.objects.filter(state=Message.State.DEAD).order_by("id")


def try_again(*, now: datetime) -> int:
    """Let the relay take up all of them once more, with every attempt but one; how many.

    Not with every attempt: so counts a message that was never tried, of which one for each key waits.
    """
    return given_up().update(state=Message.State.WAITING, attempts=1, due_at=now)
