"""Databases of the benchmark's own, on the same servers; dropped at the end."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from psycopg import sql

NAME = "sociaal_bench"
SMALL, LARGE = f"{NAME}_small", f"{NAME}_large"


@contextmanager
def town(cases: int, residents: int) -> Iterator[None]:
    """Voorbeeldstad in a fresh database, which both of Django's aliases use; dropped at the end."""
    with _fresh(NAME):
        use(NAME)
        call_command("migrate", verbosity=0, interactive=False)
        call_command("load_demo", cases=cases, residents=residents)
        vacuum()
        yield


@contextmanager
def side_by_side(found: Callable[[], None]) -> Iterator[None]:
    """Two databases that begin alike, `SMALL` and `LARGE`, as `found` fills them; dropped at the end."""
    with _fresh(SMALL):
        use(SMALL)
        call_command("migrate", verbosity=0, interactive=False)
        found()
        use(SMALL)  # a database is only copied while nobody uses it
        with _fresh(LARGE, like=SMALL):
            yield


@contextmanager
def _fresh(name: str, like: str = "template0") -> Iterator[None]:
    owner = dict(settings.DATABASES["owner"])
    link = psycopg.connect(
        host=owner["HOST"], port=owner["PORT"] or None, user=owner["USER"],
        password=owner["PASSWORD"], dbname=owner["NAME"], autocommit=True,
    )  # fmt: skip
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    make = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(like))
    with link:
        link.execute(drop)
        link.execute(make)
        try:
            yield
        finally:
            use(owner["NAME"])
            link.execute(drop)


def vacuum() -> None:
    """What PostgreSQL does by itself after a while, now: the requests before left rows that are no longer."""
    connections["owner"].cursor().execute("VACUUM ANALYZE")


def durability() -> dict[str, str]:
    """The settings that make a commit lasting, as the server has them."""
    with connections["default"].cursor() as cursor:
        shown = {}
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            cursor.execute(f"SHOW {name}")
            shown[name] = cursor.fetchone()[0]
    return shown


def use(name: str) -> None:
    """Both aliases work in this database from now on."""
    for connection in connections.all():
        connection.close()
        if hasattr(connection, "close_pool"):
            connection.close_pool()
        connection.settings_dict["NAME"] = name
