"""Make a backup: one consistent state of the whole database, while people work."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import IO
from zipfile import ZipFile

import psycopg
from django.conf import settings

from sociaal.audit import log
from sociaal.safekeeping import archive, contents
from sociaal.safekeeping.manifest import Manifest
from sociaal.safekeeping.problems import in_words
from sociaal.safekeeping.programs import DUMP, RESTORE, Programs, feed, fitting
from sociaal.safekeeping.servers import Server

WAIT_FOR_LOCK = "60s"
"""How long a migration that runs may keep us waiting."""


@dataclass(frozen=True)
class Backup:
    """A file that was written and read back. `size` in bytes, of the whole file."""

    path: Path
    size: int
    manifest: Manifest


def back_up(path: Path, *, now: datetime) -> Backup:
    """Write the database to `path`; in a folder, to a file that is named after `now`.

    Nobody waits for it: it reads one snapshot. The file appears under its name only when it was read back
    whole; until then, and after any failure, there is none. The log says that everything was copied. Raises
    Refused, with what is wrong.
    """
    if path.is_dir():
        path = path / f"sociaal-{now.astimezone(UTC):%Y-%m-%dT%H%M%SZ}.backup"
    server = Server.of_settings()
    with in_words(), archive.new_file(path) as (draft, file):
        with server.connect(server.database) as link:
            programs = fitting(contents.major(link))
            manifest = _write(file, link, server, programs)
        file.flush()
        _read_back(draft, programs)
        size = draft.stat().st_size
        log.wrote("database_backed_up", by=None, now=now, about=None, until=manifest.made_at)
    return Backup(path, size, manifest)


def _write(file: IO[bytes], link: psycopg.Connection, server: Server, programs: Programs) -> Manifest:
    """Dump and manifest, from one snapshot, which lasts as long as this transaction."""
    with link.transaction(), ZipFile(file, "w") as into:
        link.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        link.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        link.execute("SET LOCAL statement_timeout = 0")
        found = link.execute("SELECT pg_export_snapshot(), statement_timestamp()").fetchone()
        assert found is not None
        snapshot, moment = found
        manifest = _describe(link, server, programs, moment)
        with archive.dump_into(into) as writer:
            dump(server, programs, snapshot, writer)
        manifest = replace(manifest, size=writer.size, sha256=writer.sha256)
        into.writestr(archive.MANIFEST, manifest.as_json())
    return manifest


def _describe(link: psycopg.Connection, server: Server, programs: Programs, moment: datetime) -> Manifest:
    return Manifest(
        made_at=moment.astimezone(UTC).isoformat(),
        municipality=settings.MUNICIPALITY,
        database=server.database,
        server=contents.major(link),
        program=programs.major,
        migrations=contents.migrations(link),
        rows=contents.rows(link),
        objects=contents.objects(link),
    )


def dump(server: Server, programs: Programs, snapshot: str, into: archive.Writer) -> None:
    """What `pg_dump` gives of this snapshot, without owners and rights: each installation gives its own."""
    arguments = [
        f"--dbname={server.address(server.database)}",
        "--format=custom",
        "--no-owner",
        "--no-privileges",
        f"--snapshot={snapshot}",
        f"--lock-wait-timeout={WAIT_FOR_LOCK}",
        *(f"--exclude-table-data=public.{table}" for table in contents.LEFT_OUT),
    ]
    with programs.running(DUMP, arguments, server, stdin=DEVNULL, stdout=PIPE) as process:
        assert process.stdout is not None
        for piece in iter(partial(process.stdout.read, archive.CHUNK), b""):
            into.write(piece)


def _read_back(path: Path, programs: Programs) -> None:
    """Read the file to the last row, as a restore would, with nothing to restore into."""
    with archive.opened(path) as backup:
        backup.check_dump()
        with programs.running(RESTORE, ["--file=/dev/null"], stdin=PIPE) as process:
            feed(process, backup.pieces())
