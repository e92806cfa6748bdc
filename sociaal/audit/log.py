"""Write the audit log."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from django.db import models, transaction

from sociaal.audit.models import Entry
from sociaal.core.batch import Batch

_gathered: ContextVar[list[Entry] | None] = ContextVar("gathered", default=None)


def write(
    kind: Entry.Kind,
    action: str,
    /,
    *,
    by: Any,
    now: datetime,
    about: models.Model | None = None,
    residents: Iterable[int] = (),
    into: Batch | None = None,
    **codes: Any,
) -> None:
    """Add one line. `by`: the user, or None for the system; `codes`: short codes and keys, never content.

    `into`: what it is sent together with, by who made that.
    """
    entry = Entry(
        at=now,
        kind=kind,
        actor_id=getattr(by, "pk", None),
        action=action,
        object_type=about._meta.label_lower if about is not None else "",
        object_id=about.pk if about is not None else None,
        residents=sorted(set(residents)),
        codes=codes,
    )
    gathered = _gathered.get()
    if gathered is not None:
        gathered.append(entry)
    elif into is not None:
        into.insert(entry)
    else:
        entry.save()


def wrote(
    action: str,
    *,
    by: Any,
    now: datetime,
    about: models.Model | None,
    residents: Iterable[int] = (),
    into: Batch | None = None,
    **codes: Any,
) -> None:
    """Log a change, in the transaction of that change; `into` as in `write`."""
    write(Entry.Kind.WRITE, action, by=by, now=now, about=about, residents=residents, into=into, **codes)


@contextmanager
def gathered() -> Iterator[None]:
    """One transaction whose lines go in together, at its end: for many changes in a row by a command.

    All or nothing, like any transaction: no change without its line, no line without its change.
    """
    lines: list[Entry] = []
    with transaction.atomic():
        token = _gathered.set(lines)
        try:
            yield
        finally:
            _gathered.reset(token)
        Entry.objects.bulk_create(lines)
