"""Thin leaves: what the clock asks of the file."""

from datetime import timedelta

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from cases.operations import contact_person, suspensions
from sociaal.outbox.periods import first_in_period


@shared_task
def end_quiet_terms() -> None:
    """Nightly: who had no open case for twelve months no longer has a fixed contact person.

    The claim of the day is in the transaction of the work: a killed worker leaves neither.
    """
    now = timezone.now()
    with transaction.atomic():
        if first_in_period("end_quiet_terms", timedelta(days=1), now=now):
            contact_person.end_quiet_terms(now=now)


@shared_task
def let_terms_run_again() -> None:
    """Nightly: a term that stood still until yesterday runs again, and we are waited for. Claimed so too."""
    now = timezone.now()
    with transaction.atomic():
        if first_in_period("let_terms_run_again", timedelta(days=1), now=now):
            suspensions.let_terms_run_again(now=now)
