"""Work is asked for in the transaction of the change, once per key, and the broker may be away."""

from datetime import timedelta

import pytest
from django.db import transaction

from sociaal.outbox import tasks
from sociaal.outbox.models import Message
from sociaal.outbox.posting import post
from tests.factories import NOW
from tests.sociaal.outbox.transactions import Elsewhere

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def calls(monkeypatch):
    """The wake-up calls that reach the broker."""
    made = []
    monkeypatch.setattr(tasks.relay, "apply_async", lambda **options: made.append(options))
    return made


def waiting():
    return list(Message.objects.order_by("pk").values_list("topic", "key", "attempts"))


def test_outside_a_transaction_nothing_can_be_asked():
    with pytest.raises(RuntimeError, match="inside the transaction"):
        post("letter", 1, now=NOW)


def test_a_change_that_fails_asks_for_nothing(calls):
    @transaction.atomic
    def change():
        post("letter", 1, now=NOW)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change()
    assert not waiting()
    assert not calls


def test_a_transaction_wakes_the_worker_once_after_its_commit(calls):
    with transaction.atomic():
        for key in (1, 2, 3):
            post("letter", key, now=NOW)
        assert not calls
    assert len(calls) == 1
    assert [key for _topic, key, _attempts in waiting()] == ["1", "2", "3"]


def test_a_broker_that_is_away_does_not_break_the_change(monkeypatch, caplog):
    def away(**options):
        raise ConnectionError("redis://user:secret@host")

    monkeypatch.setattr(tasks.relay, "apply_async", away)
    with transaction.atomic():
        post("letter", 1, now=NOW)
    assert waiting() == [("letter", "1", 0)]
    assert "ConnectionError" in caplog.text
    assert "secret" not in caplog.text


def test_a_burst_about_one_key_is_one_message(calls):
    for _turn in range(3):
        with transaction.atomic():
            post("letter", 1, now=NOW)
    assert waiting() == [("letter", "1", 0)]


def test_a_message_that_was_tried_already_does_not_swallow_a_new_one(calls):
    Message.objects.create(topic="letter", key="1", attempts=1, created_at=NOW, due_at=NOW)
    with transaction.atomic():
        post("letter", 1, now=NOW)
    assert waiting() == [("letter", "1", 1), ("letter", "1", 0)]


def test_a_delayed_message_is_due_later_and_calls_nobody(calls):
    with transaction.atomic():
        post("figures", 1, now=NOW, delay=timedelta(seconds=2))
    assert Message.objects.get().due_at == NOW + timedelta(seconds=2)
    assert not calls


def test_changes_that_go_on_do_not_put_a_delayed_message_off():
    for seconds in (0, 1, 2):
        with transaction.atomic():
            post("figures", 1, now=NOW + timedelta(seconds=seconds), delay=timedelta(seconds=2))
    assert Message.objects.get().due_at == NOW + timedelta(seconds=2)


def test_an_urgent_message_hurries_a_delayed_one(calls):
    with transaction.atomic():
        post("figures", 1, now=NOW, delay=timedelta(hours=1))
        post("figures", 1, now=NOW)
    assert Message.objects.get().due_at == NOW


def test_two_transactions_that_ask_at_once_wait_for_each_other_and_make_one_message(calls):
    with Elsewhere() as other:
        with transaction.atomic():
            post("letter", 1, now=NOW)
            asked = other.start(lambda: post("letter", 1, now=NOW))
            assert not asked.done(after=0.3)
        assert asked.done(after=5)
    assert waiting() == [("letter", "1", 0)]


def test_a_message_that_a_change_leans_on_is_not_handled_before_that_change_is_there(calls):
    """Else the handler would not see the change, and nobody would come back for it."""
    from sociaal.outbox.relaying import relay_one

    with transaction.atomic():
        post("unknown", 1, now=NOW)
    with Elsewhere() as other, transaction.atomic():
        post("unknown", 1, now=NOW)
        found = other.start(lambda: relay_one(now=NOW))
        assert found.result(within=5) is None
