"""The audit log as the privacy officer reads it: newest first, a page at a time, never counted.

The log may hold millions of lines. A page goes on where the one before ended (by time and key), so that the
last page costs as much as the first.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from sociaal.accounts.models import User
from sociaal.audit.models import Entry
from sociaal.core.registry import registry

PAGE_SIZE = 50
EXPORT_LIMIT = 100_000
"""Lines an export holds at most; beyond, a shorter period must be asked."""
CHUNK = 1000

USER = User._meta.label_lower
TONES: dict[str, str] = {
    Entry.Kind.REFUSED: "late",
    Entry.Kind.EMERGENCY: "waiting",
    Entry.Kind.WRITE: "open",
}
"""Colour for what asks attention; the words say the same."""


@dataclass(frozen=True)
class Place:
    """Where a page begins: after this line, going back in time."""

    at: dt.datetime
    key: int

    @classmethod
    def parse(cls, text: str) -> "Place | None":
        """The place that an address names, or None when it names none."""
        at, _dash, key = text.rpartition("_")
        try:
            moment = dt.datetime.fromisoformat(at)
        except ValueError:
            return None
        return cls(moment, int(key)) if key.isdecimal() and len(key) < 19 and moment.tzinfo else None

    def __str__(self) -> str:
        return f"{self.at.astimezone(dt.UTC).isoformat()}_{self.key}"


@dataclass(frozen=True)
class Line:
    """One line as a person reads it. `tone`: of its badge."""

    at: dt.datetime
    kind: str
    tone: str
    action: str
    who: str
    about: str
    residents: tuple[int, ...]
    why: str


@dataclass(frozen=True)
class Page:
    """Some lines of the log, and where older ones begin; `older` is None at the end."""

    lines: list[Line]
    older: Place | None


def entries(asked: Mapping[str, Any]) -> QuerySet[Entry]:
    """The lines that match, newest first. `asked`: cleaned data of `LogForm`, empty values for no limit."""
    limits = {"kind": asked.get("kind"), "actor": asked.get("actor"), "action": asked.get("action")}
    rows = Entry.objects.filter(**{name: value for name, value in limits.items() if value})
    if resident := asked.get("resident"):
        # a line names the record it was about then: of a person with merged records each of them counts
        rows = rows.filter(residents__overlap=registry.same_person(resident))
    if since := asked.get("since"):
        rows = rows.filter(at__gte=_midnight(since))
    if until := asked.get("until"):
        rows = rows.filter(at__lt=_midnight(until + dt.timedelta(days=1)))
    return rows.select_related("actor").order_by("-at", "-pk")


def page(asked: Mapping[str, Any], after: Place | None) -> Page:
    """One page of what matches, from `after` on."""
    rows = entries(asked)
    if after:
        rows = rows.filter(Q(at__lt=after.at) | Q(pk__lt=after.key), at__lte=after.at)
    found = list(rows[: PAGE_SIZE + 1])
    entries_shown, more = found[:PAGE_SIZE], len(found) > PAGE_SIZE
    last = entries_shown[-1] if more else None
    return Page(_lines(entries_shown), Place(last.at, last.pk) if last else None)


def export_headers() -> list[str]:
    """The columns of an export."""
    return [
        _("When"),
        _("What happened"),
        _("Page or operation"),
        _("By whom"),
        _("About"),
        _("Residents"),
        _("Why"),
    ]


def export_rows(asked: Mapping[str, Any]) -> Iterator[list[Any]]:
    """The lines of an export, read from the database as they are written to the file."""
    language = get_language()
    found = entries(asked)[:EXPORT_LIMIT].iterator(chunk_size=CHUNK)
    while chunk := list(islice(found, CHUNK)):
        with override(language):  # the file streams after the page's own language is put back
            lines = _lines(chunk)
        for one in lines:
            residents = ", ".join(map(str, one.residents))
            yield [one.at, one.kind, one.action, one.who, one.about, residents, one.why]


def _lines(found: list[Entry]) -> list[Line]:
    """Lines in words; the names of the users they are about in one query."""
    keys = {entry.object_id for entry in found if entry.object_type == USER and entry.object_id}
    names = dict(User.objects.filter(pk__in=keys).values_list("pk", "name")) if keys else {}
    return [
        Line(
            at=entry.at,
            kind=entry.get_kind_display(),
            tone=TONES.get(entry.kind, "done"),
            action=entry.action,
            who=_who(entry),
            about=_about(entry, names),
            residents=tuple(entry.residents),
            why=", ".join(f"{key}: {_flat(value)}" for key, value in sorted(entry.codes.items())),
        )
        for entry in found
    ]


def _who(entry: Entry) -> str:
    if entry.actor:
        return entry.actor.name
    return _("not signed in") if entry.kind == Entry.Kind.REFUSED else _("the system")


def _about(entry: Entry, names: Mapping[int, str]) -> str:
    """A colleague by name, anything else by its kind and key: a resident's name is content."""
    if entry.object_type == USER:
        return names.get(entry.object_id or 0, "")
    return f"{entry.object_type} {entry.object_id}" if entry.object_type else ""


def _flat(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))
