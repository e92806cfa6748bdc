"""Which services a clone runs, and how each is started, ended and started again."""

import signal
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sociaal.supervision.children import Child, Children, say

PYTHON = sys.executable
LONGEST_PAUSE_SECONDS = 30
STEADY_SECONDS = 60
"""A service that ran this long is forgiven its earlier falls."""


def pause_after(falls: int) -> int:
    """Seconds to wait before the start after the `falls`-th fall in a row: 1, 2, 4 ... 30."""
    return min(2 ** (falls - 1), LONGEST_PAUSE_SECONDS)


@dataclass
class Service:
    """One process that has to run all the time."""

    name: str
    command: list[str]
    environment: Mapping[str, str]
    child: Child | None = field(default=None, init=False)
    falls: int = field(default=0, init=False)
    started: float = field(default=0, init=False)
    start_after: float = field(default=0, init=False)

    def look(self, children: Children, now: float) -> None:
        """Start what should run and does not; `now` is the monotonic clock, in seconds."""
        if self.child is None:
            if now >= self.start_after:
                self.child, self.started = children.start(self.name, self.command, self.environment), now
        elif self.child.poll() is not None:
            self._fell(children, now)

    def signal(self, number: int) -> bool:
        """Signal the process; False when it does not run any more."""
        if self.child is None or self.child.poll() is not None:
            return False
        self.child.send_signal(number)
        return True

    def _fell(self, children: Children, now: float) -> None:
        assert self.child is not None
        self.falls = 1 if now - self.started > STEADY_SECONDS else self.falls + 1
        pause = pause_after(self.falls)
        say("run", f"{self.name} ended with {self.child.returncode}; starting it again in {pause} s")
        children.ended(self.child)
        self.child, self.start_after = None, now + pause


def services(environment: Mapping[str, str], port: int, var: Path) -> list[Service]:
    """Web server, worker and beat. A worker needs no pool of connections: it does one thing at a time."""
    # on a clone root may do without a user of its own; Celery's page-long warning about it drowns the log
    background = {
        **environment,
        "DATABASE_POOL_SIZE": "0",
        "PYTHONWARNINGS": "ignore:You're running the worker",
    }
    celery = [PYTHON, "-m", "celery", "--quiet", "-A", "sociaal.celery"]
    schedule = var / "beat"
    schedule.mkdir(exist_ok=True)
    web = [
        PYTHON,
        "-m",
        "gunicorn",
        "--config",
        "python:sociaal.supervision.web",
        "--bind",
        f"127.0.0.1:{port}",
    ]
    worker = [*celery, "worker", "--without-gossip", "--without-mingle", "--loglevel", "WARNING"]
    beat = [
        *celery,
        "beat",
        "--schedule",
        str(schedule / "schedule"),
        "--pidfile",
        "",
        "--loglevel",
        "WARNING",
    ]
    return [
        Service("web", web, environment),
        Service("worker", worker, background),
        Service("beat", beat, background),
    ]


def end(running: list[Service], children: Children) -> None:
    """End the services together, within five seconds: by request, then urgently, then by force."""
    for number, seconds in ((signal.SIGTERM, 3.0), (signal.SIGQUIT, 1.5)):
        asked = [service for service in running if service.signal(number)]
        until = time.monotonic() + seconds
        while time.monotonic() < until and any(s.child and s.child.poll() is None for s in asked):
            time.sleep(0.05)
    for service in running:
        if service.child is not None:
            children.ended(service.child)
