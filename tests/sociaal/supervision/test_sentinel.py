import subprocess
import sys

import pytest

from sociaal.supervision.sentinel import end_groups, read_groups
from tests.clones import ROOT, wait_until

DEAF = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(60)"
)


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ([], set()),
        (["+7\n"], {7}),
        (["+7\n", "+8\n", "-7\n"], {8}),
        (["+7\n", "-7\n", "+7\n"], {7}),
        (["-7\n"], set()),
    ],
)
def test_what_began_and_did_not_end_is_left(lines, left):
    assert read_groups(lines) == left


def test_a_group_that_does_not_listen_is_killed():
    with subprocess.Popen(
        [sys.executable, "-c", DEAF], stdout=subprocess.PIPE, start_new_session=True
    ) as child:
        child.stdout.readline()
        end_groups({child.pid}, seconds=0.3)
        assert child.wait(5) == -9


def test_groups_that_are_gone_already_are_no_trouble():
    with subprocess.Popen(["true"], start_new_session=True) as child:
        child.wait()
    end_groups({child.pid}, seconds=0.1)


def test_the_end_of_the_pipe_is_the_end_of_every_group():
    with subprocess.Popen(["sleep", "60"], start_new_session=True) as child:
        command = [sys.executable, "-m", "sociaal.supervision.sentinel"]
        with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, text=True) as sentinel:
            sentinel.stdin.write(f"+{child.pid}\n")
            sentinel.stdin.close()
            wait_until(lambda: child.poll() is not None, "the group ends")  # asked, as only we can bury it
