"""Restore a backup: into a new database beside the present one, which takes its name when all is well."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from subprocess import PIPE

from django.core.management import CommandError, call_command
from django.utils.translation import gettext as _

from sociaal.core.errors import Refused
from sociaal.safekeeping import archive, checking, contents, swapping
from sociaal.safekeeping.manifest import Manifest
from sociaal.safekeeping.problems import in_words
from sociaal.safekeeping.programs import RESTORE, feed, fitting
from sociaal.safekeeping.servers import MAINTENANCE, Server
from sociaal.safekeeping.settling import settle

Say = Callable[[str], None]


@dataclass(frozen=True)
class Restored:
    """What came back. `kept`: the name that the database which stood there has now, or "" when nothing did.

    `migrated`: how many migrations of this version ran on it. `held_back`: messages that do not leave the
    house.
    """

    manifest: Manifest
    kept: str
    migrated: int
    held_back: int


def restore(
    path: Path, *, replace: str = "", trial: bool = False, send_waiting: bool = False, now: datetime, say: Say
) -> Restored:
    """Put the backup at `path` in the place of the database that `DATABASE_URL` names.

    Only when that one is empty, or is named by `replace`, and when nobody is connected. With `trial`
    everything is done but the swap, beside a database in which people work, and nothing of it stays. All or
    nothing: raises Refused, with what is wrong, and then nothing has changed. `say` hears which step begins.
    """
    server = Server.of_settings()
    swapping.leave_all()
    with in_words(), archive.opened(path) as backup, server.connect(MAINTENANCE) as link:
        say(_("Checking the file"))
        checking.check_fits(backup.manifest, server=contents.major(link))
        backup.check_dump()
        with swapping.alone(link, server.database):
            if not trial:
                swapping.check_may_be_replaced(link, server, replace)
            with swapping.beside(link, server.database) as draft:
                say(_("Restoring beside the present database"))
                _fill(backup, server, draft, contents.major(link))
                say(_("Looking whether everything is there"))
                migrated, held_back = _finish(
                    backup.manifest, server, draft, send_waiting=send_waiting, now=now
                )
                kept = "" if trial else swapping.put_in_place(link, draft, server, now=now)
    return Restored(backup.manifest, kept, migrated, held_back)


def _fill(backup: archive.Reader, server: Server, draft: str, major: int) -> None:
    """Let `pg_restore` read the dump; then the server learns how its rows are spread."""
    arguments = [
        # a power cut ends the restore anyway, and the swap is only there when all before it is on disk
        f"--dbname={server.address(draft, options='-c synchronous_commit=off')}",
        "--no-owner",
        "--no-privileges",
        "--exit-on-error",
    ]
    programs = fitting(max(major, backup.manifest.program))
    with programs.running(RESTORE, arguments, server, stdin=PIPE) as process:
        feed(process, backup.pieces())
    with server.connect(draft) as inside:
        inside.execute("ANALYZE")


def _finish(
    manifest: Manifest, server: Server, draft: str, *, send_waiting: bool, now: datetime
) -> tuple[int, int]:
    """Bring it up to this version, with the rights of both roles, and look whether all is as it must be."""
    with server.connect(draft) as inside:
        checking.check_complete(inside, manifest)
        with swapping.working_in(draft):
            _migrate()
            checking.check_logs()
            checking.check_readable()
            held_back = settle(manifest, send_waiting=send_waiting, now=now)
        return len(set(contents.migrations(inside)) - set(manifest.migrations)), held_back


def _migrate() -> None:
    """Also where nothing is left to migrate: it makes the role `app` and gives it its rights."""
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except CommandError as error:
        raise Refused(str(error)) from error
