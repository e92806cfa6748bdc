"""So many residents with as many cases, written by COPY."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from django.db import connections

from benchmarks.bulk import tables
from benchmarks.bulk.dealing import OPEN, parts_of
from benchmarks.bulk.holding import KEPT, OPEN_CASES
from benchmarks.bulk.parts import PARTS, ROOM, Part, write_all
from benchmarks.bulk.staff import teams_for
from benchmarks.bulk.writing import COLUMNS
from benchmarks.residents import TABLE, to_search
from cases.models import CaseNumber, Provision, Resident
from sociaal.core.database import OWNER

TABLES = {name: model._meta.db_table for name, (model, _columns) in COLUMNS.items()}


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
    with connections[OWNER].cursor() as cursor:
        parts = _parts(cursor, number)
        with loaded.timed("indexes"), tables.bare(cursor, [TABLE, *TABLES.values()]), loaded.timed("rows"):
            _write(cursor, parts, loaded)
        with loaded.timed("open cases"):
            cursor.execute(f"ANALYZE {', '.join(TABLES.values())}")
            cursor.execute(f"INSERT INTO cases_opencase ({', '.join(KEPT)}) {OPEN_CASES}")
        with loaded.timed("vacuum"):
            cursor.execute("VACUUM (FREEZE, ANALYZE)")
    loaded.seconds["indexes"] -= loaded.seconds["rows"]
    loaded.people = to_search(number)
    return loaded


def _parts(cursor: Any, number: int) -> list[Part]:
    provisions = list(Provision.objects.order_by("pk").values_list("pk", flat=True))
    teams = teams_for(round(number * OPEN))
    residents, first = (
        tables.next_key(cursor, TABLE),
        {name: tables.next_key(cursor, table) for name, table in TABLES.items()},
    )
    return [
        Part(
            connections[OWNER].settings_dict["NAME"], number, place, whose, residents,
            {name: key + place * ROOM * number for name, key in first.items()}, teams, provisions,
        )
        for place, whose in enumerate(parts_of(number, PARTS))
    ]  # fmt: skip


def _write(cursor: Any, parts: list[Part], loaded: Loaded) -> None:
    written = write_all(parts)
    for table in (TABLE, *TABLES.values()):
        tables.go_on_after(cursor, table)
    loaded.rows, loaded.cases = dict(written.rows), written.rows["case"]
    CaseNumber.objects.bulk_create(CaseNumber(year=year, last=last) for year, last in written.numbers.items())
