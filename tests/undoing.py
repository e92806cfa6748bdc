"""Doing something and taking it back, so that the next attempt starts from the same."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction


class _UndoError(Exception):
    """Leaves the transaction, and with it what was done."""


@contextmanager
def taken_back() -> Iterator[None]:
    """What is done inside is as if it never was; what is raised inside is raised."""
    try:
        with transaction.atomic():
            yield
            raise _UndoError
    except _UndoError:
        pass
