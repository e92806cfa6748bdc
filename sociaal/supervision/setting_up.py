"""What has to be done before the services can start, each step with its number and its seconds."""

import hashlib
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sociaal.embedded.places import BASE_DIR, Places
from sociaal.supervision.children import Children, say


class Steps:
    """Numbered steps in the log."""

    def __init__(self, total: int) -> None:
        self.total, self.number = total, 0

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """Say that a step begins, and how long it took when it is done."""
        self.number += 1
        began = time.monotonic()
        say("run", f"[{self.number}/{self.total}] {title} ...")
        yield
        say("run", f"[{self.number}/{self.total}] {title}: {time.monotonic() - began:.1f} s")


def run_command(children: Children, environment: Mapping[str, str], *arguments: str) -> None:
    """Run a command of `manage.py` to its end. Ends the program when it fails."""
    child = children.start(arguments[0], [sys.executable, "manage.py", *arguments], environment)
    child.wait()
    children.ended(child)
    if child.returncode:
        raise SystemExit(f"manage.py {arguments[0]} failed (exit code {child.returncode}); see above.")


def collect_static(children: Children, environment: Mapping[str, str], places: Places) -> None:
    """Collect and compress the static files, when any changed since the last time."""
    stamp = places.var / "static.stamp"
    state = fingerprint(BASE_DIR / "static", places.var / "npm", BASE_DIR / "sociaal" / "settings.py")
    collected = (places.var / "static" / "staticfiles.json").exists()
    if collected and stamp.exists() and stamp.read_text() == state:
        return
    run_command(children, environment, "collectstatic", "--noinput", "--verbosity", "0")
    stamp.write_text(state)


def fingerprint(*roots: Path) -> str:
    """Changes when a file under `roots` appears, goes, grows or is written."""
    digest = hashlib.sha256()
    for root in roots:
        for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if path.is_file():
                status = path.stat()
                digest.update(f"{path} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()
