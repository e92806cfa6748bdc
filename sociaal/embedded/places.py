"""Where a clone keeps what it makes: one folder, `var/`, with what is secret readable for its owner only."""

import os
from dataclasses import dataclass
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Station:
    """The folder with the locks and the state of one embedded server."""

    folder: Path

    @property
    def users_lock(self) -> Path:
        """Held shared by each user of the server; the guardian takes it when the last one is gone."""
        return self.folder / "users.lock"

    @property
    def start_lock(self) -> Path:
        """Held while somebody looks whether the server runs, and starts it."""
        return self.folder / "start.lock"

    @property
    def guardian_lock(self) -> Path:
        """Held by the guardian for its life: who can take it knows that there is none."""
        return self.folder / "guardian.lock"

    @property
    def address(self) -> Path:
        """The URL of the running server; there only while it runs."""
        return self.folder / "address"

    @property
    def port(self) -> Path:
        """The port it had last."""
        return self.folder / "port"


@dataclass(frozen=True)
class Places:
    """The files of one clone under `var`; all of them are made by the program."""

    var: Path

    @property
    def secrets(self) -> Path:
        """Passwords and keys, a file each of mode 0600, in a folder of mode 0700."""
        return self.var / "secrets"

    @property
    def logs(self) -> Path:
        return self.var / "log"

    def station(self, kind: str) -> Station:
        """The station of the server `kind`, a folder of mode 0700."""
        return Station(self.var / "servers" / kind)

    def make(self, *kinds: str) -> None:
        """Create the folders, with a station for each of `kinds`."""
        self.var.mkdir(parents=True, exist_ok=True)
        self.logs.mkdir(exist_ok=True)
        self.secrets.mkdir(mode=0o700, exist_ok=True)
        for kind in kinds:
            self.station(kind).folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def places() -> Places:
    """The places of this clone; `VAR_DIR` names another folder than `var/`."""
    return Places(Path(os.environ.get("VAR_DIR") or BASE_DIR / "var").resolve())
