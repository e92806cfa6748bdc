"""A clone's `var` for tests of what starts and stops: apart from this clone's own, removed afterwards."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from sociaal.embedded.locks import is_held
from sociaal.embedded.places import Places
from sociaal.embedded.removing import remove

ROOT = Path(__file__).resolve().parents[1]
NOT_INHERITED = (
    "DATABASE_URL",
    "DATABASE_APP_URL",
    "REDIS_URL",
    "SECRET_KEY",
    "FIELD_KEYS",
    "HASH_KEY",
    "DEMO",
)
NOT_INHERITED += ("DJANGO_SETTINGS_MODULE", "PORT", "STATIC_ROOT")

USE = """
import os, sys
from sociaal import embedded
embedded.provide(os.environ)
print(os.environ["DATABASE_URL"], os.environ["REDIS_URL"], flush=True)
sys.stdin.read()
"""


@dataclass(frozen=True)
class Clone:
    """One `var`, with the ways in which tests use it."""

    places: Places

    def environment(self, **more: str) -> dict[str, str]:
        """That of a shell in which nothing is set."""
        mine = {k: v for k, v in os.environ.items() if k not in NOT_INHERITED and not k.startswith("PYTEST")}
        return mine | {"VAR_DIR": str(self.places.var)} | more

    @contextmanager
    def user(self) -> Iterator["User"]:
        """A process that uses the servers as long as the block lasts."""
        with subprocess.Popen(
            [sys.executable, "-c", USE],
            cwd=ROOT,
            env=self.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            try:
                addresses = process.stdout.readline().split()
                assert addresses, process.stderr.read()
                yield User(process, *addresses)
            finally:
                process.stdin.close()
                process.stderr.read()

    def guardians(self) -> list[int]:
        """Process numbers of the guardians that run for this clone."""
        return find_processes(f"VAR_DIR={self.places.var}\0", command="sociaal.embedded.guardian")

    def is_at_rest(self) -> bool:
        """Whether no guardian runs, so no server either."""
        stations = [self.places.station(kind) for kind in ("postgresql", "valkey")]
        return not any(s.folder.exists() and is_held(s.guardian_lock) for s in stations)


@dataclass(frozen=True)
class User:
    """A running process with the addresses it was given."""

    process: subprocess.Popen[str]
    database_url: str
    redis_url: str

    def ask(self, query: str) -> object:
        """The one value that a query of the owner answers."""
        with psycopg.connect(self.database_url, autocommit=True) as link:
            return link.execute(query).fetchone()[0]


@contextmanager
def new_clone() -> Iterator[Clone]:
    """A clone that PostgreSQL's user may enter; at the end its servers have to be gone by themselves."""
    folder = Path(tempfile.mkdtemp(prefix="sociaal-test-"))
    folder.chmod(0o755)
    clone = Clone(Places(folder / "var"))
    try:
        yield clone
        wait_until(clone.is_at_rest, "the servers stop after their last user")
    finally:
        if clone.is_at_rest():
            remove(clone.places)
            folder.rmdir()


def wait_until(true: Callable[[], object], what: str, seconds: float = 15) -> None:
    """Wait for something that another process does; fails after `seconds`."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, f"waited {seconds} s for: {what}"
        time.sleep(0.05)


def find_processes(environment: str, command: str = "") -> list[int]:
    """Processes with `environment` in their environment and `command` in their command line."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            matches = environment.encode() in (folder / "environ").read_bytes()
            line = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
        if matches and command in line:
            found.append(int(folder.name))
    return found
