"""Who sat at the table: put somebody there, or take them off."""

from collections.abc import Mapping
from datetime import datetime

from cases.models import Case
from intake.merging import digest
from intake.models import Conversation, TablePerson
from intake.queries.table import seat_of, seats_around
from sociaal.accounts.models import User
from sociaal.audit import log


def seat(
    conversation: Conversation,
    case: Case,
    given: Mapping[str, bool],
    seen: Mapping[str, str],
    *,
    by: User,
    now: datetime,
) -> list[str]:
    """Put at the table who was ticked and was not when the form was made, and the other way round.

    `given` and `seen` by the names of `Seat.field`. Part of an operation that locked the conversation. Only
    who is around this case, as far as `by` may know them, can be put there; name and role are kept as they
    are now. Returns the fields that changed.
    """
    ticked = {name for name, here in given.items() if digest(here) != seen.get(name, digest(False))}
    if not ticked:
        return []
    sitting = {seat_of(row).field: row for row in TablePerson.objects.filter(conversation=conversation)}
    around = {one.field: one for one in seats_around(case, by, now)}
    changed = []
    for name in sorted(ticked):
        if given[name] and name not in sitting and name in around:
            one = around[name]
            key = {f"{one.known}_id": one.key}
            TablePerson.objects.create(conversation=conversation, name=one.name, role=one.role, **key)
            changed.append(name)
        elif not given[name] and name in sitting:
            sitting[name].delete()
            changed.append(name)
    if changed:
        log.wrote(
            "note_table", by=by, now=now, about=conversation, residents=[case.resident_id], seats=len(changed)
        )
    return changed
