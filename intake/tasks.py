"""Thin leaves: what the clock asks of the way in."""

from datetime import timedelta

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from intake.operations import waiting_drafts
from intake.operations.imports import forget_refused
from sociaal.outbox.periods import first_in_period

ROUND = timedelta(minutes=15)


@shared_task
def enter_inbox() -> None:
    """Each quarter of an hour: questions that somebody typed a working day ago and did not send.

    The claim comes first: a round that is killed halfway leaves whole questions; the next one does the rest.
    """
    now = timezone.now()
    if first_in_period("enter_inbox", ROUND, now=now):
        waiting_drafts.enter_inbox_when_due(now=now)


@shared_task
def sweep_drafts() -> None:
    """Nightly: empty drafts go."""
    now = timezone.now()
    with transaction.atomic():
        if first_in_period("sweep_drafts", timedelta(days=1), now=now):
            waiting_drafts.sweep(now=now)


@shared_task
def sweep_files() -> None:
    """Nightly: refused rows of files that were read a month ago go; they are about people."""
    now = timezone.now()
    with transaction.atomic():
        if first_in_period("sweep_files", timedelta(days=1), now=now):
            forget_refused(now=now)
