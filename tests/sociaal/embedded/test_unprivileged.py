"""Root may keep its clone where nobody else can come: the data stand elsewhere, and the start says where."""

import os
import pwd
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from sociaal.embedded.places import Places
from sociaal.embedded.removing import remove
from sociaal.embedded.unprivileged import ELSEWHERE, home_of_postgres, runner
from tests.clones import ROOT, USE, Clone, wait_until

is_root = os.geteuid() == 0


@pytest.fixture
def private():
    """A folder that only its owner can enter."""
    folder = Path(tempfile.mkdtemp(prefix="sociaal-private-"))
    where = Places(folder / "var")
    where.make()
    yield where
    remove(where)
    folder.rmdir()


def test_root_runs_postgresql_as_nobody_and_others_as_themselves():
    assert runner().account == (pwd.getpwnam("nobody") if is_root else None)


def test_data_stand_elsewhere_only_when_their_user_cannot_come_here(private):
    home = home_of_postgres(private, runner())
    if is_root:
        assert home.parent == ELSEWHERE
        assert home.stat().st_uid == pwd.getpwnam("nobody").pw_uid
    else:
        assert home == private.var / "postgresql"
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_a_clone_finds_the_same_folder_again_and_a_later_clone_in_its_place_another(private):
    home = home_of_postgres(private, runner())
    assert home_of_postgres(private, runner()) == home
    if is_root:
        (private.secrets / "clone").unlink()
        later = home_of_postgres(private, runner())
        assert later != home
        home.rmdir()


@pytest.mark.slow
def test_the_start_says_where_the_data_stand_and_works(private):
    clone = Clone(private)
    done = subprocess.run(
        [sys.executable, "-c", USE],
        cwd=ROOT,
        env=clone.environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    wait_until(clone.is_at_rest, "the servers stop")
    home = home_of_postgres(private, runner())
    assert (home / "data" / "PG_VERSION").exists()
    assert (str(home) in done.stderr) == is_root
