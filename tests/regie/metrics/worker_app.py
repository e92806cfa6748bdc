"""The product's Celery app with batches of two: a rebuild of a few cases can be interrupted halfway."""

from typing import Any

from celery import signals

from sociaal.celery import app

__all__ = ["app"]


@signals.worker_process_init.connect
def _small_batches(**kwargs: Any) -> None:
    from regie.metrics.operations import rebuilding

    rebuilding.BATCH = 2
