import signal
import sys

import pytest

from sociaal.embedded.processes import is_alive
from sociaal.supervision.children import Children
from sociaal.supervision.services import Service, end, pause_after, services
from tests.clones import wait_until


@pytest.fixture
def children():
    children = Children()
    yield children
    children.close()


def python(code: str) -> Service:
    return Service("web", [sys.executable, "-c", code], {})


@pytest.mark.parametrize(("falls", "seconds"), [(1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 30), (50, 30)])
def test_the_pause_before_a_new_start_doubles_up_to_half_a_minute(falls, seconds):
    assert pause_after(falls) == seconds


def test_a_service_that_falls_is_said_and_started_again_after_its_pause(children, capsys):
    service = python("raise SystemExit(3)")
    service.look(children, now=100)
    first = service.child
    first.wait(10)
    service.look(children, now=101)
    assert "web ended with 3; starting it again in 1 s" in capsys.readouterr().out
    service.look(children, now=101.9)
    assert service.child is None
    service.look(children, now=102)
    assert service.child.pid != first.pid


def test_a_service_that_stood_long_is_forgiven_its_falls(children, capsys):
    service = python("raise SystemExit(3)")
    service.falls = 5
    service.look(children, now=100)
    service.child.wait(10)
    service.look(children, now=161)
    assert "in 1 s" in capsys.readouterr().out


@pytest.mark.slow
def test_services_end_by_request_and_by_force_and_nothing_of_their_group_stays(children, capsys):
    polite = python("import time; time.sleep(60)")
    deaf = python(
        "import signal, subprocess, time\n"
        "for number in (signal.SIGTERM, signal.SIGQUIT): signal.signal(number, signal.SIG_IGN)\n"
        "print(subprocess.Popen(['sleep', '60']).pid, flush=True); time.sleep(60)"
    )
    for service in (polite, deaf):
        service.look(children, now=0)
    out = []
    wait_until(lambda: out.append(capsys.readouterr().out) or "|" in "".join(out), "the grandchild is there")
    grandchild = int("".join(out).split("|")[1])
    end([polite, deaf], children)
    assert polite.child.returncode == -signal.SIGTERM
    assert deaf.child.returncode == -signal.SIGKILL
    wait_until(lambda: not is_alive(grandchild), "the grandchild is gone too")


def test_background_processes_keep_no_pool_of_connections(tmp_path):
    web, worker, beat = services({"A": "1"}, 8000, tmp_path)
    assert "DATABASE_POOL_SIZE" not in web.environment
    assert worker.environment["DATABASE_POOL_SIZE"] == beat.environment["DATABASE_POOL_SIZE"] == "0"
    assert str(tmp_path / "beat" / "schedule") in beat.command
