"""The events of a log in a temporary table: the database puts them in order, however many there are."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection

from regie.metrics.event_log.reading import LoggedEvent

ROWS_AT_A_TIME = 2000
COLUMNS = ", ".join(f'"{name}"' for name in LoggedEvent._fields)


class StagedEvents:
    """A temporary table with one row per event. Lives in the transaction that made it."""

    def fill(self, events: Iterable[LoggedEvent]) -> None:
        with (
            connection.cursor() as cursor,
            cursor.copy(f"COPY pg_temp.logged_event ({COLUMNS}) FROM STDIN") as copy,
        ):
            for event in events:
                copy.write_row(event)

    def in_order(self) -> Iterator[LoggedEvent]:
        """By case, then time; at one and the same moment in the order of the file."""
        with connection.chunked_cursor() as cursor:
            cursor.execute(f'SELECT {COLUMNS} FROM pg_temp.logged_event ORDER BY "case", "at", "line"')
            while rows := cursor.fetchmany(ROWS_AT_A_TIME):
                yield from map(LoggedEvent._make, rows)


@contextmanager
def staged_events() -> Iterator[StagedEvents]:
    """An empty table for the events of one log; gone afterwards. Needs an open transaction."""
    with connection.cursor() as cursor:
        # a large log takes longer to load and to sort than a page may take
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute(
            """
            CREATE TEMPORARY TABLE logged_event (
                "line" bigint, "case" text COLLATE "C", "at" timestamptz, "activity" integer,
                "resource" integer, "start" timestamptz, "end" timestamptz, "deadline" timestamptz,
                "channel" text, "responsible" integer
            ) ON COMMIT DROP
            """
        )
    yield StagedEvents()
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE pg_temp.logged_event")
