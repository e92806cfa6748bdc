"""`make clean` removes what was made, and never under somebody's hands."""

import tempfile
from pathlib import Path

import pytest

from sociaal.embedded.locks import locked
from sociaal.embedded.places import Places
from sociaal.embedded.removing import remove
from sociaal.embedded.unprivileged import home_of_postgres, runner


@pytest.fixture
def where():
    """A `var` in a folder that PostgreSQL's user cannot enter, so that its data stand elsewhere for root."""
    with tempfile.TemporaryDirectory() as folder:
        where = Places(Path(folder) / "var")
        where.make("postgresql", "valkey")
        yield where
        remove(where)


def test_the_data_go_too_wherever_they_stand(where):
    home = home_of_postgres(where, runner())
    (home / "data").mkdir()
    remove(where)
    assert not home.exists()
    assert not where.var.exists()


@pytest.mark.parametrize("kind", ["postgresql", "valkey"])
def test_nothing_goes_while_a_server_runs(where, kind):
    with locked(where.station(kind).guardian_lock), pytest.raises(SystemExit, match="in use"):
        remove(where)
    assert where.var.exists()


def test_nothing_to_remove_is_no_error(tmp_path):
    remove(Places(tmp_path / "var"))
