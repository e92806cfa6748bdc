"""Removes what the program made: `python -m sociaal.embedded.removing`. Standard library only."""

import os
import shutil

from sociaal.embedded.locks import hold
from sociaal.embedded.places import Places, places
from sociaal.embedded.unprivileged import home_of_postgres, runner


def remove(where: Places) -> None:
    """Remove `var` and PostgreSQL's data, wherever they stand. Ends the program while they are in use."""
    if not where.var.exists():
        return
    where.make("postgresql", "valkey")
    for kind in ("postgresql", "valkey"):
        lock = hold(where.station(kind).guardian_lock, wait=False)
        if lock is None:
            raise SystemExit("This clone is in use; stop what runs and try again.")
        os.close(lock)
    shutil.rmtree(home_of_postgres(where, runner()))
    shutil.rmtree(where.var)


if __name__ == "__main__":
    remove(places())
