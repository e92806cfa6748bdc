"""What both commands share: a file in, a bar, the refused rows in a file, and the count."""

import sys
from argparse import ArgumentParser
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from tqdm import tqdm

from intake.files.kinds import Taker
from intake.files.reading import CsvRows, text_of
from intake.files.refused import RefusedRows
from intake.files.taking import BATCH, Tally, take_batch
from sociaal.core.errors import DomainError


class FileCommand(BaseCommand):
    """A command that reads a file with `take_file`."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="CSV in UTF-8 with a header; semicolons or commas.")
        parser.add_argument(
            "--errors",
            type=Path,
            help="Where refused rows go, with their reason; else beside the file, as NAME.refused.csv.",
        )

    def take_file(self, path: Path, errors: Path | None, taker: Taker) -> Tally:
        """Do every row of the file. Rows done before, by this or an interrupted run, are counted as known."""
        errors = errors or path.with_suffix(".refused.csv")
        if errors.exists() and errors.resolve() == path.resolve():
            raise CommandError(_("The refused rows cannot go into the file that is read."))
        try:
            tally = _all_of(path, errors, taker)
        except DomainError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            words = {"path": error.filename or path, "reason": error.strerror}
            raise CommandError(_("%(path)s cannot be used: %(reason)s.") % words) from error
        self._say(tally, errors)
        return tally

    def _say(self, tally: Tally, errors: Path) -> None:
        text = _(
            "%(read)d rows: %(made)d new, %(joined)d joined to a report, %(known)d known already, "
            "%(refused)d refused."
        )
        self.stdout.write(text % vars(tally))
        if tally.doubtful:
            self.stdout.write(
                _("%(number)d new residents look like one we knew.") % {"number": tally.doubtful}
            )
        if tally.refused:
            self.stderr.write(_("Refused rows, to correct and give again: %(path)s") % {"path": errors})


def _all_of(path: Path, errors: Path, taker: Taker) -> Tally:
    whole = Tally()
    with ExitStack() as stack:
        file = stack.enter_context(path.open("rb"))
        bar = stack.enter_context(
            tqdm(desc=path.name, total=path.stat().st_size, unit="B", unit_scale=True, file=sys.stderr,
                 disable=None)
        )  # fmt: skip
        text = text_of(file)
        rows = CsvRows(iter(text.readline, ""), taker.columns)
        refused = _Later(errors, rows, stack)
        following = iter(rows)
        while batch := list(islice(following, BATCH)):
            tally, wrong = take_batch(batch, taker, now=timezone.now())
            for row, reason in wrong:
                refused.add(row, reason)
            whole.add(tally)
            bar.update(min(file.tell(), path.stat().st_size) - bar.n)
            bar.set_postfix(rows=whole.read, refused=whole.refused)
    return whole


class _Later:
    """The file of refused rows, made at the first one; an older file of that name is replaced."""

    def __init__(self, path: Path, rows: CsvRows, stack: ExitStack) -> None:
        self.path, self.rows, self.stack = path, rows, stack
        self.writer: RefusedRows | None = None
        self.file: TextIO | None = None

    def add(self, row: Any, reason: str) -> None:
        if self.writer is None or self.file is None:
            opened = self.path.open("w", encoding="utf-8-sig", newline="")
            self.file = self.stack.enter_context(opened)
            self.writer = RefusedRows(self.file, self.rows.header, self.rows.delimiter)
        self.writer.add(row, reason)
        self.file.flush()
