"""Rows as COPY reads them: fields with a tab between, moments counted in working minutes."""

from datetime import date, timedelta
from random import Random
from typing import Any

from django.db.models import Model

from benchmarks.bulk.story import DAY

FIRST = date(2015, 6, 1)
DAYS = [(FIRST + timedelta(days=number)).isoformat() for number in range(16 * 366)]
CLOCK = [f"{7 + minute // 60:02d}:{minute % 60:02d}:00+00" for minute in range(DAY)]
NOTHING = "\\N"


def moment(minute: int | None) -> str:
    """A moment from so many working minutes after `FIRST`."""
    return NOTHING if minute is None else f"{DAYS[minute // DAY]} {CLOCK[minute % DAY]}"


def day(minute: int | None) -> str:
    """The day of such a moment."""
    return NOTHING if minute is None else DAYS[minute // DAY]


class Table:
    """Where the rows of a model gather until they are written. `names`: of the columns that differ a row.

    What else may not be empty gets what the model says when nothing is given. `scattered`: the rows lie in no
    order: what grew from day to day, between what others did, does not lie together either.
    """

    def __init__(self, model: type[Model], names: str, first: int, *, scattered: bool = False) -> None:
        given = names.split()
        left = [
            one for one in model._meta.concrete_fields
            if one.attname not in (*given, "id") and not one.null
        ]  # fmt: skip
        self.name = model._meta.db_table
        self.columns = ["id", *given, *(one.attname for one in left)]
        self.end = "".join(f"\t{as_text(one.get_default())}" for one in left) + "\n"
        self.first = self.next = first
        self.lines: list[str] = []
        self.scattered = scattered

    def add(self, *values: Any) -> int:
        """A row more; gives its key."""
        key, self.next = self.next, self.next + 1
        self.lines.append(f"{key}\t" + "\t".join(map(str, values)) + self.end)
        return key

    def write(self, cursor: Any) -> None:
        """Send what gathered."""
        if self.lines:
            if self.scattered:
                Random(len(self.lines)).shuffle(self.lines)
            columns = ", ".join(f'"{name}"' for name in self.columns)
            with cursor.copy(f"COPY {self.name} ({columns}) FROM STDIN") as copy:
                copy.write("".join(self.lines))
            self.lines.clear()


def as_text(value: Any) -> str:
    """A value as COPY reads it. Not for words with a tab, a line break or a backslash."""
    if type(value) is str:
        return value
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, list | tuple):
        return "{" + ",".join(map(str, value)) + "}"
    return "{}" if value == {} else str(value)
