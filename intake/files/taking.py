"""Rows done in batches, each one transaction: after a kill the rest is done, and nothing is done twice."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime

from django.db import connection, transaction

from intake.files.kinds import Taker
from intake.files.reading import Row
from intake.operations.backlog import Taken
from sociaal.core.errors import DomainError

BATCH = 200
"""Rows a transaction: some seconds at most, so that nobody waits long for a row that is held."""


@dataclass
class Tally:
    """How many rows became what. `doubtful` are among those made."""

    read: int = 0
    made: int = 0
    joined: int = 0
    known: int = 0
    refused: int = 0
    doubtful: int = 0

    def count(self, taken: Taken) -> None:
        setattr(self, taken.outcome, getattr(self, taken.outcome) + 1)
        self.doubtful += taken.doubtful

    def add(self, other: "Tally") -> None:
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))


@transaction.atomic
def take_batch(rows: Iterable[Row], taker: Taker, *, now: datetime) -> tuple[Tally, list[tuple[Row, str]]]:
    """Do these rows; returns the count, and the refused ones with why. One batch at a time, whoever asks: two
    files that name the same person add them once.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('rows of files', 0))")
    tally, refused = Tally(), []
    for row in rows:
        tally.read += 1
        try:
            tally.count(_done(row, taker, now))
        except DomainError as error:
            tally.refused += 1
            refused.append((row, str(error)))
    return tally, refused


def _done(row: Row, taker: Taker, now: datetime) -> Taken:
    if row.wrong:
        raise DomainError(row.wrong)
    return taker.take(row.cells, now)
