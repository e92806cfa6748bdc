"""A file as CSV records, each with the line of the file where it begins; one at a time in memory."""

import csv
from collections.abc import Callable, Iterator
from typing import BinaryIO

from django.utils.translation import gettext as _

from regie.metrics.event_log.refusals import LogRefused

LONGEST_LINE = 1024 * 1024
"""Bytes. A longer line is not a line of an event log, and would have to be held in memory whole."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"

Progress = Callable[[int], object]
"""Told how many bytes (or cases) were done since the last time."""


def read_records(
    file: BinaryIO, *, encoding: str, delimiter: str, progress: Progress
) -> Iterator[tuple[int, list[str]]]:
    """The records of `file`, header included, as (line, fields); empty lines are left out.

    A record may span lines where a field is quoted. Raises LogRefused for text in another encoding, for what
    is not CSV, and for a file that ends inside a quoted field.
    """
    begins = 1
    records = csv.reader(_lines(file, encoding, progress), delimiter=delimiter, strict=True)
    try:
        for fields in records:
            if fields:
                yield begins, fields
            begins = records.line_num + 1
    except csv.Error as error:
        raise LogRefused(
            _("this is not valid CSV. A quote may not be closed, or the file is cut off here."), line=begins
        ) from error


def _lines(file: BinaryIO, encoding: str, progress: Progress) -> Iterator[str]:
    number = 0
    while raw := file.readline(LONGEST_LINE):
        number += 1
        progress(len(raw))
        if len(raw) == LONGEST_LINE and not raw.endswith(b"\n"):
            raise LogRefused(_("this line is too long to be a line of an event log."), line=number)
        if number == 1 and encoding.lower().replace("_", "-") in ("utf-8", "utf8"):
            raw = raw.removeprefix(BYTE_ORDER_MARK)
        yield _decoded(raw, encoding, number)


def _decoded(raw: bytes, encoding: str, number: int) -> str:
    try:
        line = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise LogRefused(
            _("this is not %(encoding)s text. Name the file's encoding in the mapping, as format.encoding.")
            % {"encoding": encoding},
            line=number,
        ) from error
    if "\0" in line:
        raise LogRefused(_("this line has a NUL character, so it is not plain text."), line=number)
    return line
