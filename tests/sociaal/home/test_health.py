"""`/healthz` says that it is alive; `/readyz` what works and what does not, each by name."""

from datetime import timedelta

import pytest
import redis
from django.db import DatabaseError
from django.utils import timezone

from sociaal.home import health
from sociaal.outbox.models import Message, PeriodRun
from sociaal.outbox.tasks import canary

ALL_WELL = dict.fromkeys(("database", "broker", "worker", "beat", "nightly", "given up"), "ok")


def a_night(ago: timedelta) -> None:
    """The nightly tasks ran so long ago."""
    at = timezone.now() - ago
    for task in health.NIGHTLY:
        PeriodRun.objects.create(task=task, period_start=at, ran_at=at)


def test_alive_needs_no_database_and_no_sign_in(client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok")


@pytest.mark.django_db
def test_ready_once_a_canary_flew(client):
    a_night(timedelta(hours=9))
    canary()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, ALL_WELL)


@pytest.mark.django_db
def test_a_canary_of_the_worker_itself_says_nothing_about_beat(client):
    a_night(timedelta(hours=9))
    canary(sender="worker")
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == ALL_WELL | {"beat": "has not run yet"}


@pytest.mark.django_db
@pytest.mark.parametrize(("minutes", "status"), [(2, 200), (4, 503)])
def test_a_canary_is_fresh_for_three_minutes(client, minutes, status):
    at = timezone.now() - timedelta(minutes=minutes)
    for task in ("canary", "beat", *health.NIGHTLY):
        PeriodRun.objects.create(task=task, period_start=at, ran_at=at)
    answer = client.get("/readyz")
    assert answer.status_code == status
    assert (answer.json()["worker"] == "ok") == (status == 200)


@pytest.mark.django_db
def test_a_night_without_its_work_is_named(client):
    a_night(timedelta(hours=27))
    canary()
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["nightly"].startswith("rebuild_figures: ran last ")


@pytest.mark.django_db
def test_work_that_was_given_up_is_counted(client):
    a_night(timedelta(hours=9))
    canary()
    now = timezone.now()
    for key, state in enumerate(("dead", "dead", "done", "waiting")):
        Message.objects.create(topic="letter", key=str(key), state=state, created_at=now, due_at=now)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == ALL_WELL | {"given up": "messages of the outbox: 2"}


@pytest.mark.django_db
def test_a_broker_that_is_away_is_named(client, settings):
    a_night(timedelta(hours=9))
    canary()
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:9/0"
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == ALL_WELL | {"broker": "does not answer"}


def test_a_database_that_is_away_is_named_and_the_rest_still_answers(client, monkeypatch):
    def away(*args):
        raise DatabaseError

    monkeypatch.setattr(health.connection, "cursor", away)
    monkeypatch.setattr(health, "last_run", away)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    unknown = "unknown: the database does not answer"
    assert answer.json() == {
        "database": "does not answer",
        "broker": "ok",
        "worker": unknown,
        "beat": unknown,
        "nightly": f"rebuild_figures: {unknown}",
        "given up": unknown,
    }


def test_what_the_broker_says_wrong_is_no_error_page(client, monkeypatch):
    def broken(self):
        raise redis.ResponseError

    monkeypatch.setattr(redis.Redis, "ping", broken)
    assert health._broker() == "does not answer"
