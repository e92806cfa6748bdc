"""The guardian of one embedded server: starts it, and again when it falls over; stops it after its last user.

Run as `python -m sociaal.embedded.guardian KIND` with KIND `postgresql` or `valkey`. The command returns when
the server answers; the guardian itself goes on detached, in a session of its own, so that no terminal's
Ctrl-C and no killed process group takes the server from under those who still use it.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType
from typing import Protocol

from sociaal.embedded.locks import hold
from sociaal.embedded.places import Places, Station, places
from sociaal.embedded.ports import kept_port
from sociaal.embedded.postgres import Postgres
from sociaal.embedded.valkey import Valkey

LOOK_SECONDS = 0.3
"""How often the guardian looks whether somebody still uses the server."""


class Server(Protocol):
    """What a guardian can guard."""

    def prepare(self) -> None: ...
    def start(self, port: int) -> "subprocess.Popen[bytes]": ...
    def stop(self, child: "subprocess.Popen[bytes]") -> None: ...
    def url(self, port: int) -> str: ...
    def remark(self) -> str: ...


KINDS: dict[str, type[Postgres] | type[Valkey]] = {"postgresql": Postgres, "valkey": Valkey}


class Guardian:
    """Guards one server until nobody uses it any more, or until it is told to end (SIGTERM)."""

    def __init__(self, server: Server, station: Station) -> None:
        self.server, self.station = server, station
        self.told_to_end = False

    def start(self) -> None:
        """Start the server and tell its address."""
        self.lock = hold(self.station.guardian_lock)
        self.station.address.unlink(missing_ok=True)
        self.server.prepare()
        self._start()

    def guard(self) -> None:
        """Stay until nobody uses the server, then stop it. Newcomers wait for that at the users' lock."""
        signal.signal(signal.SIGTERM, self._end)
        last_users = None
        while last_users is None and not self.told_to_end:
            time.sleep(LOOK_SECONDS)
            if self.child.poll() is not None:
                self._start_again()
            last_users = hold(self.station.users_lock, wait=False)
        self.station.address.unlink(missing_ok=True)
        self.server.stop(self.child)

    def _start(self) -> None:
        """Start on the port it had last; when another program took that in between, on a new one."""
        for attempt in range(3):
            port = kept_port(self.station.port)
            try:
                self.child = self.server.start(port)
            except RuntimeError:
                if attempt == 2:
                    raise
                self.station.port.unlink(missing_ok=True)
            else:
                break
        draft = self.station.address.with_suffix(".new")
        draft.touch(mode=0o600)
        draft.write_text(self.server.url(port))
        draft.rename(self.station.address)

    def _start_again(self) -> None:
        """The server fell over while in use: up again on the same port, where its users look for it."""
        print(f"The server ended with {self.child.returncode}; starting it again.", flush=True)
        try:
            self.server.prepare()
            self.child = self.server.start(int(self.station.port.read_text()))
        except RuntimeError as problem:
            print(problem, flush=True)
            time.sleep(1)

    def _end(self, number: int, frame: FrameType | None) -> None:
        self.told_to_end = True


def detach(log: Path) -> int | None:
    """Go on in a child that belongs to no terminal. Returns, there, where to report that the start is over.

    In the parent this ends the program: with 0 when the report begins with "ok", else with 1; what else it
    says is printed.
    """
    read_end, write_end = os.pipe()
    if os.fork():
        os.close(write_end)
        with os.fdopen(read_end) as report:
            message = report.read()
        if message.startswith("ok"):
            sys.stdout.write(message[2:])
        else:
            sys.stderr.write(message or f"The guardian ended; see {log}\n")
        sys.stdout.flush()
        os._exit(0 if message.startswith("ok") else 1)
    os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nothing = os.open(os.devnull, os.O_RDONLY)
    lines = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for source, target in ((nothing, 0), (lines, 1), (lines, 2)):
        os.dup2(source, target)
    return write_end


def main(kind: str, where: Places) -> None:
    """Guard the server `kind` of the clone at `where`."""
    where.make(kind)
    report = detach(where.logs / "guardian.log")
    assert report is not None
    try:
        guardian = Guardian(KINDS[kind].of(where), where.station(kind))
        guardian.start()
    except Exception as problem:
        os.write(report, f"{problem}\n".encode())
        raise
    os.write(report, f"ok{guardian.server.remark()}".encode())
    os.close(report)
    guardian.guard()


if __name__ == "__main__":
    main(sys.argv[1], places())
