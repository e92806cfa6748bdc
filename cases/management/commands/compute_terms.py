"""`manage.py compute_terms FILE [--json]`: the day on which each term of a sheet ends, with its article.

It counts with the administrator's table of decreed days. Where there is no database yet, with the days known
at release, and says so.
"""

import json
from argparse import ArgumentParser
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils.translation import gettext as _

from cases.queries.calendar_days import decreed_days
from cases.terms import DECREED_DAYS
from cases.terms.sheet import SheetLine, compute_sheet
from sociaal.core.errors import Refused


class Command(BaseCommand):
    help = (
        "Compute statutory terms: a CSV with the columns law,term,start,events in, due dates with their"
        " article out. events: from..until pairs; a term stands still from the first day, and runs again on"
        " the second."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="The sheet of terms.")
        parser.add_argument("--json", action="store_true", help="Print one JSON list.")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            with file.open(encoding="utf-8-sig", newline="") as lines:
                computed = list(compute_sheet(lines, self._decreed()))
        except Refused as error:
            raise CommandError(str(error)) from error
        except UnicodeDecodeError as error:
            raise CommandError(_("%(path)s is not utf-8.") % {"path": file}) from error
        except OSError as error:
            raise CommandError(
                _("%(path)s cannot be read: %(reason)s.") % {"path": file, "reason": error.strerror}
            ) from error
        if options["json"]:
            self.stdout.write(json.dumps([_as_json(one) for one in computed], ensure_ascii=False, indent=1))
            return
        for one in computed:
            self.stdout.write(f"{one.line}: {one.due.term} {one.due.date} {one.due.explanation}")

    def _decreed(self) -> Collection[date]:
        try:
            return decreed_days()
        except DatabaseError:
            self.stderr.write(_("The table of days cannot be read: these are the days known at release."))
            return DECREED_DAYS


def _as_json(one: SheetLine) -> dict[str, Any]:
    due = one.due
    return {
        "line": one.line,
        "law": one.law,
        "term": str(due.term),
        "start": due.start.isoformat(),
        "due": due.date.isoformat(),
        "article": due.article,
        "valid_from": due.valid_from.isoformat(),
        "valid_until": due.version.valid_until.isoformat() if due.version.valid_until else None,
        "suspended_days": due.suspended_days,
        "explanation": due.explanation,
    }
