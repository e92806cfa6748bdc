"""`manage.py load_demo`: Voorbeeldstad, for whoever wants to see the product with people in it."""

import time
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from sociaal.core.errors import Refused
from sociaal.home.demo.loading import Progress, Size, is_loaded, load


class Command(BaseCommand):
    help = (
        "Loads the fictional municipality Voorbeeldstad through the ordinary operations, with a simulated "
        "clock. The same seed and last day give the same town. A town that is there stays; a half-loaded one "
        "is completed. Only with the demo setting on, and never beside other residents."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--cases", type=int, default=1000)
        parser.add_argument("--residents", type=int, default=600)
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--today", type=date.fromisoformat, help="last day (YYYY-MM-DD); else today")

    def handle(self, *args: Any, **options: Any) -> None:
        if is_loaded():
            self._say(options, _("Voorbeeldstad is there already."))
            return
        now, began = timezone.now(), time.monotonic()
        today = options["today"] or timezone.localdate(now)
        size = Size(options["seed"], today, options["cases"], options["residents"])
        said = -1
        try:
            for progress in load(size, now=now):
                tenth = progress.done * 10 // progress.steps
                if tenth > said:
                    said = tenth
                    self._say(options, _line(progress, time.monotonic() - began))
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self._say(
            options,
            _("Voorbeeldstad is complete, after %(seconds)d s.") % {"seconds": time.monotonic() - began},
        )

    def _say(self, options: dict[str, Any], line: str) -> None:
        if options["verbosity"]:
            self.stdout.write(line)
            self.stdout.flush()


def _line(progress: Progress, seconds: float) -> str:
    return _("Voorbeeldstad: %(opened)d of %(cases)d cases, %(seconds)d s") % {
        "opened": progress.opened, "cases": progress.cases, "seconds": seconds,
    }  # fmt: skip
