"""Write the audit log."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models

from sociaal.audit.models import Entry


def write(
    kind: Entry.Kind,
    action: str,
    /,
    *,
    by: Any,
    now: datetime,
    about: models.Model | None = None,
    residents: Iterable[int] = (),
    **codes: Any,
) -> None:
    """Add one line. `by`: the user, or None for the system; `codes`: short codes and keys, never content."""
    Entry.objects.create(
        at=now,
        kind=kind,
        actor_id=getattr(by, "pk", None),
        action=action,
        object_type=about._meta.label_lower if about is not None else "",
        object_id=about.pk if about is not None else None,
        residents=sorted(set(residents)),
        codes=codes,
    )


def wrote(
    action: str, *, by: Any, now: datetime, about: models.Model, residents: Iterable[int] = (), **codes: Any
) -> None:
    """Log a change, in the transaction of that change."""
    write(Entry.Kind.WRITE, action, by=by, now=now, about=about, residents=residents, **codes)
