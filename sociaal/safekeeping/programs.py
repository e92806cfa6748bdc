"""PostgreSQL's own programs, `pg_dump` and `pg_restore`: which of those on this machine fits, and running
them.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from sociaal.core.errors import Refused
from sociaal.embedded.places import places
from sociaal.safekeeping.servers import Server

DUMP, RESTORE = "pg_dump", "pg_restore"
LIBRARIES = "DYLD_LIBRARY_PATH" if sys.platform == "darwin" else "LD_LIBRARY_PATH"
DEBIAN = Path("/usr/lib/postgresql")
"""Where Debian puts each version; what it puts on the path only picks one of them."""


@dataclass(frozen=True)
class Programs:
    """The programs of one installation. `libraries`: where they find their own, when not by themselves."""

    folder: Path
    major: int
    libraries: Path | None = None

    @contextmanager
    def running(
        self, name: str, arguments: Iterable[str], server: Server | None = None, **pipes: Any
    ) -> Iterator[subprocess.Popen[bytes]]:
        """The program, ended whatever happens in the block. Raises Refused with its words when it fails."""
        command = [str(self.folder / name), *arguments]
        environment = self._environment() | (server.secrets() if server else {})
        with tempfile.TemporaryFile() as said:
            with subprocess.Popen(command, env=environment, stderr=said, **pipes) as process:
                try:
                    yield process
                except BaseException:
                    process.kill()
                    raise
            if process.returncode:
                said.seek(0)
                raise Refused(f"{name}: {_last_words(said.read())}.")

    def _environment(self) -> dict[str, str]:
        extra = {LIBRARIES: str(self.libraries)} if self.libraries else {}
        return os.environ | {"LC_ALL": "C"} | extra


def feed(process: subprocess.Popen[bytes], chunks: Iterable[bytes]) -> None:
    """Give a program its input. When it has enough, its own words say why; that is no error here."""
    assert process.stdin is not None
    with suppress(BrokenPipeError), process.stdin as into:
        for chunk in chunks:
            into.write(chunk)


def fitting(major: int) -> Programs:
    """Programs for PostgreSQL `major`: of that version, else the next newer one on this machine.

    An older one cannot read a newer server, and a newer one writes what an older server may not know.
    Raises Refused, with what there is.
    """
    found = []
    for one in there_are():
        if one.major == major:
            return one
        found.append(one)
    newer = [one for one in found if one.major > major]
    if newer:
        return min(newer, key=lambda one: one.major)
    there = ", ".join(f"{one.major} ({one.folder})" for one in found) or _("none")
    raise Refused(
        _("PostgreSQL's programs of version %(major)s or newer are needed; on this machine: %(there)s. "
          "Install postgresql-client-%(major)s, or do this on the database server.")
        % {"major": major, "there": there}
    )  # fmt: skip


def there_are() -> Iterator[Programs]:
    """On the path, in Debian's folders, and last the clone's own, which may have to be unpacked first."""
    on_path = shutil.which(DUMP)
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += sorted(DEBIAN.glob("*/bin"), reverse=True)
    for folder in folders:
        if all((folder / name).is_file() for name in (DUMP, RESTORE)) and (major := _major(folder)):
            yield Programs(folder, major)
    if find_spec("pg0"):
        home = _of_clone()
        if major := _major(home / "bin", home / "lib"):
            yield Programs(home / "bin", major, home / "lib")


def _of_clone() -> Path:
    from sociaal.embedded.postgres import unpacked  # its package is only there where a clone has servers

    return unpacked(places())


def _major(folder: Path, libraries: Path | None = None) -> int | None:
    """The version that the programs say they are; None for what does not start."""
    environment = Programs(folder, 0, libraries)._environment()
    try:
        said = subprocess.run([folder / DUMP, "--version"], env=environment, capture_output=True, text=True)
    except OSError:
        return None
    number = re.search(r"\(PostgreSQL\) (\d+)", said.stdout)
    return int(number[1]) if number else None


def _last_words(said: bytes) -> str:
    """Its errors, without the lines that quote a row."""
    lines = said.decode(errors="replace").strip().splitlines()
    errors = [line.partition("error: ")[2] for line in lines if "error: " in line]
    return "; ".join(errors[-3:]) or " ".join(lines[-1:]) or _("it ended without a word")
