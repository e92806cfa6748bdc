"""Loading tables in bulk: what the database checks row by row is taken away before and put back after.

What is put back the database checks itself, for all rows at once: keys that point at others, what may be
there once, periods that may not overlap. Check constraints and NOT NULL hold all the while. What is left is
what triggers hold, which `holding` asks.
"""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from django.db import connections

from sociaal.core.database import OWNER

OUTER = "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
CONSTRAINTS = f"{OUTER} WHERE conrelid::regclass::text = ANY(%s) AND contype IN ('f', 'u', 'x')"
INDEXES = """
    SELECT indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
    WHERE indrelid::regclass::text = ANY(%s) AND NOT indisprimary
    AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
"""
AT_ONCE = 2
"""Connections that put back what was taken away, a table each."""


@contextmanager
def bare(cursor: Any, tables: Sequence[str]) -> Iterator[None]:
    """Without indexes, constraints between rows, and triggers, which are all there again afterwards."""
    names = list(tables)
    cursor.execute(CONSTRAINTS, [names])
    constraints = cursor.fetchall()
    for table, name, _definition in constraints:
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    cursor.execute(INDEXES, [names])
    indexes = cursor.fetchall()
    for _table, name, _definition in indexes:
        cursor.execute(f"DROP INDEX {name}")
    for table in names:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER, SET (autovacuum_enabled = off)")
    yield
    _put_back(cursor, names, indexes, constraints)
    for table in names:
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER, RESET (autovacuum_enabled)")


def _put_back(cursor: Any, names: Sequence[str], indexes: Sequence[Any], constraints: Sequence[Any]) -> None:
    """First what a table holds by itself, then what points at others: the database checks all rows then."""
    alone: dict[str, list[str]] = {name: [] for name in names}
    checks: dict[str, list[str]] = {name: [] for name in names}
    for table, _name, definition in indexes:
        alone[table].append(definition)
    for table, name, definition in constraints:
        if not definition.startswith("FOREIGN"):
            alone[table].append(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')
    _side_by_side(alone)
    for table, name, definition in constraints:
        if definition.startswith("FOREIGN"):
            cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition} NOT VALID')
            checks[table].append(f'ALTER TABLE {table} VALIDATE CONSTRAINT "{name}"')
    _side_by_side(checks)


def _side_by_side(work: Mapping[str, Sequence[str]]) -> None:
    """Each table's statements in order, the tables with most of them first."""
    with ThreadPoolExecutor(AT_ONCE) as threads:
        for done in [
            threads.submit(_do, work[table]) for table in sorted(work, key=lambda one: -len(work[one]))
        ]:
            done.result()


def _do(statements: Sequence[str]) -> None:
    try:
        with connections[OWNER].cursor() as cursor:
            cursor.execute("SET maintenance_work_mem = '512MB'")
            for statement in statements:
                cursor.execute(statement)
    finally:
        connections[OWNER].close()


def next_key(cursor: Any, table: str) -> int:
    """Where the keys of new rows may begin."""
    cursor.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}")
    return cursor.fetchone()[0]


def go_on_after(cursor: Any, table: str) -> None:
    """The keys that the database gives from now on come after those that are there."""
    cursor.execute(
        f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), greatest(max(id), 1)) FROM {table}"
    )
