"""The servers of a clone: there while somebody uses them, gone afterwards, never in the way of a start."""

import os
import signal
import socket
from pathlib import Path

import pytest
import redis

from sociaal.embedded.postgres import unpacked
from sociaal.embedded.processes import is_alive
from tests.clones import new_clone, wait_until

pytestmark = pytest.mark.xdist_group("embedded")


def postmaster(user):
    return int(user.ask("SELECT pg_read_file('postmaster.pid')").split()[0])


@pytest.mark.slow
def test_the_servers_are_durable_and_fold_letters_with_diacritics(clone):
    with clone.user() as user:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            assert user.ask(f"SHOW {setting}") == "on"
        assert user.ask("SELECT upper('é')") == "É"
        assert user.ask("SHOW listen_addresses") == "127.0.0.1"
        assert user.ask("SHOW server_version").startswith("18")


@pytest.mark.slow
def test_the_broker_forgets_nothing_and_asks_for_a_password(clone):
    with clone.user() as user:
        with redis.Redis.from_url(user.redis_url) as broker:
            assert broker.config_get("maxmemory-policy")["maxmemory-policy"] == "noeviction"
            assert broker.config_get("appendonly")["appendonly"] == "yes"
        stranger = redis.Redis.from_url(
            user.redis_url.replace(user.redis_url.split("@")[0], "redis://:wrong")
        )
        with stranger, pytest.raises(redis.AuthenticationError):
            stranger.ping()


@pytest.mark.slow
def test_the_first_to_leave_does_not_stop_what_another_still_uses(clone):
    with clone.user() as second:
        with clone.user() as first:
            assert first.database_url == second.database_url
            assert first.redis_url == second.redis_url
        with pytest.raises(AssertionError, match="waited"):
            wait_until(clone.is_at_rest, "a stop that must not come", seconds=1.5)
        assert second.ask("SELECT 1") == 1
    wait_until(clone.is_at_rest, "the stop after the last user")


@pytest.mark.slow
def test_two_that_come_at_once_share_one_server(clone):
    with clone.user() as first, clone.user() as second:
        assert postmaster(first) == postmaster(second)
        assert len(clone.guardians()) == 2  # one for each kind of server


@pytest.mark.slow
def test_a_user_killed_with_kill_9_counts_as_gone(clone):
    with clone.user() as user:
        server = postmaster(user)
        user.process.kill()
        wait_until(clone.is_at_rest, "the stop after the last user")
        assert not is_alive(server)


@pytest.mark.slow
def test_a_server_that_falls_over_comes_back_at_the_same_address(clone):
    with clone.user() as user:
        fallen = postmaster(user)
        os.kill(fallen, signal.SIGKILL)

        def is_back():
            try:
                return postmaster(user) != fallen
            except Exception:
                return False

        wait_until(is_back, "the guardian starts PostgreSQL again")


@pytest.mark.slow
def test_all_killed_with_kill_9_and_the_next_start_finds_its_data(clone):
    with clone.user() as user:
        user.ask("SELECT lo_create(4242)")  # a query that changes the database and answers
        guardians, server = clone.guardians(), postmaster(user)
        user.process.kill()
        for pid in [*guardians, server]:
            os.kill(pid, signal.SIGKILL)
        wait_until(lambda: not any(map(is_alive, [*guardians, server])), "all are gone")
    with clone.user() as user:
        assert user.ask("SELECT oid FROM pg_largeobject_metadata") == 4242


@pytest.mark.slow
def test_a_guardian_killed_with_kill_9_takes_its_server_along(clone):
    with clone.user() as user:
        server = postmaster(user)
        for guardian in clone.guardians():
            os.kill(guardian, signal.SIGKILL)
        wait_until(lambda: not is_alive(server), "PostgreSQL ends with its guardian")


@pytest.mark.slow
def test_a_pid_file_that_names_somebody_else_is_no_obstacle(clone):
    with clone.user() as user:
        home = user.ask("SHOW data_directory")
    wait_until(clone.is_at_rest, "the stop")
    Path(home, "postmaster.pid").write_text(f"{os.getpid()}\n{home}\n1\n5432\n")
    with clone.user() as user:
        assert user.ask("SELECT 1") == 1
    assert is_alive(os.getpid())


@pytest.mark.slow
def test_a_port_that_another_program_took_meanwhile_is_given_up(clone):
    port_file = clone.places.station("postgresql").port
    with clone.user():
        pass
    wait_until(clone.is_at_rest, "the stop")
    port = int(port_file.read_text())
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", port))
        other.listen()
        with clone.user() as user:
            assert user.ask("SELECT 1") == 1
            assert f":{port}/" not in user.database_url


@pytest.mark.slow
def test_a_queue_that_cannot_be_read_is_put_aside(clone):
    with clone.user() as user, redis.Redis.from_url(user.redis_url) as broker:
        broker.set("a", "b")
        wait_until(lambda: broker.info("persistence")["aof_last_write_status"] == "ok", "the write")
    wait_until(clone.is_at_rest, "the stop")
    folder = clone.places.station("valkey").folder / "data"
    for part in (folder / "appendonlydir").glob("*.incr.aof"):
        part.write_bytes(b"*2\r\nthis is no command\r\n" * 9)
    with clone.user() as user, redis.Redis.from_url(user.redis_url) as broker:
        assert broker.ping()
    assert list(folder.glob("unreadable-*"))


@pytest.mark.slow
def test_a_lost_password_is_said_and_the_data_stay(clone):
    with clone.user():
        pass
    wait_until(clone.is_at_rest, "the stop")
    secret = clone.places.secrets / "postgresql_password"
    kept = secret.read_text()
    secret.unlink()
    with pytest.raises(AssertionError, match="another password"), clone.user():
        pass
    secret.write_text(kept)
    with clone.user() as user:
        assert user.ask("SELECT 1") == 1


@pytest.mark.slow
def test_its_programs_are_there_without_a_server_that_runs():
    """For a backup of another server, on a machine that has no programs of its version."""
    with new_clone() as fresh:
        program = unpacked(fresh.places)
        assert (program / "bin" / "pg_dump").is_file()
        assert unpacked(fresh.places) == program
        assert fresh.is_at_rest()
