import os
import signal
import subprocess
import sys
import time

import pytest

from sociaal.embedded.processes import command_line, end, end_orphan, is_alive
from tests.clones import ROOT, wait_until

PARENT = """
import os, signal, subprocess, sys, time
from sociaal.embedded.processes import dies_with_parent
child = subprocess.Popen(["sleep", "60"], preexec_fn=dies_with_parent(signal.SIGTERM, os.getpid()))
print(child.pid, flush=True)
time.sleep(60)
"""


@pytest.fixture
def sleeper():
    with subprocess.Popen(["sleep", "60"]) as child:
        wait_until(lambda: "sleep" in command_line(child.pid), "it has become sleep")
        yield child
        child.kill()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent ended")
def test_a_child_ends_with_a_parent_killed_with_kill_9():
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as parent:
        child = int(parent.stdout.readline())
        assert is_alive(child)
        parent.kill()
    wait_until(lambda: not is_alive(child), "the child ends")


def test_an_orphan_with_our_sign_is_ended(tmp_path, sleeper):
    note = tmp_path / "pid"
    note.write_text(f"{sleeper.pid}\nmore\n")
    end_orphan(note, "sleep", signal.SIGTERM)
    assert sleeper.wait(5) == -signal.SIGTERM
    assert not note.exists()


def test_a_number_given_out_again_is_left_alone(tmp_path, sleeper):
    note = tmp_path / "pid"
    note.write_text(f"{sleeper.pid}\n")
    end_orphan(note, "postgres", signal.SIGTERM)
    time.sleep(0.2)
    assert sleeper.poll() is None
    assert not note.exists()


@pytest.mark.parametrize("content", ["", "nonsense\n", "0\n", "-1\n"])
def test_a_damaged_pid_file_is_removed(tmp_path, content):
    note = tmp_path / "pid"
    note.write_text(content)
    end_orphan(note, "", signal.SIGKILL)
    assert not note.exists()


def test_a_child_that_does_not_listen_is_killed():
    deaf = "signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(60)"
    with subprocess.Popen(
        [sys.executable, "-c", f"import signal, time; {deaf}"], stdout=subprocess.PIPE
    ) as child:
        child.stdout.readline()
        end(child, (signal.SIGTERM, 0.2))
        assert child.returncode == -signal.SIGKILL


def test_a_zombie_is_not_alive(sleeper):
    assert is_alive(sleeper.pid)
    assert "sleep" in command_line(sleeper.pid)
    sleeper.kill()
    wait_until(lambda: not is_alive(sleeper.pid), "the zombie counts as gone")
    assert sleeper.returncode is None  # nobody has reaped it yet


def test_a_number_nobody_has_is_not_alive():
    with subprocess.Popen(["true"]) as child:
        child.wait()
    assert not is_alive(child.pid)
    assert is_alive(os.getpid())
