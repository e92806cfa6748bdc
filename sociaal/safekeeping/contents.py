"""What a database holds, in numbers: noted with a backup, and looked for after a restore."""

from collections.abc import Mapping

import psycopg
from django.utils.translation import gettext as _
from psycopg import sql

LEFT_OUT = ("django_session", "accounts_throttle")
"""Tables whose rows no backup holds: with a key of a session somebody else could go on as who signed in, and
how often an address failed to sign in is of that hour only."""

OBJECTS = """
    SELECT 'tables', count(*) FROM pg_tables WHERE schemaname = 'public'
    UNION ALL SELECT 'indexes', count(*) FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT 'constraints', count(*) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND convalidated
    UNION ALL SELECT 'triggers', count(*) FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
        WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal AND tgenabled = 'O'
    UNION ALL SELECT 'functions', count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
    UNION ALL SELECT 'extensions', count(*) FROM pg_extension
"""
"""Not counted: NOT NULL (a constraint only since PostgreSQL 18) and functions that an extension brings."""


def rows(link: psycopg.Connection) -> dict[str, int]:
    """The number of rows of each table, but of those that are left out."""
    names = link.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
    tables = [name for (name,) in names.fetchall() if name not in LEFT_OUT]
    if not tables:
        return {}
    one = sql.SQL("SELECT {}, count(*) FROM public.{}")
    counts = sql.SQL(" UNION ALL ").join(one.format(sql.Literal(t), sql.Identifier(t)) for t in tables)
    return dict(link.execute(counts).fetchall())


def objects(link: psycopg.Connection) -> dict[str, int]:
    """The number of tables, indexes, constraints, triggers that fire, functions and extensions."""
    return dict(link.execute(OBJECTS).fetchall())


def migrations(link: psycopg.Connection) -> list[str]:
    """The migrations that ran, as `app.name`; none where nothing was ever migrated."""
    there = link.execute("SELECT to_regclass('public.django_migrations')").fetchone()
    if there == (None,):
        return []
    ran = link.execute("SELECT DISTINCT app || '.' || name FROM public.django_migrations ORDER BY 1")
    return [name for (name,) in ran.fetchall()]


def major(link: psycopg.Connection) -> int:
    """The version of the server: 18."""
    return link.info.server_version // 10_000


def differences(expected: Mapping[str, int], found: Mapping[str, int]) -> list[str]:
    """Where two countings differ, in words; a name that is not there counts 0."""
    return [
        _("%(name)s: %(found)d instead of %(expected)d")
        % {"name": name, "found": found.get(name, 0), "expected": expected.get(name, 0)}
        for name in sorted(expected.keys() | found.keys())
        if found.get(name, 0) != expected.get(name, 0)
    ]
