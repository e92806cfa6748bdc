"""Messages that must not be done after all: they leave the house, and may have done so already."""

from datetime import datetime

from sociaal.outbox.handlers import outward
from sociaal.outbox.models import Message

HELD_BACK = "held back"


def hold_back(*, now: datetime) -> list[tuple[str, str]]:
    """Close what waits to leave the house, without doing it; returns topic and key of each.

    For a database that was restored: what waited when the backup was made was most likely done afterwards, in
    the time of which it knows nothing. Closed, not given up: what was given up is tried again by who looks
    after that.
    """
    waiting = Message.objects.select_for_update().filter(state=Message.State.WAITING, topic__in=outward())
    found = list(waiting.order_by("pk"))
    keys = [one.pk for one in found]
    Message.objects.filter(pk__in=keys).update(state=Message.State.DONE, done_at=now, last_error=HELD_BACK)
    return [(one.topic, one.key) for one in found]
