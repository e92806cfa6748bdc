"""Refused rows as a file of the same form, with the reason behind: to be corrected and given again."""

import csv
import io
from collections.abc import Sequence
from typing import TextIO

from intake.files.reading import REASON, Row
from sociaal.core.export import plain


class RefusedRows:
    """Writes to `file`, the header with the first row; `count` rows so far."""

    def __init__(self, file: TextIO, header: Sequence[str], delimiter: str, *, count: int = 0) -> None:
        self.columns = [name for name in header if name != REASON]
        self.count = count
        self._writer = csv.writer(file, delimiter=delimiter)

    def add(self, row: Row, reason: str) -> None:
        """One row, as it was, and why it was refused; the line of the file stands in the reason."""
        if self.count == 0:
            self._writer.writerow([*self.columns, REASON])
        cells = [plain(row.cells.get(name, "")) for name in self.columns]
        self._writer.writerow([*cells, f"{row.line}: {reason}"])
        self.count += 1


def as_text(rows: Sequence[tuple[Row, str]], header: Sequence[str], delimiter: str, *, count: int = 0) -> str:
    """The same as text, to go on from `count` rows before."""
    file = io.StringIO(newline="")
    refused = RefusedRows(file, header, delimiter, count=count)
    for row, reason in rows:
        refused.add(row, reason)
    return file.getvalue()
