"""What can go wrong outside our code, in words that a person can read."""

from collections.abc import Iterator
from contextlib import contextmanager

import django.db
import psycopg
from django.utils.translation import gettext as _

from sociaal.core.errors import Refused


@contextmanager
def in_words() -> Iterator[None]:
    """Raises Refused for what the database server or the disk refuses, without the content of any row."""
    try:
        yield
    except (psycopg.Error, django.db.Error) as error:
        raise Refused(_("The database refused: %(words)s.") % {"words": _first_words(error)}) from error
    except OSError as error:
        raise Refused(_("The disk refused: %(words)s.") % {"words": error.strerror or error}) from error


def _first_words(error: BaseException) -> str:
    """The first line: what follows it may hold what stands in a row."""
    cause = error.__cause__ if isinstance(error, django.db.Error) and error.__cause__ else error
    primary = cause.diag.message_primary if isinstance(cause, psycopg.Error) else None
    return (primary or next(iter(str(cause).splitlines()), type(cause).__name__)).rstrip(".")
