"""How many pages of the database a page of the screen reads: what grows with the town shows here first."""

from collections.abc import Callable
from typing import Any

from django.db import connection

from benchmarks.measure import Answer

EXPLAIN = "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) "


def read_for(ask: Callable[[], Answer]) -> tuple[int, list[tuple[int, str]], Answer]:
    """Blocks that the queries of one request touch, in all and per query (most first), and the answer."""
    asked: list[tuple[str, Any]] = []

    def remember(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
        asked.append((str(sql), params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(remember):
        answer = ask()
    selects = [(sql, params) for sql, params in asked if sql.lstrip(" (").startswith("SELECT")]
    read = sorted(((_blocks(sql, params), sql) for sql, params in selects), reverse=True)
    return sum(blocks for blocks, _sql in read), read, answer


def _blocks(sql: str, params: Any) -> int:
    with connection.cursor() as cursor:
        cursor.execute(EXPLAIN + sql, params)
        (plan,) = cursor.fetchone()
    top = plan[0]["Plan"]
    return top["Shared Hit Blocks"] + top["Shared Read Blocks"]
