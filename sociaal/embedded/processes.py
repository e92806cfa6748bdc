"""Processes that end with the one that started them, and the end of those that did not."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

_PR_SET_PDEATHSIG = 1


def dies_with_parent(signal_number: int, parent: int) -> Callable[[], None]:
    """What a child calls between fork and exec: on Linux the kernel signals it once `parent` ends.

    Elsewhere this does nothing; there the sentinel and the guardian do the work alone.
    """
    prctl = ctypes.CDLL(None).prctl if sys.platform == "linux" else None

    def tie() -> None:
        if prctl is not None:
            prctl(_PR_SET_PDEATHSIG, signal_number, 0, 0, 0)
            if os.getppid() != parent:  # it ended before we could say so
                os.kill(os.getpid(), signal.SIGKILL)

    return tie


def is_alive(pid: int) -> bool:
    """Whether a process of this number exists and is no zombie."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    status = Path(f"/proc/{pid}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return not status.parent.parent.joinpath("self").exists()


def command_line(pid: int) -> str:
    """The command of a process, or nothing when it is gone or out of sight."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        if Path("/proc/self").exists():
            return ""
    listing = subprocess.run(["ps", "-ww", "-o", "command=", "-p", str(pid)], capture_output=True, text=True)
    return listing.stdout


def end_orphan(pid_file: Path, sign: str, signal_number: int, seconds: float = 10) -> None:
    """End the server that a killed guardian left behind and remove its pid file.

    Nothing is done to a process whose command does not contain `sign`: the number was given out again.
    """
    try:
        pid = int(pid_file.read_text().split()[0])
    except (FileNotFoundError, ValueError, IndexError):
        pid = 0
    if pid > 1 and sign in command_line(pid):
        os.kill(pid, signal_number)
        until = time.monotonic() + seconds
        while is_alive(pid) and time.monotonic() < until:
            time.sleep(0.05)
        if is_alive(pid):
            os.kill(pid, signal.SIGKILL)
            time.sleep(0.2)
    pid_file.unlink(missing_ok=True)


def end(child: subprocess.Popen[bytes], *steps: tuple[int, float]) -> None:
    """End a child: each step is a signal and the seconds it gets; after the last it is killed."""
    for signal_number, seconds in steps:
        if child.poll() is not None:
            return
        child.send_signal(signal_number)
        try:
            child.wait(seconds)
        except subprocess.TimeoutExpired:
            continue
        return
    child.kill()
    child.wait(5)
