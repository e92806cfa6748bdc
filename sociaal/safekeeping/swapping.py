"""A new database beside the present one, and the swap of their names when it is complete."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import psycopg
from django.db import connections
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from psycopg import sql

from sociaal.core.errors import Refused
from sociaal.safekeeping.servers import Server

LONGEST_NAME = 63
PROVIDERS = {"c": ("libc", ""), "b": ("builtin", " BUILTIN_LOCALE {}"), "i": ("icu", " ICU_LOCALE {}")}
"""Code of who knows how letters are sorted and folded, to its word and how its locale is given."""


@contextmanager
def alone(link: psycopg.Connection, name: str) -> Iterator[None]:
    """While nobody else restores `name`. Raises Refused when somebody does."""
    lock = [f"restore of {name}"]
    if link.execute("SELECT pg_try_advisory_lock(hashtext(%s))", lock).fetchone() != (True,):
        raise Refused(_("The database %(name)s is being restored already.") % {"name": name})
    try:
        yield
    finally:
        link.execute("SELECT pg_advisory_unlock(hashtext(%s))", lock)


def check_may_be_replaced(link: psycopg.Connection, server: Server, replace: str) -> None:
    """Nothing is lost unless `replace` names it, and nobody works in it. Raises Refused."""
    name = server.database
    if replace and replace != name:
        raise Refused(
            _("DATABASE_URL leads to the database %(name)s, not to %(other)s.")
            % {"name": name, "other": replace}
        )
    if replace != name and not is_empty(link, server):
        raise Refused(
            _("The database %(name)s is not empty. To put the backup in its place: --replace %(name)s. What "
              "stands there now is kept under another name.")
            % {"name": name}
        )  # fmt: skip
    connected = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND backend_type = 'client backend'"
    found = link.execute(connected, [name]).fetchone()
    count = found[0] if found else 0
    if count:
        raise Refused(
            ngettext(
                "Somebody is connected to the database %(name)s. First stop what works in it: the web "
                "server, the worker and the clock.",
                "%(count)d are connected to the database %(name)s. First stop what works in it: the web "
                "server, the worker and the clock.",
                count,
            )
            % {"name": name, "count": count}
        )


def exists(link: psycopg.Connection, name: str) -> bool:
    return link.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def is_empty(link: psycopg.Connection, server: Server) -> bool:
    """Whether there is no table in it, or no such database at all."""
    if not exists(link, server.database):
        return True
    with server.connect(server.database) as inside:
        tables = inside.execute(
            "SELECT 1 FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind IN ('r', 'p')"
            " AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') LIMIT 1"
        )
        return tables.fetchone() is None


@contextmanager
def beside(link: psycopg.Connection, name: str) -> Iterator[str]:
    """A new, empty database for the time being, with the locale of the present one.

    Gone at the end of the block, whatever happened there, unless it was put in place of the other. One that a
    killed restore left is removed first.
    """
    draft = _named(name, "_restoring")
    remove = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(draft))
    link.execute(remove)
    make = sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'{}")
    link.execute(make.format(sql.Identifier(draft), _locale_of(link, name)))
    try:
        yield draft
    finally:
        link.execute(remove)


def put_in_place(link: psycopg.Connection, draft: str, server: Server, *, now: datetime) -> str:
    """Give `draft` the name that processes look for. Returns the name of what stood there, or "" for nothing.

    Both names change in one transaction; it waits a few seconds for who is still connected, and then refuses.
    """
    name, kept = server.database, ""
    rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    there, empty = exists(link, name), is_empty(link, server)
    with link.transaction():
        if there:
            kept = _named(name, f"_before_{now.astimezone(UTC):%Y%m%d_%H%M%S}")
            link.execute(rename.format(sql.Identifier(name), sql.Identifier(kept)))
        link.execute(rename.format(sql.Identifier(draft), sql.Identifier(name)))
    if there and empty:
        link.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(kept)))
        return ""
    return kept


@contextmanager
def working_in(name: str) -> Iterator[None]:
    """Both roles of this process work in the database `name`; afterwards they are connected to nothing."""
    usual = {one.alias: one.settings_dict["NAME"] for one in connections.all()}
    try:
        leave_all()
        for one in connections.all():
            one.settings_dict["NAME"] = name
        yield
    finally:
        leave_all()
        for alias, its_name in usual.items():
            connections[alias].settings_dict["NAME"] = its_name


def leave_all() -> None:
    """Close what this process holds open itself, so that it does not stand in its own way."""
    for one in connections.all():
        one.close()
        one.close_pool()  # type: ignore[attr-defined]  # PostgreSQL's, the only engine there is


def _named(name: str, suffix: str) -> str:
    return f"{name[: LONGEST_NAME - len(suffix)]}{suffix}"


def _locale_of(link: psycopg.Connection, name: str) -> sql.Composable:
    """The locale of the present database; nothing where there is none: then as the server was set up."""
    found = link.execute(
        "SELECT datlocprovider::text, datcollate, datctype, datlocale FROM pg_database WHERE datname = %s",
        [name],
    ).fetchone()
    if found is None:
        return sql.SQL("")
    code, collate, ctype, locale = found
    provider, own = PROVIDERS[code]
    clause = sql.SQL(" LOCALE_PROVIDER {} LC_COLLATE {} LC_CTYPE {}").format(
        sql.SQL(provider), sql.Literal(collate), sql.Literal(ctype)
    )
    return clause + sql.SQL(own).format(sql.Literal(locale)) if own else clause
