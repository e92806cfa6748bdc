"""Lists as files: CSV that opens right in Excel, and XLSX. Rows stream through; neither holds them all.

No cell can become a formula: what starts like one is written as text (CSV injection, OWASP).
"""

import csv
import datetime as dt
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import xlsxwriter
from django.http import FileResponse, StreamingHttpResponse
from django.utils import timezone

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class _Line:
    """A file that gives back what is written to it, for csv.writer to stream."""

    def write(self, text: str) -> str:
        return text


def plain(value: Any) -> Any:
    """A cell as a file shows it: local time without zone, text that no program takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return timezone.localtime(value).replace(tzinfo=None) if timezone.is_aware(value) else value
    if isinstance(value, (bool, int, float, dt.date)):
        return value
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) and not _PLAIN_NUMBER.fullmatch(text) else text


def csv_lines(headers: Sequence[Any], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The lines of the file, semicolons between cells, with the mark that makes Excel read UTF-8."""
    writer = csv.writer(_Line(), delimiter=";")
    yield "\ufeff" + writer.writerow([plain(cell) for cell in headers])
    for row in rows:
        yield writer.writerow([_csv_cell(cell) for cell in row])


def _csv_cell(cell: Any) -> Any:
    value = plain(cell)
    if isinstance(value, dt.datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return str(value).replace(".", ",") if isinstance(value, float) else value


def csv_response(name: str, headers: Sequence[Any], rows: Iterable[Sequence[Any]]) -> StreamingHttpResponse:
    """The rows as a CSV file to save; `name` without extension."""
    response = StreamingHttpResponse(csv_lines(headers, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def xlsx_response(name: str, headers: Sequence[Any], rows: Iterable[Sequence[Any]]) -> FileResponse:
    """The rows as an XLSX file to save; `name` without extension. Written to a temporary file, row by row."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - FileResponse closes it
    write_xlsx(file, headers, rows)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX_TYPE)


def write_xlsx(file: Any, headers: Sequence[Any], rows: Iterable[Sequence[Any]]) -> None:
    """Write the workbook to an open binary file. Text stays text, never a formula or link."""
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    with xlsxwriter.Workbook(file, options) as book:
        sheet, moment = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, [str(header) for header in headers], book.add_format({"bold": True}))
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                value = plain(cell)
                sheet.write(number, column, value, moment if isinstance(value, dt.datetime) else None)


def export_response(kind: str, name: str, headers: Sequence[Any], rows: Iterable[Sequence[Any]]) -> Any:
    """The file that `?format=` asks for, or None when it asks for none."""
    makers = {"csv": csv_response, "xlsx": xlsx_response}
    return makers[kind](name, headers, rows) if kind in makers else None
