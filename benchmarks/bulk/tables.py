"""Loading tables in bulk: what the database checks row by row is taken away before and put back after.

What is put back the database checks itself, for all rows at once: keys that point at others, what may be
there once, periods that may not overlap. Check constraints and NOT NULL hold all the while. What is left is
what triggers hold, which `holding` asks.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

OUTER = "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
CONSTRAINTS = f"{OUTER} WHERE conrelid::regclass::text = ANY(%s) AND contype IN ('f', 'u', 'x')"
INDEXES = """
    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
    WHERE indrelid::regclass::text = ANY(%s) AND NOT indisprimary
    AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
"""


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
    for name, _definition in indexes:
        cursor.execute(f"DROP INDEX {name}")
    for table in names:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    yield
    cursor.execute("SET maintenance_work_mem = '512MB'")
    for _name, definition in indexes:
        cursor.execute(definition)
    for table, name, definition in sorted(constraints, key=lambda one: one[2].startswith("FOREIGN")):
        cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')
    for table in names:
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def next_key(cursor: Any, table: str) -> int:
    """Where the keys of new rows may begin."""
    cursor.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}")
    return cursor.fetchone()[0]


def go_on_after(cursor: Any, table: str) -> None:
    """The keys that the database gives from now on come after those that are there."""
    cursor.execute(
        f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), greatest(max(id), 1)) FROM {table}"
    )
