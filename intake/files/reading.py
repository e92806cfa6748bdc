"""A CSV file, row by row. Nothing of it is held but the row at hand."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _

from sociaal.core.errors import Refused
from sociaal.core.export import FORMULA_STARTS

REASON = "reason"
"""The column that a file of refused rows has more; when the file comes back it is passed over."""
LONGEST_CELL = 20_000
UNREADABLE = "\ufffd"


@dataclass(frozen=True)
class Row:
    """One row as it stood in the file. `wrong`: why it cannot be read at all, else ""."""

    line: int
    cells: Mapping[str, str]
    wrong: str = ""


@dataclass(frozen=True)
class Columns:
    """The columns of a kind of file: those that must be there, and all that may be."""

    required: tuple[str, ...]
    known: tuple[str, ...]


class CsvRows:
    """The rows of a file with a header; `header` and `delimiter` are known once it is made.

    Raises Refused, naming the column, for a file whose header is not as described.
    """

    def __init__(self, lines: Iterable[str], columns: Columns) -> None:
        following = iter(lines)
        first = next(following, "")
        self.delimiter = ";" if first.count(";") >= first.count(",") else ","
        self.header = [
            name.strip().lower() for name in next(csv.reader([first], delimiter=self.delimiter), [])
        ]
        self._check(columns)
        self._reader = csv.reader(following, delimiter=self.delimiter)

    def _check(self, columns: Columns) -> None:
        names = [name for name in self.header if name != REASON]
        if not any(names):
            raise Refused(_("The file is empty, or has no header."))
        for name in names:
            if name not in columns.known:
                raise Refused(
                    _("There is a column “%(name)s” that we do not know. The columns are: %(known)s.")
                    % {"name": name, "known": ", ".join(columns.known)}
                )
            if names.count(name) > 1:
                raise Refused(_("The column “%(name)s” is there twice.") % {"name": name})
        for name in columns.required:
            if name not in names:
                raise Refused(_("The column “%(name)s” is missing.") % {"name": name})

    def __iter__(self) -> Iterator[Row]:
        while True:
            try:
                cells = next(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise Refused(
                    _("Line %(line)d cannot be read as CSV: %(error)s.")
                    % {"line": self._reader.line_num + 1, "error": error}
                ) from None
            if any(cell.strip() for cell in cells):
                yield self._row(cells)

    def _row(self, cells: list[str]) -> Row:
        line = self._reader.line_num + 1
        named = dict(zip(self.header, map(_without_mark, cells), strict=False))
        named.pop(REASON, None)
        return Row(line, named, self._what_is_wrong(cells))

    def _what_is_wrong(self, cells: list[str]) -> str:
        if len(cells) != len(self.header):
            return _("%(found)d cells where the header has %(expected)d.") % {
                "found": len(cells), "expected": len(self.header)}  # fmt: skip
        if any(UNREADABLE in cell or "\0" in cell for cell in cells):
            return _("There are signs in it that are no text. Save the file as CSV in UTF-8.")
        if any(len(cell) > LONGEST_CELL for cell in cells):
            return _("A cell is longer than %(longest)d signs.") % {"longest": LONGEST_CELL}
        return ""


def text_of(file: BinaryIO) -> io.TextIOWrapper:
    """The text of a file in UTF-8, with or without a mark at its start. What is no text shows as such."""
    return io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")


def _without_mark(cell: str) -> str:
    """A cell without the mark that keeps a spreadsheet from taking text for a formula."""
    text = cell.strip()
    return text[1:] if text[:1] == "'" and text[1:2] in FORMULA_STARTS else text
