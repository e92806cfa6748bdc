"""How many pages of the database a page of the screen reads: what grows with the town shows here first.

An index of a larger table is a level deeper, and each search in it reads one page more on its way down. That
is how a B-tree is, so those pages are counted apart: `Read.down`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection, connections

from benchmarks.measure import Answer

EXPLAIN = "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) "


@dataclass(frozen=True)
class Read:
    """Pages that a query touches; `down`: of those, on the way from the roots of B-trees to their leaves."""

    pages: int
    down: int
    sql: str


def read_for(ask: Callable[[], Answer]) -> tuple[list[Read], Answer]:
    """What each query of one request reads, most first, and the answer."""
    asked: list[tuple[str, Any]] = []

    def remember(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
        asked.append((str(sql), params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(remember):
        answer = ask()
    selects = [(sql, params) for sql, params in asked if sql.lstrip(" (").startswith("SELECT")]
    read = [_read(sql, params) for sql, params in selects]
    return sorted(read, key=lambda one: -one.pages), answer


def _read(sql: str, params: Any) -> Read:
    with connection.cursor() as cursor:
        cursor.execute(EXPLAIN + sql, params)
        (plan,) = cursor.fetchone()
    top = plan[0]["Plan"]
    levels = levels_of_indexes(connection.settings_dict["NAME"])
    down = sum(levels.get(node.get("Index Name"), 0) * node.get("Index Searches", 0) for node in _nodes(top))
    return Read(top["Shared Hit Blocks"] + top["Shared Read Blocks"], down, sql)


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for below in node.get("Plans", ()):
        yield from _nodes(below)


LEVELS = """
    SELECT c.relname, (bt_metap(c.oid::regclass::text)).fastlevel FROM pg_class c
    JOIN pg_am a ON a.oid = c.relam AND a.amname = 'btree'
    WHERE c.relkind = 'i' AND c.relnamespace = 'public'::regnamespace
"""


@cache
def levels_of_indexes(_database: str) -> dict[str | None, int]:
    """Of each B-tree how many levels stand above its leaves, in the present database."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS pageinspect")
        cursor.execute(LEVELS)
        return dict(cursor.fetchall())
