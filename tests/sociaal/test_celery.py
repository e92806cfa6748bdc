"""What runs by the clock, and that a forked process opens connections of its own."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db.backends.postgresql.base import DatabaseWrapper

from sociaal.celery import app
from tests.clones import ROOT


def test_every_task_by_the_clock_exists():
    app.loader.import_default_modules()
    for name, entry in app.conf.beat_schedule.items():
        assert entry["task"] in app.tasks, name


def test_a_task_gets_less_than_half_the_time_after_which_it_is_delivered_again():
    assert app.conf.task_time_limit < settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"] / 2


def test_a_task_of_a_killed_worker_is_not_lost():
    assert app.conf.task_acks_late
    assert app.conf.task_reject_on_worker_lost


@pytest.fixture
def pooled(django_db_setup, django_db_blocker):
    """A connection as the product has it: through a pool, which is closed afterwards."""
    options = settings.DATABASES["default"]["OPTIONS"]
    with django_db_blocker.unblock():
        wrapper = DatabaseWrapper(
            {**settings.DATABASES["default"], "OPTIONS": options | {"pool": POOL}}, "default"
        )
        yield wrapper
        wrapper.close()
        wrapper.close_pool()


POOL = {"min_size": 1, "max_size": 1, "timeout": 5}


def backend(wrapper) -> int:
    with wrapper.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


def test_a_pool_hands_a_connection_back_and_out_again(pooled):
    first = backend(pooled)
    pooled.close()
    assert backend(pooled) == first


def test_no_pool_is_opened_before_there_is_a_question(pooled):
    assert "default" not in DatabaseWrapper._connection_pools
    assert isinstance(backend(pooled), int)
    assert "default" in DatabaseWrapper._connection_pools


def test_importing_the_web_application_opens_no_connection():
    """gunicorn and Celery fork after this; a connection from before would be shared by all."""
    code = (
        "import django.db.backends.postgresql.base as base, sociaal.wsgi, sociaal.celery\n"
        "from django.db import connections\n"
        "assert not base.DatabaseWrapper._connection_pools\n"
        "assert not [c for c in connections.all(initialized_only=True) if c.connection]\n"
    )
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "sociaal.settings", "DATABASE_POOL_SIZE": "4"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
