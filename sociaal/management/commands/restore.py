"""`manage.py restore FILE`: put a backup back, or try whether it could be."""

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sociaal.core.errors import Refused
from sociaal.safekeeping.restoring import Restored, restore


class Command(BaseCommand):
    help = (
        "Restores a backup into a new database and looks whether everything is there; then it takes the "
        "place of the one that DATABASE_URL names. All or nothing. Read docs/operations.md first."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--replace", default="", metavar="NAME", help="the database that is not empty")
        parser.add_argument("--trial", action="store_true", help="do all but the swap, and keep nothing")
        parser.add_argument(
            "--send-waiting",
            action="store_true",
            help="nothing ran after this backup was made: send the e-mails that wait in it",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.monotonic()
        say = self._say if options["verbosity"] else (lambda line: None)
        try:
            done = restore(
                options["file"],
                replace=options["replace"],
                trial=options["trial"],
                send_waiting=options["send_waiting"],
                now=timezone.now(),
                say=lambda step: say(f"{step} ..."),
            )
        except Refused as refusal:
            raise CommandError(_("%(refusal)s Nothing has changed.") % {"refusal": refusal}) from refusal
        say(_("Done in %(seconds).1f seconds.") % {"seconds": time.monotonic() - began})
        for line in _told(done, trial=options["trial"]):
            say(line)

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _told(done: Restored, *, trial: bool) -> list[str]:
    """What was restored, and what is left to do."""
    facts = {
        "rows": done.manifest.total,
        "moment": date_format(timezone.localtime(done.manifest.moment), "j F Y H:i:s"),
    }
    if trial:
        return [
            _("This backup can be restored: %(rows)d rows as they were on %(moment)s. "
              "Nothing of it was kept.") % facts
        ]  # fmt: skip
    lines = [
        _("%(rows)d rows are back as they were on %(moment)s. What was recorded after that is not.") % facts,
        _("Everybody signs in anew. The figures are counted anew as soon as the worker runs."),
    ]
    if done.migrated:
        lines.append(
            ngettext(
                "%(count)d migration of this version ran on it.",
                "%(count)d migrations of this version ran on it.",
                done.migrated,
            )
            % {"count": done.migrated}
        )
    if done.held_back:
        lines.append(
            ngettext(
                "%(count)d e-mail that waited was not sent: it may have gone out after the backup.",
                "%(count)d e-mails that waited were not sent: they may have gone out after the backup.",
                done.held_back,
            )
            % {"count": done.held_back}
        )
    if done.kept:
        lines.append(
            _("What stood there before is now called %(name)s. Remove it when all is well: dropdb %(name)s.")
            % {"name": done.kept}
        )
    return lines
