"""A message is closed only with its effect; several relays share the work; what keeps failing is given up."""

import threading
from datetime import timedelta

import pytest
from django.db import transaction

from sociaal.outbox import handlers, relaying, tasks
from sociaal.outbox.models import Effect, Message
from sociaal.outbox.posting import post
from sociaal.outbox.relaying import MAX_ATTEMPTS, next_due, relay_all, relay_one
from tests.factories import NOW
from tests.sociaal.outbox.transactions import Elsewhere

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def topic(monkeypatch):
    """Gives a topic a handler for the length of a test."""
    known = dict(handlers._handlers)
    monkeypatch.setattr(handlers, "_handlers", known)

    def give(name, handler):
        known[name] = handler
        return name

    return give


@pytest.fixture(autouse=True)
def _no_broker(monkeypatch):
    monkeypatch.setattr(tasks.relay, "apply_async", lambda **options: None)


def ask(name, *keys, at=NOW):
    for key in keys:
        with transaction.atomic():
            post(name, key, now=at)


def effect(key, now):
    Effect.objects.create(key=key, effect="letter", done_at=now)


def states():
    return dict(Message.objects.values_list("key", "state"))


def test_a_message_is_done_with_its_effect(topic):
    ask(topic("letter", effect), 1, 2)
    assert relay_all(now=NOW) == 2
    assert states() == {"1": "done", "2": "done"}
    assert set(Effect.objects.values_list("key", flat=True)) == {"1", "2"}
    assert relay_one(now=NOW) is None


def test_what_is_not_due_waits(topic):
    ask(topic("letter", effect), 1, at=NOW + timedelta(seconds=1))
    assert relay_one(now=NOW) is None
    assert relay_one(now=NOW + timedelta(seconds=1)) is True


def test_a_round_does_no_more_than_its_limit(topic):
    ask(topic("letter", effect), 1, 2, 3)
    assert relay_all(now=NOW, limit=2) == 2


def test_a_handler_that_fails_leaves_no_effect_and_the_message_comes_back(topic):
    def half(key, now):
        effect(key, now)
        raise ValueError("what somebody typed")

    ask(topic("letter", half), 1)
    assert relay_one(now=NOW) is False
    message = Message.objects.get()
    assert (message.state, message.attempts, message.last_error) == ("waiting", 1, "ValueError")
    assert message.due_at == NOW + timedelta(seconds=2)
    assert not Effect.objects.exists()


def test_after_five_attempts_it_is_given_up_and_stays_to_be_seen(topic, caplog):
    def broken(key, now):
        raise ValueError

    ask(topic("letter", broken), 1)
    now = NOW
    for _turn in range(MAX_ATTEMPTS):
        assert relay_one(now=now) is False
        now += timedelta(minutes=5)
    message = Message.objects.get()
    assert (message.state, message.attempts) == ("dead", MAX_ATTEMPTS)
    assert relay_one(now=now) is None
    assert "given up" in caplog.text


def test_who_notes_a_failure_late_does_not_call_back_what_another_did_meanwhile(topic, monkeypatch):
    def broken(key, now):
        raise ValueError

    def done_by_another(*about):
        """Between the failure and its noting nobody holds the message."""
        Message.objects.update(state="done", attempts=2)

    ask(topic("letter", broken), 1)
    monkeypatch.setattr(relaying.log, "exception", done_by_another)
    relay_one(now=NOW)
    message = Message.objects.get()
    assert (message.state, message.attempts, message.last_error) == ("done", 2, "")


def test_a_topic_nobody_handles_fails_like_any_other():
    ask("no such topic", 1)
    assert relay_one(now=NOW) is False
    assert Message.objects.get().last_error == "LookupError"


def test_a_worker_killed_halfway_has_used_an_attempt_and_the_message_returns(topic):
    def killed(key, now):
        effect(key, now)
        raise SystemExit  # as abrupt as a test can be: nothing after it runs

    ask(topic("letter", killed), 1)
    with pytest.raises(SystemExit):
        relay_one(now=NOW)
    message = Message.objects.get()
    assert (message.state, message.attempts) == ("waiting", 1)
    assert not Effect.objects.exists()
    assert relay_one(now=NOW) is None
    topic("letter", effect)
    assert relay_one(now=NOW + timedelta(seconds=30)) is True


def test_a_worker_killed_at_every_attempt_ends_among_the_given_up(topic):
    ask(topic("letter", effect), 1)
    Message.objects.update(attempts=MAX_ATTEMPTS)
    assert relay_one(now=NOW) is False
    assert states() == {"1": "dead"}
    assert not Effect.objects.exists()


def test_two_relays_at_once_do_each_message_once(topic):
    inside, go_on = threading.Barrier(2), threading.Event()

    def slow(key, now):
        effect(key, now)
        if key in ("1", "2"):
            inside.wait(timeout=5)  # both relays are in a handler at the same moment
            go_on.wait(timeout=5)

    ask(topic("letter", slow), 1, 2, 3, 4)
    with Elsewhere() as other:
        relays = [other.start(lambda: relay_all(now=NOW), atomic=False) for _turn in range(2)]
        go_on.set()
        assert sum(relay.result(within=10) for relay in relays) == 4
    assert set(states().values()) == {"done"}
    assert Effect.objects.count() == 4
    assert set(Message.objects.values_list("attempts", flat=True)) == {1}


def test_a_message_in_hands_is_skipped_not_waited_for(topic):
    ask(topic("letter", effect), 1)
    with Elsewhere() as other, transaction.atomic():
        Message.objects.select_for_update().get()
        assert other.start(lambda: relay_one(now=NOW), atomic=False).result(within=5) is None


def test_the_next_message_is_known_when_it_is_due_soon():
    ask("letter", 1, at=NOW + timedelta(seconds=2))
    assert next_due(NOW, timedelta(seconds=1)) is None
    assert next_due(NOW, timedelta(seconds=4)) == timedelta(seconds=2)
    assert next_due(NOW + timedelta(hours=1), timedelta()) == timedelta()


def test_a_round_that_did_something_calls_the_next_and_one_that_did_nothing_calls_nobody(
    topic, monkeypatch, time_machine
):
    time_machine.move_to(NOW, tick=False)
    calls = []
    monkeypatch.setattr(tasks.relay, "apply_async", lambda **options: calls.append(options))

    def more(key, now):
        post("later", 1, now=now, delay=timedelta(seconds=2))

    ask(topic("letter", more), 1)
    calls.clear()
    tasks.relay()
    assert [round(call["countdown"]) for call in calls] == [2]
    tasks.relay()
    assert len(calls) == 1


def test_a_topic_has_one_handler(topic):
    topic("letter", effect)
    handlers.register("letter", effect)
    with pytest.raises(ValueError, match="two handlers"):
        handlers.register("letter", lambda key, now: None)


def test_more_than_one_attempt_waits_longer_each_time(topic):
    def broken(key, now):
        raise ValueError

    ask(topic("letter", broken), 1)
    waits = []
    now = NOW
    for _turn in range(3):
        relay_one(now=now)
        due = Message.objects.get().due_at
        waits.append((due - now).total_seconds())
        now = due
    assert waits == [2, 4, 8]


def test_the_limit_of_attempts_is_five():
    assert relaying.MAX_ATTEMPTS == 5
