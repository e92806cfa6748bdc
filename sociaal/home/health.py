"""Is it alive, and can it do its work? For the supervisor, the container and whoever watches the servers."""

from collections.abc import Callable
from datetime import timedelta

import redis
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone

from sociaal.outbox.given_up import given_up
from sociaal.outbox.periods import last_run

FRESH = timedelta(minutes=3)
"""The canary flies every minute; three missed rounds are a fault."""

NIGHT = timedelta(hours=26)
"""A day and what a night may come later than the one before: summer time, a long rebuild."""
NIGHTLY = (
    "rebuild_figures",
    "end_quiet_terms",
    "let_terms_run_again",
    "sweep_drafts",
    "sweep_files",
    "sweep_outbox",
)

OK = "ok"
UNKNOWN = "unknown: the database does not answer"


@login_not_required
def healthz(request: HttpRequest) -> HttpResponse:
    """This process answers. Looks at nothing else, so that a database that is away restarts no web server."""
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
def readyz(request: HttpRequest) -> JsonResponse:
    """Each part by name: `ok` or what is wrong with it. Status 200 when all are, else 503."""
    checks: dict[str, Callable[[], str]] = {
        "database": _database,
        "broker": _broker,
        "worker": lambda: _ran_lately("canary"),
        "beat": lambda: _ran_lately("beat"),
        "nightly": _nightly,
        "given up": _given_up,
    }
    found = {name: check() for name, check in checks.items()}
    return JsonResponse(found, status=200 if set(found.values()) == {OK} else 503)


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "does not answer"
    return OK


def _broker() -> str:
    try:
        with redis.Redis.from_url(
            settings.CELERY_BROKER_URL, socket_timeout=2, socket_connect_timeout=2
        ) as broker:
            broker.ping()
    except redis.RedisError:
        return "does not answer"
    return OK


def _nightly() -> str:
    """The nightly work, by the row each task leaves once a day: a missing night shows."""
    states = {task: _ran_lately(task, NIGHT) for task in NIGHTLY}
    return next((f"{task}: {state}" for task, state in states.items() if state != OK), OK)


def _given_up() -> str:
    """Work that failed at every attempt: a letter not made, a figure not counted. `manage.py given_up` lists
    it and has it tried again.
    """
    try:
        number = given_up().count()
    except DatabaseError:
        return UNKNOWN
    return f"messages of the outbox: {number}" if number else OK


def _ran_lately(task: str, fresh: timedelta = FRESH) -> str:
    """The task's own row: a process that is up but whose queue stands still is not well."""
    try:
        last = last_run(task)
    except DatabaseError:
        return UNKNOWN
    if last is None:
        return "has not run yet"
    age = timezone.now() - last
    return OK if age < fresh else f"ran last {int(age.total_seconds())} seconds ago"
