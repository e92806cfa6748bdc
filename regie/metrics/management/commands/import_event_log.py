"""`manage.py import_event_log FILE --mapping FILE.toml [--json]`: a baseline from the system before."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from tqdm import tqdm

from regie.metrics.event_log.mapping import read_mapping
from regie.metrics.models import Baseline
from regie.metrics.operations.baseline import import_event_log
from regie.metrics.queries.baseline import published
from sociaal.core.errors import DomainError


class Command(BaseCommand):
    help = "Import an event log (CSV) of the system before as a baseline: all of it, or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="The event log.")
        parser.add_argument("--mapping", type=Path, required=True, help="TOML file: which column is what.")
        parser.add_argument("--json", action="store_true", help="Print the figures as one JSON object.")

    def handle(self, *args: Any, file: Path, mapping: Path, **options: Any) -> None:
        try:
            baseline, is_new = self._import(file, mapping)
        except DomainError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(
                _("%(path)s cannot be read: %(reason)s.") % {"path": file, "reason": error.strerror}
            ) from error
        if not is_new:
            known = _("This file was imported before with this mapping. Nothing was changed.")
            self.stderr.write(known, self.style.WARNING)
        figures = published(baseline)
        self.stdout.write(json.dumps(figures, ensure_ascii=False) if options["json"] else _summary(baseline))

    def _import(self, file: Path, mapping: Path) -> tuple[Baseline, bool]:
        checked = read_mapping(mapping)
        with (
            file.open("rb") as log,
            _bar(_("Reading the file"), "B", file.stat().st_size) as read,
            _bar(_("Storing the cases"), "") as traced,
        ):
            return import_event_log(
                file=log,
                mapping=checked,
                by=None,
                now=timezone.now(),
                on_read=read.update,
                on_traced=traced.update,
            )


def _bar(label: str, unit: str, total: int | None = None) -> "tqdm[Any]":
    """A progress bar on standard error, so that standard output stays clean; none where nobody looks."""
    return tqdm(desc=label, total=total, unit=unit, unit_scale=True, file=sys.stderr, disable=None)


def _summary(baseline: Baseline) -> str:
    figures = baseline.figures
    return _(
        "%(name)s: %(cases)d cases, %(events)d events, %(ended)d ended, %(late)d after their deadline."
    ) % {
        "name": baseline.name,
        "cases": figures["cases"],
        "events": figures["events"],
        "ended": figures["ended"],
        "late": figures["ended_after_deadline"],
    }
