"""Celery: worker and beat. Settings with the prefix `CELERY_` are its own."""

import os
import signal

from celery import Celery, signals
from celery.schedules import crontab

from sociaal.embedded.processes import dies_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sociaal.settings")

app = Celery("sociaal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

app.conf.beat_schedule = {
    "canary": {"task": "sociaal.outbox.tasks.canary", "schedule": 60, "options": {"expires": 50}},
    "relay": {"task": "sociaal.outbox.tasks.relay", "schedule": 5, "options": {"expires": 4}},
    "refresh-figures": {"task": "regie.metrics.tasks.refresh_figures", "schedule": crontab(minute=30)},
    "rebuild-figures": {"task": "regie.metrics.tasks.rebuild_figures", "schedule": crontab(hour=2, minute=0)},
    "end-quiet-terms": {"task": "cases.tasks.end_quiet_terms", "schedule": crontab(hour=2, minute=40)},
    "let-terms-run-again": {
        "task": "cases.tasks.let_terms_run_again",
        "schedule": crontab(hour=2, minute=45),
    },
    "drafts-to-inbox": {"task": "intake.tasks.enter_inbox", "schedule": crontab(minute="*/15")},
    "sweep-drafts": {"task": "intake.tasks.sweep_drafts", "schedule": crontab(hour=3, minute=0)},
    "sweep-files": {"task": "intake.tasks.sweep_files", "schedule": crontab(hour=3, minute=5)},
    "sweep-outbox": {"task": "sociaal.outbox.tasks.sweep_outbox", "schedule": crontab(hour=3, minute=10)},
}
"""What runs by the clock. What is late is dropped: the next round does the same work."""

NIGHTLY = (
    "rebuild-figures",
    "end-quiet-terms",
    "let-terms-run-again",
    "sweep-drafts",
    "sweep-files",
    "sweep-outbox",
)
"""Once a day each, however often asked: a row per task and day is the claim."""


@signals.worker_ready.connect
def _fly_at_once(**kwargs: object) -> None:
    """A canary at the start, so that `/readyz` need not wait for the first full minute."""
    app.send_task("sociaal.outbox.tasks.canary", kwargs={"sender": "worker"}, expires=50)


@signals.beat_init.connect
def _beat_at_once(**kwargs: object) -> None:
    app.send_task("sociaal.outbox.tasks.canary", kwargs={"sender": "beat"}, expires=50)
    for name in NIGHTLY:  # what a night without us left behind
        app.send_task(app.conf.beat_schedule[name]["task"], expires=3600)


@signals.worker_process_init.connect
def _end_with_the_worker(**kwargs: object) -> None:
    """A process of the worker's pool ends with the worker, also when that one was killed."""
    dies_with_parent(signal.SIGKILL, os.getppid())()
