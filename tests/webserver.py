"""A real web server on the database of the test, in a process of its own, to be killed and started again."""

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

from sociaal.embedded.ports import free_port
from tests.workers import environment


class WebServer:
    """`url` stays the same when it is started again."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Returns once it answers. Raises RuntimeError when it does not."""
        command = [sys.executable, "-W", "ignore", "-m", "gunicorn", "sociaal.wsgi", "--threads=4"]
        bind = [f"--bind=127.0.0.1:{self.port}", "--config=python:sociaal.supervision.web", "--workers=1"]
        self.process = subprocess.Popen([*command, *bind], cwd=settings.BASE_DIR, env=environment())
        for _attempt in range(120):
            if self._answers():
                return
            time.sleep(0.1)
        raise RuntimeError("the web server does not answer")

    def kill(self) -> None:
        """At once and without goodbye; its children end with it."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def _answers(self) -> bool:
        try:
            return urllib.request.urlopen(f"{self.url}/healthz", timeout=2).status == 200
        except OSError:
            return False


@contextmanager
def running_web_server() -> Iterator[WebServer]:
    """Runs until the block ends."""
    server = WebServer()
    try:
        server.start()
        yield server
    finally:
        server.kill()
