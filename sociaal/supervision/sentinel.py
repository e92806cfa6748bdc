"""Ends what the supervisor started when the supervisor itself can no longer do so (`kill -9`).

Run as `python -m sociaal.supervision.sentinel`. Its input is a pipe from the supervisor with lines `+GROUP`
and `-GROUP` for each process group that began and ended. The end of the pipe is the end of the supervisor,
whatever the cause: the kernel closes it.
"""

import os
import signal
import sys
import time
from collections.abc import Iterable

GRACE_SECONDS = 3


def read_groups(lines: Iterable[str]) -> set[int]:
    """The process groups that had begun and not ended when the lines ran out."""
    running: set[int] = set()
    for line in lines:
        group = int(line[1:])
        (running.add if line.startswith("+") else running.discard)(group)
    return running


def signal_groups(groups: Iterable[int], number: int) -> set[int]:
    """Send a signal to each group; returns those that still have a process."""
    left = set()
    for group in groups:
        try:
            os.killpg(group, number)
        except (ProcessLookupError, PermissionError):
            continue
        left.add(group)
    return left


def end_groups(groups: set[int], seconds: float = GRACE_SECONDS) -> None:
    """Ask the groups to end, and kill what has not after `seconds`."""
    left = signal_groups(groups, signal.SIGTERM)
    until = time.monotonic() + seconds
    while left and time.monotonic() < until:
        time.sleep(0.1)
        left = signal_groups(left, 0)
    signal_groups(left, signal.SIGKILL)


def main() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    end_groups(read_groups(sys.stdin))


if __name__ == "__main__":
    main()
