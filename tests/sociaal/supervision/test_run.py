"""`make run` as a whole: ready, and gone with everything it started, however it ends."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from sociaal.embedded.ports import free_port
from tests.clones import ROOT, Clone, find_processes, new_clone, wait_until

pytestmark = pytest.mark.xdist_group("run")
RUN = [sys.executable, "-m", "sociaal.supervision"]


@dataclass(frozen=True)
class Running:
    process: subprocess.Popen[str]
    clone: Clone
    port: int

    def get(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5) as answer:
            return answer.read().decode()

    def is_ready(self) -> bool:
        assert self.process.poll() is None, self.process.stdout.read()
        try:
            return '"beat": "ok"' in self.get("/readyz")
        except OSError:
            return False

    def everything(self) -> list[int]:
        """All processes of this clone: services, their children, guardians; the servers end with those."""
        return find_processes(f"VAR_DIR={self.clone.places.var}\0")


@pytest.fixture(scope="module")
def clone():
    with new_clone() as clone:
        yield clone


@contextmanager
def running(clone):
    port = free_port()
    environment = clone.environment(
        PORT=str(port), DEMO="0", SECURE="0", STATIC_ROOT=str(clone.places.var / "static")
    )
    with subprocess.Popen(RUN, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        run = Running(process, clone, port)
        try:
            wait_until(run.is_ready, "ready", seconds=150)  # the machine may be busy with other tests
            yield run
        finally:
            process.kill()
            wait_until(lambda: not run.everything(), "the test leaves nothing behind")


@pytest.mark.slow
@pytest.mark.parametrize(
    "number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name
)
def test_nothing_is_left_ten_seconds_after_the_end(clone, number):
    with running(clone) as run:
        assert run.get("/healthz") == "ok"
        assert (
            len(run.everything()) >= 8
        )  # web and its two, worker and its one, beat, supervisor, sentinel, guardians
        began = time.monotonic()
        run.process.send_signal(number)
        wait_until(lambda: not run.everything() and clone.is_at_rest(), "everything ends", seconds=10)
        assert time.monotonic() - began < 10


def knows_the_owner(run) -> list[int]:
    """The services that hold the owner's password of the database; none may."""
    pids = [pid for part in ("gunicorn", "celery") for pid in find_processes(f"PORT={run.port}\0", part)]
    assert pids
    return [pid for pid in pids if b"\0DATABASE_URL=" in b"\0" + Path(f"/proc/{pid}/environ").read_bytes()]


@pytest.mark.slow
def test_a_service_that_is_killed_comes_back_and_the_log_says_so(clone):
    with running(clone) as run:
        (web,) = (pid for pid in find_processes(f"PORT={run.port}\0", "gunicorn") if os.getsid(pid) == pid)
        time.sleep(3)  # the supervisor, who looks five times a second, has said that it is ready
        os.kill(web, signal.SIGKILL)
        wait_until(lambda: not run_answers(run), "the web server is away")
        wait_until(lambda: run_answers(run), "the web server is back", seconds=60)
        run.process.send_signal(signal.SIGTERM)
        log = run.process.stdout.read()
    assert "web ended with -9; starting it again in 1 s" in log
    assert f"http://localhost:{run.port}" in log


def run_answers(run):
    try:
        return run.get("/healthz") == "ok"
    except OSError:
        return False


@pytest.mark.slow
def test_killed_guardians_are_noticed_and_everything_works_again(clone):
    with running(clone) as run:
        for guardian in clone.guardians():
            os.kill(guardian, signal.SIGKILL)
        wait_until(lambda: len(clone.guardians()) == 2 and run_answers(run), "new servers", seconds=60)
        wait_until(run.is_ready, "ready again", seconds=60)


def test_a_taken_port_is_said_at_once(clone):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        environment = clone.environment(PORT=str(port))
        done = subprocess.run(RUN, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=20)
    assert done.returncode == 1
    assert f"Port {port} is taken by another program" in done.stderr


@pytest.mark.parametrize("port", ["web", "0", "70000", "-1"])
def test_nonsense_for_a_port_is_said(clone, port):
    environment = clone.environment(PORT=port)
    done = subprocess.run(RUN, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=20)
    assert done.returncode == 1
    assert f"PORT={port} is no port" in done.stderr
