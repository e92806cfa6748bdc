"""What tests of backup and restore need: a small town, every row of a database, backups of any content."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from django.contrib.sessions.models import Session
from psycopg import sql

from cases.models import Letter
from cases.operations.letters import Sending
from sociaal.audit import log
from sociaal.outbox.relaying import relay_all
from sociaal.safekeeping import archive
from sociaal.safekeeping.manifest import Manifest
from tests import databases
from tests.cases.operations.sending import send
from tests.documents import add_document
from tests.factories import NOW, ResidentFactory, make_case, make_deciding_case, make_member

Rows = dict[str, list[str]]
ANNOUNCED = Sending("post", announce=True)


@dataclass(frozen=True)
class Kept:
    """A backup of the town, and what stood in the database it was made of."""

    path: Path
    manifest: Manifest
    rows: Rows
    waiting: str
    """Number of the letter whose announcement waited."""


def make_town() -> Letter:
    """Cases, a BSN, two letters and a document, both logs, messages done and waiting. Returns the letter
    whose PDF and e-mail wait; of the other both are done.
    """
    anna = make_member("anna")
    resident = ResidentFactory(bsn="999900006", email="aaltje@example.org")
    case = make_case(anna, status="supported", resident=resident)
    make_deciding_case(anna)
    add_document(case, anna, content=b"%PDF-1.7\n" + b"een brief van de bank\n" * 20 + b"%%EOF\n")
    send(case, anna, sending=ANNOUNCED)
    for _round in range(3):
        relay_all(now=NOW)
    log.wrote("town_made", by=anna, now=NOW, about=case, residents=[resident.pk])
    Session.objects.create(session_key="somebody", session_data="signed in", expire_date=NOW)
    return send(case, anna, sending=ANNOUNCED)


def rows_of(name: str) -> Rows:
    """Every row of every table of a database, as text."""
    with databases.connect(name) as link:
        link.execute("SET TimeZone = 'UTC'")
        tables = link.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        one = sql.SQL("SELECT t::text FROM public.{} t")
        return {
            table: sorted(row for (row,) in link.execute(one.format(sql.Identifier(table))))
            for (table,) in tables
        }


def names_like(name: str) -> set[str]:
    """The databases on the server whose name begins so."""
    with databases.connect() as link:
        found = link.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [name])
        return {one for (one,) in found}


FACTS: dict[str, Any] = {
    "made_at": "2026-11-18T10:00:00+00:00", "municipality": "Voorbeeldstad", "database": "sociaal",
    "server": 18, "program": 18, "migrations": [], "rows": {}, "objects": {},
}  # fmt: skip


def write_backup(
    path: Path, dump: bytes = b"no dump", *, given: Manifest | None = None, **facts: Any
) -> Path:
    """A backup with this inside, signed with the present keys."""
    with archive.new_file(path) as (_draft, file), ZipFile(file, "w") as into:
        with archive.dump_into(into) as writer:
            writer.write(dump)
        manifest = replace(given or Manifest(**FACTS), size=writer.size, sha256=writer.sha256, **facts)
        into.writestr(archive.MANIFEST, manifest.as_json())
    return path


def changed(path: Path, at: Path, change: Callable[[bytes], bytes] = lambda dump: dump, **facts: Any) -> Path:
    """A backup made from the one at `path`, with another dump or another manifest, signed as if it were
    right.
    """
    with archive.opened(path) as backup:
        return write_backup(at, change(b"".join(backup.pieces())), given=backup.manifest, **facts)
