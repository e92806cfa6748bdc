"""Thin leaves: what the clock asks of the figures. The work itself goes through the outbox."""

from datetime import timedelta

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from regie.metrics.handlers import ask_for_figures
from regie.metrics.operations.rebuilding import start_rebuild
from sociaal.accounts.models import Team
from sociaal.outbox.periods import first_in_period


@shared_task
def rebuild_figures() -> None:
    """Nightly: count everything anew. Claim and request are one transaction; asked twice it runs once."""
    now = timezone.now()
    with transaction.atomic():
        if first_in_period("rebuild_figures", timedelta(days=1), now=now):
            start_rebuild(now=now)


@shared_task
def refresh_figures() -> None:
    """Hourly: who waits, waits longer, also when nothing happens."""
    now = timezone.now()
    with transaction.atomic():
        if first_in_period("refresh_figures", timedelta(hours=1), now=now):
            ask_for_figures(set(Team.objects.values_list("pk", flat=True)), now, pause=timedelta())
