"""Of PostgreSQL's programs on this machine the one that fits the server is taken, and it is heard when it
fails.
"""

import subprocess
from pathlib import Path

import pytest

from sociaal.core.errors import Refused
from sociaal.safekeeping import programs
from sociaal.safekeeping.programs import Programs, feed, fitting
from sociaal.safekeeping.servers import Server


@pytest.fixture
def there(monkeypatch):
    """Say which versions there are on this machine, in the order in which they are looked at."""

    def say(*majors):
        monkeypatch.setattr(programs, "there_are", lambda: iter(Programs(Path(f"/{n}"), n) for n in majors))

    return say


@pytest.mark.parametrize(
    ("wanted", "majors", "taken"),
    [(18, [18], 18), (18, [15, 18], 18), (17, [19, 17, 18], 17), (16, [19, 15, 18], 18), (18, [19], 19)],
)
def test_the_same_version_else_the_next_newer_one(there, wanted, majors, taken):
    there(*majors)
    assert fitting(wanted).major == taken


@pytest.mark.parametrize(("majors", "says"), [([15], r"15 \(/15\)"), ([], "18")])
def test_an_older_one_is_refused_with_what_there_is(there, majors, says):
    there(*majors)
    with pytest.raises(Refused, match=says):
        fitting(18)


def test_no_more_is_looked_at_than_needed(monkeypatch):
    def look():
        yield Programs(Path("/18"), 18)
        raise AssertionError("a clone's own programs would be unpacked")

    monkeypatch.setattr(programs, "there_are", look)
    assert fitting(18).major == 18


def a_program(folder, script):
    """A program in this folder, in the place of PostgreSQL's."""
    for name in (programs.DUMP, programs.RESTORE):
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
    return Programs(folder, 18)


def test_what_is_on_the_path_is_asked_for_its_version(tmp_path, monkeypatch):
    a_program(tmp_path, 'echo "pg_dump (PostgreSQL) 21.3 (Debian)"')
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert next(programs.there_are()) == Programs(tmp_path, 21)


def test_what_does_not_say_its_version_is_passed_over(tmp_path):
    assert programs._major(a_program(tmp_path, "exit 1").folder) is None
    assert programs._major(tmp_path / "nowhere") is None


def test_its_errors_are_told_without_the_rows_they_quote(tmp_path):
    said = 'echo "pg_restore: error: COPY failed" >&2; echo "CONTEXT: line 1: Aaltje" >&2; exit 1'
    with (
        pytest.raises(Refused, match=r"^pg_restore: COPY failed\.$"),
        a_program(tmp_path, said).running("pg_restore", []),
    ):
        pass


def test_input_that_it_does_not_want_is_no_error_of_ours(tmp_path):
    program = a_program(tmp_path, "echo 'pg_restore: error: I have enough' >&2; exit 3")
    with (
        pytest.raises(Refused, match="I have enough"),
        program.running("pg_restore", [], stdin=subprocess.PIPE) as process,
    ):
        feed(process, [b"x" * 1_000_000] * 3)


def test_it_is_ended_when_we_stop(tmp_path):
    program = a_program(tmp_path, "exec sleep 60")
    with pytest.raises(KeyboardInterrupt), program.running("pg_dump", []) as process:
        raise KeyboardInterrupt
    assert process.poll() is not None


def test_the_password_stands_in_no_argument_and_is_not_printed():
    server = Server("sociaal", {"host": "db", "user": "owner"}, "very secret")
    assert "very secret" not in server.address("sociaal") + repr(server)
    assert server.secrets() == {"PGPASSWORD": "very secret"}
