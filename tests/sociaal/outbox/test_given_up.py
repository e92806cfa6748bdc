"""What failed at every attempt is listed, and tried again at the word of whoever looks after the servers."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils.translation import override

from sociaal.outbox import handlers
from sociaal.outbox.given_up import given_up, try_again
from sociaal.outbox.models import Message
from sociaal.outbox.relaying import MAX_ATTEMPTS, relay_all
from tests.factories import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def done(monkeypatch):
    """The keys that the handler of letters did."""
    keys = []
    monkeypatch.setitem(handlers._handlers, "letter", lambda key, now: keys.append(key))
    return keys


def message(key, state="dead", attempts=MAX_ATTEMPTS):
    return Message.objects.create(
        topic="letter", key=key, state=state, attempts=attempts, created_at=NOW, due_at=NOW,
        last_error="OSError",
    )  # fmt: skip


def say(*options):
    out = StringIO()
    with override("en"):
        call_command("given_up", *options, stdout=out)
    return out.getvalue()


def test_what_was_given_up_is_done_when_it_is_tried_again(done):
    message("1")
    assert relay_all(now=NOW) == 0
    assert try_again(now=NOW) == 1
    assert relay_all(now=NOW) == 1
    assert done == ["1"]
    assert not given_up().exists()


def test_of_one_key_several_may_be_tried_again_beside_one_that_waits(done):
    for state, attempts in (("dead", MAX_ATTEMPTS), ("dead", MAX_ATTEMPTS), ("waiting", 0)):
        message("1", state, attempts)
    assert try_again(now=NOW) == 2
    relay_all(now=NOW)
    assert done == ["1", "1", "1"]


def test_what_waits_or_is_done_is_not_tried_again(done):
    message("1", "waiting", 2)
    message("2", "done", 1)
    assert try_again(now=NOW) == 0


def test_what_fails_again_is_given_up_again(monkeypatch):
    def broken(key, now):
        raise ValueError

    monkeypatch.setitem(handlers._handlers, "letter", broken)
    message("1")
    try_again(now=NOW)
    for hour in range(MAX_ATTEMPTS):
        relay_all(now=NOW + timedelta(hours=hour))
    assert [row.key for row in given_up()] == ["1"]


def test_the_command_lists_them_and_changes_nothing_unless_asked(done):
    assert say() == "Nothing was given up.\n"
    message("12")
    assert say() == "2026-11-18 11:00  letter 12  OSError\n"
    assert given_up().count() == 1
    assert say("--again").endswith("Tried again: 1.\n")
    assert not given_up().exists()
