"""Several people doing something at the same moment, each with a database connection of their own."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from typing import Any

from django.db import connections

from tests import databases

A_FEW = 20
LEFT_FREE = 15
"""Connections that other test processes, workers and the reserve for administrators may need meanwhile."""


def at_once(*works: Callable[[], Any]) -> Sequence[Any]:
    """Run all `works` together; what each returned, or the exception it raised. For transactional tests.

    On a server that has not connections enough, as many start together as there are; the others follow.
    """

    def run(work: Callable[[], Any]) -> Any:
        try:
            return work()
        except Exception as error:  # an outcome like any other: the test looks at it
            return error
        finally:
            connections.close_all()

    with _room_for(len(works)) as together:
        start = Barrier(together, timeout=20)
        with ThreadPoolExecutor(together, initializer=start.wait) as pool:
            return list(pool.map(run, works))


@contextmanager
def _room_for(people: int) -> Iterator[int]:
    """How many of `people` can be served at once. A crowd waits until another crowd is done."""
    if people <= A_FEW:
        yield people
        return
    with databases.connect() as link:
        link.execute("SELECT pg_advisory_lock(hashtext('a crowd of tests'))")
        row = link.execute(
            "SELECT current_setting('max_connections')::int - count(*) FROM pg_stat_activity"
        ).fetchone()
        yield max(A_FEW, min(people, int(row[0] if row else 0) - LEFT_FREE))
