"""The audit log as the privacy officer reads it: newest first, a page at a time, never counted.

The log may hold millions of lines. A page goes on where the one before ended (by time and key), so that the
last page costs as much as the first.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from sociaal.accounts.models import User
from sociaal.audit.models import Entry

PAGE_SIZE = 50
EXPORT_LIMIT = 100_000
"""Lines an export holds at most; beyond, a shorter period must be asked."""


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
class Page:
    """Some lines of the log, and where older ones begin; `older` is None at the end."""

    lines: list[Entry]
    older: Place | None


def entries(asked: Mapping[str, Any]) -> QuerySet[Entry]:
    """The lines that match, newest first. `asked`: cleaned data of `LogForm`, empty values for no limit."""
    limits = {"kind": asked.get("kind"), "actor": asked.get("actor"), "action": asked.get("action")}
    rows = Entry.objects.filter(**{name: value for name, value in limits.items() if value})
    if resident := asked.get("resident"):
        rows = rows.filter(residents__contains=[resident])
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
    lines, more = found[:PAGE_SIZE], len(found) > PAGE_SIZE
    return Page(lines, Place(lines[-1].at, lines[-1].pk) if more else None)


def names_of_users(lines: list[Entry]) -> dict[int, str]:
    """Names of the users that these lines are about, by key: one query for a page."""
    keys = {line.object_id for line in lines if line.object_type == User._meta.label_lower}
    return dict(User.objects.filter(pk__in=keys).values_list("pk", "name")) if keys else {}


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
    kinds = {value: str(label) for value, label in Entry.Kind.choices}
    system = _("the system")

    def rows() -> Iterator[list[Any]]:
        for line in entries(asked)[:EXPORT_LIMIT].iterator(chunk_size=1000):
            about = f"{line.object_type} {line.object_id}" if line.object_type else ""
            residents = ", ".join(map(str, line.residents))
            who = line.actor.name if line.actor else system
            yield [line.at, kinds.get(line.kind, line.kind), line.action, who, about, residents, why(line)]

    return rows()


def why(line: Entry) -> str:
    """The codes of a line as text: "reason: phone_call, answer: 403"."""
    return ", ".join(f"{key}: {_flat(value)}" for key, value in sorted(line.codes.items()))


def _flat(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))
