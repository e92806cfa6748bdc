"""File locks that the kernel frees when their holder ends, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def hold(path: Path, *, shared: bool = False, wait: bool = True) -> int | None:
    """Take a lock on `path` and return its file descriptor; None when it is taken and `wait` is off.

    The descriptor is not handed to programs that are started, but a fork shares it.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    mode = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
    try:
        fcntl.flock(descriptor, mode if wait else mode | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def is_held(path: Path) -> bool:
    """Whether somebody holds `path` for itself."""
    descriptor = hold(path, shared=True, wait=False)
    if descriptor is None:
        return True
    os.close(descriptor)
    return False


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold `path` for itself during the block."""
    descriptor = hold(path)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)
