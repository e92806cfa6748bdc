"""A real worker, killed with `kill -9` in the middle of a rebuild; the broker loses everything meanwhile."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
import redis
from django.conf import settings
from django.utils import timezone

from regie.metrics.models import Figures, Spell
from regie.metrics.operations.rebuilding import rebuild_all
from regie.metrics.tasks import rebuild_figures
from sociaal.celery import app
from sociaal.outbox.models import Message
from sociaal.outbox.periods import last_run
from tests import databases
from tests.factories import make_case, make_member
from tests.regie.metrics.test_recounting import everything

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
ROOT = Path(__file__).resolve().parents[3]
PREFIX = settings.CELERY_BROKER_TRANSPORT_OPTIONS["global_keyprefix"]
WORKER = (
    "-m", "celery", "--quiet", "-A", "tests.regie.metrics.worker_app", "worker", "--concurrency", "1",
    "--without-gossip", "--without-mingle", "--loglevel", "WARNING",
)  # fmt: skip


@contextmanager
def worker() -> Iterator[subprocess.Popen]:
    """A worker of its own process group on this test's database; ended with the block."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.regie.metrics.worker_settings",
        "TEST_DATABASE": databases.MINE,
        "TEST_KEYPREFIX": PREFIX,
        "PYTHONWARNINGS": "ignore",
        "DATABASE_POOL_SIZE": "0",
    }
    process = subprocess.Popen([sys.executable, *WORKER], cwd=ROOT, env=environment, start_new_session=True)
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=10)


def flush_broker() -> int:
    """Lose all that is on this test's part of the broker; returns how many keys that were."""
    with redis.Redis.from_url(settings.CELERY_BROKER_URL) as broker:
        keys = list(broker.scan_iter(f"{PREFIX}*"))
        return broker.delete(*keys) if keys else 0


def until(found: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not found():
        assert time.monotonic() < deadline, list(Message.objects.values_list("key", "state", "attempts"))
        time.sleep(0.1)


def waiting(**facts: object) -> bool:
    return Message.objects.filter(state="waiting", **facts).exists()


def test_a_worker_killed_halfway_and_a_broker_that_lost_all_end_in_the_figures_of_a_fresh_rebuild():
    anna = make_member("anna")
    cases = sorted(make_case(anna, status="supported").pk for _turn in range(6))
    Message.objects.all().delete()
    flush_broker()

    with databases.connect(databases.MINE) as holder, worker() as first:
        # whoever counts the fourth case waits for us: halfway the second batch of three
        holder.execute("SELECT pg_advisory_lock(hashtext('metrics case'), %s::int)", [cases[3]])
        rebuild_figures()
        until(lambda: waiting(key=f"case:{cases[1]}", attempts=1) and blocked(holder))
        assert Spell.objects.values("case").distinct().count() == 2
        os.kill(first.pid, signal.SIGKILL)
        first.wait(timeout=10)
    flush_broker()
    assert waiting(topic="figures_rebuild"), "what was asked is still written down"

    Message.objects.filter(state="waiting").update(due_at=timezone.now())  # half a minute goes by
    with worker():
        app.send_task("sociaal.outbox.tasks.relay")  # beat's next round
        until(lambda: not waiting() and Figures.objects.filter(team=None).exists())

    counted, shown = everything(), Figures.objects.get(team=None)
    assert not Message.objects.exclude(state="done").exists()
    Spell.objects.all().delete()
    list(rebuild_all(now=shown.holds_until))
    assert everything() == counted
    assert Figures.objects.get(team=None).data == shown.data


def blocked(holder: psycopg.Connection) -> bool:
    """Whether somebody waits for a lock in this database."""
    row = holder.execute(
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND wait_event_type = 'Lock'"
    ).fetchone()
    return bool(row and row[0])


def test_a_change_is_counted_by_a_real_worker_within_ten_seconds():
    anna = make_member("anna")
    with worker():
        until(ready)
        began = timezone.now()
        make_case(anna)
        until(lambda: Figures.objects.filter(team=anna.team_id, data__open=1).exists(), seconds=30)
        figures = Figures.objects.get(team=anna.team_id)
    assert (figures.holds_until - began).total_seconds() < 10


def ready() -> bool:
    """Whether the worker takes work: its first canary came through."""
    return last_run("canary") is not None
