"""A database of the benchmark's own, on the same servers, with the demo town in it."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from psycopg import sql

NAME = "sociaal_bench"


@contextmanager
def town(cases: int, residents: int) -> Iterator[None]:
    """Voorbeeldstad in a fresh database, which both of Django's aliases use; dropped at the end."""
    owner = dict(settings.DATABASES["owner"])
    link = psycopg.connect(
        host=owner["HOST"], port=owner["PORT"] or None, user=owner["USER"],
        password=owner["PASSWORD"], dbname=owner["NAME"], autocommit=True,
    )  # fmt: skip
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(NAME))
    with link:
        link.execute(drop)
        link.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(NAME)))
        try:
            _point_at(NAME)
            call_command("migrate", verbosity=0, interactive=False)
            call_command("load_demo", cases=cases, residents=residents)
            connections["owner"].cursor().execute("VACUUM ANALYZE")
            yield
        finally:
            _point_at(owner["NAME"])
            link.execute(drop)


def durability() -> dict[str, str]:
    """The settings that make a commit lasting, as the server has them."""
    with connections["default"].cursor() as cursor:
        shown = {}
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            cursor.execute(f"SHOW {name}")
            shown[name] = cursor.fetchone()[0]
    return shown


def _point_at(name: str) -> None:
    for connection in connections.all():
        connection.close()
        if hasattr(connection, "close_pool"):
            connection.close_pool()
        connection.settings_dict["NAME"] = name
