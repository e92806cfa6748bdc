"""Another connection beside the test's own: what two processes do at the same moment."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

from django.db import connection, transaction


class Running:
    """Something that runs elsewhere."""

    def __init__(self, future: Future) -> None:
        self.future = future

    def done(self, after: float) -> bool:
        """Whether it has ended within so many seconds."""
        return self.future in wait([self.future], timeout=after).done

    def result(self, within: float) -> Any:
        return self.future.result(timeout=within)


class Elsewhere:
    """A thread with a connection of its own; each piece of work is a transaction there."""

    def __enter__(self) -> "Elsewhere":
        self.pool = ThreadPoolExecutor(max_workers=8)
        return self

    def __exit__(self, *error: object) -> None:
        self.pool.shutdown(wait=True)

    def start(self, work: Callable[[], Any], *, atomic: bool = True) -> Running:
        """Begin with `work`, in a transaction unless it makes its own."""

        def in_thread() -> Any:
            try:
                if not atomic:
                    return work()
                with transaction.atomic():
                    return work()
            finally:
                connection.close()

        return Running(self.pool.submit(in_thread))
