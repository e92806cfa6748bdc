"""A form sent twice has one effect."""

import threading

import pytest
from django.db import OperationalError
from psycopg.errors import DeadlockDetected, DiskFull

from sociaal.core.errors import Conflict
from sociaal.outbox.models import Effect
from sociaal.outbox.once import new_key, once
from tests.factories import NOW
from tests.sociaal.outbox.transactions import Elsewhere

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_second_time_gives_the_first_result_and_does_nothing():
    done = []
    for _turn in range(2):
        assert once("key", "register", lambda: done.append(1) or "/casus/1/", now=NOW) == "/casus/1/"
    assert done == [1]


def test_another_effect_of_the_same_key_is_another():
    assert once("key", "register", lambda: "a", now=NOW) == "a"
    assert once("key", "close", lambda: "b", now=NOW) == "b"


def test_without_a_key_the_work_is_simply_done():
    assert [once("", "register", lambda: "x", now=NOW) for _turn in range(2)] == ["x", "x"]
    assert not Effect.objects.exists()


def test_work_that_fails_leaves_the_key_free():
    def fails():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        once("key", "register", fails, now=NOW)
    assert once("key", "register", lambda: "again", now=NOW) == "again"


def test_many_at_the_same_moment_have_one_effect():
    ready, done = threading.Barrier(8), []

    def send():
        ready.wait(timeout=5)
        return once("key", "register", lambda: done.append(1) or f"/casus/{len(done)}/", now=NOW)

    with Elsewhere() as other:
        senders = [other.start(send, atomic=False) for _turn in range(8)]
        results = {sender.result(within=10) for sender in senders}
    assert results == {"/casus/1/"}
    assert done == [1]


def test_keys_are_long_and_never_the_same():
    keys = {new_key() for _turn in range(100)}
    assert len(keys) == 100
    assert min(map(len, keys)) >= 20


def stopped(times, cause, done):
    """Work that the database stops this often."""

    def work():
        done.append(1)
        if len(done) <= times:
            raise OperationalError from cause
        return "/casus/1/"

    return work


@pytest.mark.parametrize("key", ["key", ""])
def test_work_that_the_database_stopped_for_somebody_else_is_done_anew(key):
    done = []
    assert once(key, "register", stopped(2, DeadlockDetected(), done), now=NOW) == "/casus/1/"
    assert len(done) == 3
    assert Effect.objects.count() == bool(key)


def test_who_finds_somebody_in_the_way_again_and_again_is_told_so():
    with pytest.raises(Conflict, match="collega"):
        once("key", "register", stopped(99, DeadlockDetected(), []), now=NOW)
    assert not Effect.objects.exists()


def test_another_failure_of_the_database_is_not_tried_again():
    done = []
    with pytest.raises(OperationalError):
        once("key", "register", stopped(1, DiskFull(), done), now=NOW)
    assert done == [1]
