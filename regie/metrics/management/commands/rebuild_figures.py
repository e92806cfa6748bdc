"""`manage.py rebuild_figures`: count everything anew, here and now, as the worker does each night."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from regie.metrics.operations.rebuilding import rebuild_all


class Command(BaseCommand):
    help = (
        "Counts all figures anew from the event log. Safe at any time, also beside a running worker; each "
        "batch is kept as soon as it is done, and starting again after an interruption does no harm."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        for place in rebuild_all(now=timezone.now()):
            if options["verbosity"]:
                self.stdout.write(f"done: {place}")
        self.stdout.write(self.style.SUCCESS("All figures are counted anew."))
