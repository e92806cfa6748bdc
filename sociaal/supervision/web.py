"""How gunicorn runs here and in the container: two plain processes (threads gave half the throughput)."""

import os
import signal
from typing import Any

from sociaal.embedded.processes import dies_with_parent

wsgi_app = "sociaal.wsgi:application"
workers = int(os.environ.get("WEB_PROCESSES", "2"))
timeout = 60
graceful_timeout = 3
max_requests = 20_000  # a slow leak never grows large
max_requests_jitter = 2_000
control_socket_disable = True
loglevel = "warning"
preload_app = False  # each process opens its own pool of connections, after the fork


def post_fork(server: Any, worker: Any) -> None:
    """A worker ends with its master, also when that one was killed."""
    dies_with_parent(signal.SIGKILL, worker.ppid)()
