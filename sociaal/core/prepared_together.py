"""Several prepared queries in one statement, for a page of many short lists."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from types import SimpleNamespace
from typing import Any

from sociaal.core.prepared import Prepared, Statement, ask

LENGTH = re.compile(r"\(\d+(, ?\d+)?\)")


class Together:
    """`PAGE = Together(goals=GOALS, tasks=TASKS)`, and `PAGE(case=12).goals` is what `GOALS(case=12)` gives.

    One answer of the database has one set of columns. So each list is laid into shared columns, as many of
    each type as the list that needs most of them; what it does not need stays empty. Only for queries that
    end in `values_list`. Raises TypeError for a name that is missing.
    """

    def __init__(self, **parts: Prepared) -> None:
        self.parts = parts

    def __call__(self, **values: Any) -> SimpleNamespace:
        rows: list[list[Any]] = [[] for _part in self.parts]
        for row in ask(self._statement, values):
            rows[row[0]].append([row[place] for place in self._places[row[0]]])
        found = zip(self.parts.items(), rows, strict=True)
        return SimpleNamespace(**{name: part.statement.results(own) for (name, part), own in found})

    @cached_property
    def _types(self) -> list[list[str]]:
        """Of each part, of its columns; words of any length are one type."""
        return [[_wide(one) for one in part.statement.types] for part in self.parts.values()]

    @cached_property
    def _slots(self) -> list[str]:
        """The shared columns."""
        most: Counter[str] = Counter()
        for types in self._types:
            most |= Counter(types)
        return sorted(most.elements())

    @cached_property
    def _places(self) -> list[list[int]]:
        """Of each part, where in a row its columns lie; before them the part and the order of its rows."""
        return [[2 + place for place in _laid(types, self._slots)] for types in self._types]

    @cached_property
    def _statement(self) -> Statement:
        statements = [part.statement for part in self.parts.values()]
        selects = [self._select(part, statement) for part, statement in enumerate(statements)]
        sql = " UNION ALL ".join(selects) + " ORDER BY 1, 2"
        return Statement(sql, [one for own in statements for one in own.params], self._slots, list)

    def _select(self, part: int, statement: Statement) -> str:
        columns = {place: f"c{number}" for number, place in enumerate(self._places[part])}
        laid = [f"{columns.get(2 + place, 'NULL')}::{slot}" for place, slot in enumerate(self._slots)]
        names = ", ".join(f"c{number}" for number in range(len(columns)))
        return f"SELECT {part}, row_number() OVER (), {', '.join(laid)} FROM ({statement.sql}) AS q({names})"


def _wide(kind: str) -> str:
    return LENGTH.sub("", kind).replace("varchar", "text")


def _laid(types: Sequence[str], slots: Sequence[str]) -> Iterator[int]:
    """For each column the first place of its type that is still free."""
    free = dict(enumerate(slots))
    for kind in types:
        place = next(number for number, slot in free.items() if slot == kind)
        del free[place]
        yield place
