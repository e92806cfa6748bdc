"""Several people who do something at the same moment, each on a connection of their own."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connections


def at_once(*works: Callable[[], Any]) -> Sequence[Any]:
    """Run all `works` together; what each returned, or the exception it raised. For transactional tests."""
    start = Barrier(len(works), timeout=20)

    def run(work: Callable[[], Any]) -> Any:
        try:
            start.wait()
            return work()
        except Exception as error:  # an outcome like any other: the test looks at it
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))
