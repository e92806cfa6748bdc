"""How often somebody may do something that costs us work: a count per window of time, in the database.

Not in the cache: counting must be right when many come at once, and survive a restart.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from django.db import connection

from intake.models import Allowance
from sociaal.core.crypto import keyed_hash
from sociaal.outbox.periods import start_of_period

KEEP = timedelta(days=1)
_COUNT = """
    INSERT INTO intake_allowance (key, "window", used) VALUES (%s, %s, 1)
    ON CONFLICT (key, "window") DO UPDATE SET used = intake_allowance.used + 1 RETURNING used
"""


@dataclass(frozen=True)
class Limit:
    """So many times in each window."""

    amount: int
    window: timedelta


@dataclass(frozen=True)
class Use:
    """What is left after this time. `wait_seconds`: until the next window begins, never 0."""

    amount: int
    used: int
    wait_seconds: int

    @property
    def is_allowed(self) -> bool:
        return self.used <= self.amount

    @property
    def left(self) -> int:
        return max(0, self.amount - self.used)


def use(who: str, limit: Limit, *, now: datetime) -> Use:
    """Count one use by `who` (kept as a keyed hash) and say whether it is within the limit."""
    window = start_of_period(now, limit.window)
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [keyed_hash(who), window])
        used = cursor.fetchone()[0]
    if used == 1:
        Allowance.objects.filter(window__lt=now - KEEP).delete()
    return Use(limit.amount, used, max(1, ceil((window + limit.window - now).total_seconds())))
