"""`manage.py import_backlog FILE [--errors FILE]`: reports that wait in the system before."""

from pathlib import Path
from typing import Any

from intake.files.command import FileCommand
from intake.files.kinds import BacklogTaker


class Command(FileCommand):
    help = (
        "Brings a backlog of reports into the inboxes, row by row; see docs/files.md for the columns. "
        "Refused rows go to a file, to correct and give again. The same row twice makes one report."
    )

    def handle(self, *args: Any, file: Path, errors: Path | None, **options: Any) -> None:
        self.take_file(file, errors, BacklogTaker())
