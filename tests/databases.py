"""The tests' databases: migrated once into a template, copied for each process, emptied by the owner."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

import psycopg
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from psycopg import Connection, sql

from sociaal.core.database import OWNER

ROOT = Path(__file__).resolve().parents[1]
MAIN = settings.DATABASES[OWNER]["NAME"]
TEMPLATE = f"test_{MAIN}_template"
MINE = f"test_{MAIN}_{settings.TEST_PROCESS}"
SEEDS = "seeds"
"""Schema with a copy of the rows that migrations made; a test that empties the tables gets those back."""


def connect(name: str = MAIN) -> Connection:
    """A connection as the owner, beside Django's."""
    owner = settings.DATABASES[OWNER]
    return psycopg.connect(
        host=owner["HOST"],
        port=owner["PORT"] or None,
        user=owner["USER"],
        password=owner["PASSWORD"],
        dbname=name,
        autocommit=True,
    )


def point_at(name: str) -> None:
    """Let both of Django's aliases use the database `name`."""
    for connection in connections.all():
        connection.close()
        connection.settings_dict["NAME"] = name


@contextmanager
def own_database() -> Iterator[None]:
    """A freshly migrated database for this process; removed at the end, as are those of killed runs."""
    with connect() as link:
        # held as long as this process lives: so a later run knows which databases nobody uses
        link.execute("SELECT pg_advisory_lock(hashtext(%s))", [MINE])
        link.execute("SELECT pg_advisory_lock(hashtext(%s))", [TEMPLATE])
        _remove_abandoned(link)
        _ensure_template(link)
        link.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(_id(MINE), _id(TEMPLATE)))
        # what a test commits need not survive a power cut
        link.execute(sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(_id(MINE)))
        link.execute("SELECT pg_advisory_unlock(hashtext(%s))", [TEMPLATE])
        point_at(MINE)
        try:
            yield
        finally:
            point_at(MAIN)
            link.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(_id(MINE)))


def make_template() -> None:
    """The migrated database that each process copies. The first process makes it, if nobody did before."""
    with connect() as link:
        link.execute("SELECT pg_advisory_lock(hashtext(%s))", [TEMPLATE])
        _ensure_template(link)


def _id(name: str) -> sql.Identifier:
    return sql.Identifier(name)


def _remove_abandoned(link: Connection) -> None:
    """Drop the databases of runs that were killed."""
    names = link.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [f"test_{MAIN}_"])
    for (name,) in names.fetchall():
        if name in (TEMPLATE, MINE):
            continue
        free = link.execute("SELECT pg_try_advisory_lock(hashtext(%s))", [name]).fetchone()
        if free and free[0]:
            link.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(_id(name)))
            link.execute("SELECT pg_advisory_unlock(hashtext(%s))", [name])


def _ensure_template(link: Connection) -> None:
    """Migrate into the template, unless it holds exactly these migrations already."""
    wanted = fingerprint()
    found = link.execute(
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [TEMPLATE]
    ).fetchone()
    if found and found[0] == wanted:
        return
    link.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(_id(TEMPLATE)))
    link.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(_id(TEMPLATE)))
    point_at(TEMPLATE)
    call_command("migrate", verbosity=0, interactive=False)
    point_at(MAIN)
    with connect(TEMPLATE) as template:
        _keep_seeds(template)
    link.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(_id(TEMPLATE), sql.Literal(wanted)))


def fingerprint() -> str:
    """Changes with whatever the migrated database follows from: our migrations, rights, and the packages."""
    digest = hashlib.sha256()
    for app in apps.get_app_configs():
        digest.update(
            f"{app.name} {metadata.version('Django')} {metadata.version('django-allauth')}".encode()
        )
    sources = [
        ROOT / "sociaal" / "core" / "database.py",
        ROOT / "sociaal" / "core" / "append_only.py",
        ROOT / "sociaal" / "core" / "tables.py",
        __file__,
        *ROOT.glob("[a-z]*/*/version_1.json"),  # what migrations load
    ]
    for path in sorted([*map(Path, sources), *ROOT.glob("[a-z]*/**/migrations/*.py")]):
        if "node_modules" not in path.parts:
            digest.update(path.read_bytes())
    for model in apps.get_models():  # the rights follow from the models
        digest.update(repr((model._meta.db_table, model.__mro__[1].__name__)).encode())
    password = settings.DATABASES["default"]["USER"] + settings.DATABASES["default"]["PASSWORD"]
    digest.update(password.encode())
    return digest.hexdigest()


def _tables(link: Connection) -> list[str]:
    rows = link.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
    return [name for (name,) in rows.fetchall()]


def _filled(link: Connection, tables: list[str]) -> list[str]:
    """Those of `tables` that hold a row."""
    one = sql.SQL("SELECT {} WHERE EXISTS (SELECT 1 FROM {})")
    query = sql.SQL(" UNION ALL ").join(one.format(sql.Literal(t), _id(t)) for t in tables)
    return [name for (name,) in link.execute(query).fetchall()]


def _keep_seeds(link: Connection) -> None:
    link.execute(sql.SQL("CREATE SCHEMA {}").format(_id(SEEDS)))
    for table in _filled(link, _tables(link)):
        copy = sql.SQL("CREATE TABLE {}.{} AS TABLE {}").format(_id(SEEDS), _id(table), _id(table))
        link.execute(copy)


def empty() -> None:
    """Bring every table back to what the migrations left, as the owner: `app` may empty none."""
    with connect(MINE) as link, link.transaction():
        link.execute("SET LOCAL lock_timeout = '20s'")
        link.execute("SET LOCAL session_replication_role = replica")  # no triggers, no order of foreign keys
        rows = link.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [SEEDS]).fetchall()
        seeds = [name for (name,) in rows]
        # a test fills a table with a few rows: deleting those costs far less than new files for every table
        for table in _filled(link, _tables(link)):
            if table != "django_migrations":
                link.execute(sql.SQL("DELETE FROM {}").format(_id(table)))
        for table in seeds:
            if table != "django_migrations":
                _bring_back(link, table)


def _bring_back(link: Connection, table: str) -> None:
    if link.execute(sql.SQL("SELECT 1 FROM {} LIMIT 1").format(_id(table))).fetchone():
        return
    rows = link.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND attgenerated = ''"
        " AND NOT attisdropped",
        [f'public."{table}"'],
    )
    columns = sql.SQL(", ").join(_id(name) for (name,) in rows.fetchall())
    statement = sql.SQL("INSERT INTO {} ({}) OVERRIDING SYSTEM VALUE SELECT {} FROM {}.{}")
    link.execute(statement.format(_id(table), columns, columns, _id(SEEDS), _id(table)))
