"""PostgreSQL refuses to run as root: as which user it runs then, and where that user's data can stand."""

import hashlib
import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sociaal.embedded.places import Places
from sociaal.embedded.secrets import kept, password

ELSEWHERE = Path("/var/lib/sociaal")
"""Where the data stand of a clone that the unprivileged user cannot enter."""


@dataclass(frozen=True)
class Runner:
    """The user that PostgreSQL runs as; None is whoever we are ourselves."""

    account: pwd.struct_passwd | None

    def options(self) -> dict[str, Any]:
        """Arguments for `subprocess` that start a process as this user, with nothing of root's."""
        if self.account is None:
            return {}
        return {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": [], "umask": 0o077}

    def own(self, folder: Path) -> Path:
        """Make `folder`, for this user only."""
        folder.mkdir(mode=0o700, exist_ok=True)
        if self.account is not None:
            os.chown(folder, self.account.pw_uid, self.account.pw_gid)
        return folder

    def can_enter(self, folder: Path) -> bool:
        """Whether this user may enter `folder`, asked as that user: rights, mounts and labels all count."""
        found = subprocess.run(
            ["/bin/sh", "-c", 'cd "$1" 2>/dev/null', "sh", str(folder)],
            cwd="/",
            check=False,
            **self.options(),
        )
        return found.returncode == 0


def runner() -> Runner:
    """As root the user `nobody`, else ourselves."""
    return Runner(pwd.getpwnam("nobody") if os.geteuid() == 0 else None)


def home_of_postgres(places: Places, user: Runner) -> Path:
    """The folder for PostgreSQL's program and data: under `var/`, or elsewhere when `user` cannot go there.

    Elsewhere it is named after the clone's path and a number kept in `var/`, so that a clone finds its data
    again and never those of an earlier clone in the same place, whose keys are gone.
    """
    if user.can_enter(places.var):
        return user.own(places.var / "postgresql")
    number = kept(places.secrets, "clone", password)
    ELSEWHERE.mkdir(mode=0o755, parents=True, exist_ok=True)
    return user.own(ELSEWHERE / hashlib.sha256(f"{places.var} {number}".encode()).hexdigest()[:16])
