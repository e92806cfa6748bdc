"""Starts processes in groups of their own, tells the sentinel of each, writes what they say as one log."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from typing import IO

from sociaal.embedded.places import BASE_DIR
from sociaal.embedded.processes import dies_with_parent

Child = subprocess.Popen[str]


def say(name: str, line: str) -> None:
    """One line of the log, with who says it in front."""
    with contextlib.suppress(OSError):  # the terminal or pipe that read us may be gone; the work goes on
        sys.stdout.write(f"{name:<6} | {line}\n")
        sys.stdout.flush()


class Children:
    """All processes of one supervisor. None outlives it."""

    def __init__(self) -> None:
        self._running: set[Child] = set()
        self._sentinel = subprocess.Popen(
            [sys.executable, "-m", "sociaal.supervision.sentinel"],
            cwd=BASE_DIR,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )

    def start(self, name: str, command: Sequence[str], environment: Mapping[str, str]) -> Child:
        """Start a process whose lines appear in the log under `name`. Call this from the main thread only."""
        child = subprocess.Popen(
            list(command),
            cwd=BASE_DIR,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
            preexec_fn=dies_with_parent(signal.SIGKILL, os.getpid()),
        )
        self._running.add(child)
        self._tell(f"+{child.pid}")
        assert child.stdout is not None
        threading.Thread(target=_copy, args=(name, child.stdout), daemon=True).start()
        return child

    def ended(self, child: Child) -> None:
        """To be called after a child ended: what is left of its group is killed."""
        _kill_group(child.pid)
        child.wait(5)
        self._running.discard(child)
        self._tell(f"-{child.pid}")

    def close(self) -> None:
        """Kill what still runs and let the sentinel go."""
        for child in list(self._running):
            self.ended(child)
        assert self._sentinel.stdin is not None
        self._sentinel.stdin.close()
        self._sentinel.wait(10)

    def _tell(self, line: str) -> None:
        assert self._sentinel.stdin is not None
        self._sentinel.stdin.write(line + "\n")
        self._sentinel.stdin.flush()


def _copy(name: str, lines: IO[str]) -> None:
    with lines:
        for line in lines:
            if line.strip():
                say(name, line.rstrip())


def _kill_group(group: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)
