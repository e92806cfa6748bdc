"""A large municipality is written in parts, by as many processes as there are parts.

What the parts hold depends on the number of residents only, not on who writes them: the same number gives the
same cases.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from time import perf_counter

from django.db import connections

from benchmarks.bulk.beginning import begin
from benchmarks.bulk.dealing import deal
from benchmarks.bulk.staff import TeamOf
from benchmarks.bulk.writing import Writing
from benchmarks.residents import Population, write
from sociaal.core.database import OWNER

BATCH = 5_000
"""Residents between two writings: as many in a small town as in a large one, so that a long story lies as
scattered in both.
"""
PARTS = 2
ROOM = 40
"""Keys of a table that a part may use, for each of all residents; cases have some nine events."""
ALONE_UNTIL = 20_000
"""So few residents are written sooner by this process, one part after the other."""


@dataclass(frozen=True)
class Part:
    """Which of `number` residents to write. `first`: where the keys of a table begin; of residents theirs."""

    database: str
    number: int
    place: int
    residents: range
    first_resident: int
    first: dict[str, int]
    teams: Sequence[TeamOf]
    provisions: list[int]


@dataclass
class Written:
    """Rows of each table, and the last case number of each year."""

    rows: Counter[str] = field(default_factory=Counter)
    numbers: Counter[int] = field(default_factory=Counter)

    def add(self, other: "Written") -> None:
        self.rows += other.rows
        self.numbers |= other.numbers


def write_all(parts: Sequence[Part]) -> Written:
    """Write them side by side. Raises what a part raises, or BrokenProcessPool when one was ended."""
    written = Written()
    for one in _side_by_side(parts) if parts[0].number > ALONE_UNTIL else map(write_part, parts):
        written.add(one)
    return written


def _side_by_side(parts: Sequence[Part]) -> Iterator[Written]:
    processes = get_context("spawn")  # a copy of this process would share its connections
    with ProcessPoolExecutor(len(parts), mp_context=processes, initializer=begin) as pool:
        for done in as_completed([pool.submit(_write_in, part) for part in parts]):
            yield done.result()


def _write_in(part: Part) -> Written:
    from benchmarks import scratch

    scratch.use(part.database)
    return write_part(part)


def write_part(part: Part) -> Written:
    """Its residents, and then their cases, in the present database."""
    say = partial(_say, part, perf_counter())
    many = len(part.residents)
    with connections[OWNER].cursor() as cursor:
        first = part.first_resident + part.residents.start
        write(Population(many, part.place, PARTS), cursor, first, partial(say, "residents"))
        writing = Writing(part.first, part.provisions, part.place, PARTS)
        for done, lives in enumerate(deal(part.number, part.teams, part.residents), 1):
            writing.add_all(lives, first + done - 1)
            if done % BATCH == 0 or done == many:
                for table in writing.tables.values():
                    table.write(cursor)
                say("cases of", done)
    return Written(writing.rows(), writing.numbers)


def _say(part: Part, began: float, what: str, done: int) -> None:
    if part.number > ALONE_UNTIL and done % (20 * BATCH) == 0:
        seconds = perf_counter() - began
        many = f"{done:,} of {len(part.residents):,}"
        print(f"  part {part.place + 1}: {what} {many}, {seconds:.0f} s", file=sys.stderr, flush=True)
