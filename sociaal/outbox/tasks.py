"""Thin leaves: the relay that empties the outbox, the canary that shows the queue flows, the yearly broom."""

from datetime import timedelta

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from sociaal.outbox import periods, relaying
from sociaal.outbox.models import Effect, Message, PeriodRun

KEEP = timedelta(days=30)


SOON = timedelta(seconds=4)
"""What is due within this time is waited for by a call of its own; later things by beat's round."""


@shared_task
def relay() -> None:
    """Handle what is due. Called after each change, and by beat for what a lost call left behind.

    A round that did something calls the next one for what came due soon after it (a delayed message, or more
    than one round may handle). A round that found nothing calls nobody, so calls cannot multiply.
    """
    if relaying.relay_all(now=timezone.now()):
        wait = relaying.next_due(timezone.now(), SOON)
        if wait is not None:
            seconds = wait.total_seconds() + 0.05
            relay.apply_async(countdown=seconds, expires=seconds + 30, retry=False, ignore_result=True)


@shared_task
def canary(sender: str = "beat") -> None:
    """Went through broker and worker: `/readyz` reads the rows it leaves, one for the queue, one for beat."""
    now = timezone.now()
    periods.first_in_period("canary", timedelta(minutes=1), now=now)
    if sender == "beat":
        periods.first_in_period("beat", timedelta(minutes=1), now=now)


@shared_task
def sweep_outbox() -> None:
    """Nightly: remove what is done and older than 30 days; what was given up stays until a person looked."""
    now = timezone.now()
    before = now - KEEP
    with transaction.atomic():
        if periods.first_in_period("sweep_outbox", timedelta(days=1), now=now):
            Message.objects.filter(state=Message.State.DONE, done_at__lt=before).delete()
            Effect.objects.filter(done_at__lt=before).delete()
            PeriodRun.objects.filter(ran_at__lt=before).delete()
