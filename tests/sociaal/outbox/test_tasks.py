"""The tasks of the outbox: the canary's rows and the broom."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sociaal.outbox.models import Effect, Message, PeriodRun
from sociaal.outbox.periods import last_run
from sociaal.outbox.tasks import canary, sweep_outbox

pytestmark = pytest.mark.django_db


def test_the_canary_leaves_a_row_for_the_queue_and_one_for_beat():
    canary(sender="worker")
    assert last_run("canary") is not None
    assert last_run("beat") is None
    canary()
    assert last_run("beat") is not None


def message(key, state, days):
    at = timezone.now() - timedelta(days=days)
    Message.objects.create(topic="t", key=key, state=state, created_at=at, due_at=at, done_at=at)


def test_the_broom_takes_what_is_done_for_a_month_and_leaves_what_was_given_up():
    message("old", "done", 31)
    message("young", "done", 29)
    message("given up", "dead", 31)
    long_ago = timezone.now() - timedelta(days=31)
    Effect.objects.create(key="old", effect="e", done_at=long_ago)
    PeriodRun.objects.create(task="canary", period_start=long_ago, ran_at=long_ago)
    sweep_outbox()
    assert set(Message.objects.values_list("key", flat=True)) == {"young", "given up"}
    assert not Effect.objects.exists()
    assert set(PeriodRun.objects.values_list("task", flat=True)) == {"sweep_outbox"}


def test_the_broom_sweeps_once_a_day():
    sweep_outbox()
    message("old", "done", 31)
    sweep_outbox()
    assert Message.objects.exists()
