"""What the timeline of a case says about a letter: what it is and its number, for who may read it."""

from collections.abc import Sequence
from typing import Any

from cases.models import Letter
from cases.permissions import Access
from cases.permissions.letters import readable_letters


def letters(access: Access, events: Sequence[Any]) -> dict[int, str]:
    """By event key. One query, and some more for each addressee who is not the main subject."""
    keys = {event.codes["letter"] for event in events if event.codes.get("letter")}
    rows = {row.pk: row for row in readable_letters(access, Letter.objects.filter(pk__in=keys))}
    return {
        event.pk: f"{row.title} · {row.number}"
        for event in events
        if (row := rows.get(event.codes.get("letter")))
    }
