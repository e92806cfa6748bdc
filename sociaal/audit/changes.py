"""Whether somebody else changed a thing while a form about it was open, and who that was."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from sociaal.audit.models import Entry
from sociaal.core.editing import ChangedMeanwhileError, Marks, mark_of


def check_seen(row: Model, names: Iterable[str], seen: Marks | None, **standing: Any) -> None:
    """`row` is locked, as it is now; `names`: its fields that the form shows; `standing`: what else it shows.

    Raises ChangedMeanwhileError when one differs from what the form started from (`seen`; None: no form).
    """
    if seen is None:
        return
    now = {name: getattr(row, name) for name in names} | standing
    if all(mark_of(value) == seen.get(name) for name, value in now.items()):
        return
    last = _last_change(row)
    raise ChangedMeanwhileError(
        now, last.actor.name if last and last.actor else "", last.at if last else None
    )


def _last_change(row: Model) -> Entry | None:
    """It was changed a short while ago, so the newest lines are looked at first."""
    lines = Entry.objects.filter(
        kind=Entry.Kind.WRITE, object_type=row._meta.label_lower, object_id=row.pk
    ).select_related("actor")
    return lines.order_by("-at").first()
