"""So many residents with as many cases, written by COPY."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from django.db import connections

from benchmarks.bulk import tables
from benchmarks.bulk.dealing import OPEN, deal
from benchmarks.bulk.holding import OPEN_CASES
from benchmarks.bulk.staff import teams_for
from benchmarks.bulk.writing import COLUMNS, Writing
from benchmarks.residents import Population, settle
from cases.models import CaseNumber, Provision, Resident
from sociaal.core.database import OWNER

BATCH = 20_000
"""Residents between two writings."""


@dataclass
class Loaded:
    """What came of it. `people`: whom to search for, by key."""

    people: dict[int, Resident]
    cases: int = 0
    rows: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def timed(self, part: str) -> Iterator[None]:
        began = perf_counter()
        yield
        self.seconds[part] = round(perf_counter() - began, 1)


def load(number: int) -> Loaded:
    """Settle so many residents and give them as many cases (`dealing` says whose), in a database with a
    catalogue and no cases. The same number gives the same cases.
    """
    loaded = Loaded({})
    with loaded.timed("residents"):
        loaded.people = settle(Population(number))
    with connections[OWNER].cursor() as cursor:
        loads = [model._meta.db_table for model, _columns in COLUMNS.values()]
        with loaded.timed("indexes"), tables.bare(cursor, loads), loaded.timed("rows"):
            _write_cases(cursor, number, loaded)
        with loaded.timed("open cases"):
            cursor.execute(
                f"INSERT INTO cases_opencase (case_id, team_id, contact_id, wait_on, wait_since) {OPEN_CASES}"
            )
        with loaded.timed("vacuum"):
            cursor.execute("VACUUM (FREEZE, ANALYZE)")
    loaded.seconds["indexes"] -= loaded.seconds["rows"]
    return loaded


def _write_cases(cursor: Any, number: int, loaded: Loaded) -> None:
    provisions = list(Provision.objects.order_by("pk").values_list("pk", flat=True))
    writing = Writing(lambda model: tables.next_key(cursor, model._meta.db_table), provisions)
    first = tables.next_key(cursor, "cases_resident") - number
    for place, lives in enumerate(deal(number, teams_for(round(number * OPEN))), 1):
        loaded.cases += len(lives.cases)
        writing.add_all(lives, first + place - 1)
        if place % BATCH == 0 or place == number:
            for table in writing.tables.values():
                table.write(cursor)
    for name, table in writing.tables.items():
        tables.go_on_after(cursor, table.name)
        loaded.rows[name] = table.next - table.first
    CaseNumber.objects.bulk_create(CaseNumber(year=year, last=last) for year, last in writing.numbers.items())
