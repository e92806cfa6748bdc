"""A real Celery worker on the database of the test, in a process of its own."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connections

from sociaal.celery import app

COMMAND = (
    *(sys.executable, "-W", "ignore", "-m", "celery", "-A", "sociaal.celery", "--quiet", "worker"),
    *("--pool=solo", "--loglevel=ERROR", "--without-gossip", "--without-mingle"),
)


@contextmanager
def running_worker() -> Iterator[subprocess.Popen[bytes]]:
    """Runs a worker until the block ends; it answers before the block begins."""
    name = f"--hostname={settings.TEST_PROCESS}@localhost"
    worker = subprocess.Popen([*COMMAND, name], cwd=settings.BASE_DIR, env=environment())
    try:
        _wait_until_it_answers(worker)
        yield worker
    finally:
        worker.kill()
        worker.wait()


def environment() -> dict[str, str]:
    """Leads the worker to this test process's database and to its keys on the broker."""
    run, _, process = settings.TEST_PROCESS.partition("_")
    given = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTEST_XDIST_TESTRUNUID": run,
        "PYTEST_XDIST_WORKER": process,
    }
    name = connections["default"].settings_dict["NAME"]
    for variable in ("DATABASE_APP_URL", "DATABASE_URL"):
        given[variable] = urlunsplit(urlsplit(os.environ[variable])._replace(path=f"/{name}"))
    return given


def _wait_until_it_answers(worker: subprocess.Popen[bytes]) -> None:
    for _attempt in range(60):
        if worker.poll() is not None:
            raise RuntimeError(f"the worker stopped with {worker.returncode}")
        if app.control.ping(timeout=0.5):
            return
        time.sleep(0.25)
    raise RuntimeError("the worker does not answer")
