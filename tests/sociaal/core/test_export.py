import csv
import datetime as dt
import io
import itertools
import re
import zipfile
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociaal.core.export import csv_lines, csv_response, export_response, plain, write_xlsx, xlsx_response

MOMENT = dt.datetime(2026, 11, 21, 13, 3, tzinfo=dt.UTC)


def sheet_of(rows: list[list[object]]) -> str:
    file = io.BytesIO()
    write_xlsx(file, ["kop"], rows)
    with zipfile.ZipFile(file) as book:
        return book.read("xl/worksheets/sheet1.xml").decode()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        ("de Vries", "de Vries"),
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+31 6 12", "'+31 6 12"),
        ("-", "'-"),
        ("\t=1", "'\t=1"),
        ("-12", "-12"),
        ("-12,5", "-12,5"),
        (-3, -3),
        (dt.date(2026, 11, 21), dt.date(2026, 11, 21)),
        (MOMENT, dt.datetime(2026, 11, 21, 14, 3)),  # noqa: DTZ001 - a file shows local time without zone
    ],
)
def test_a_cell_is_shown_as_a_person_reads_it(value, shown):
    assert plain(value) == shown


def test_a_csv_file_opens_right_in_a_dutch_spreadsheet():
    lines = "".join(csv_lines(["naam", "dagen"], [["Łukasz; José", 2.5], ["x", MOMENT]]))
    assert lines == '\ufeffnaam;dagen\r\n"Łukasz; José";2,5\r\nx;2026-11-21 14:03\r\n'


@given(st.lists(st.lists(st.text(), min_size=1, max_size=3), max_size=5))
def test_no_cell_of_a_csv_file_is_a_formula(rows):
    text = "".join(csv_lines(["kop"], rows)).removeprefix("\ufeff")
    for cell in itertools.chain.from_iterable(csv.reader(io.StringIO(text, newline=""), delimiter=";")):
        assert cell[:1] not in "=@\t\r\n+-" or not cell or re.fullmatch(r"[+-]?\d+([.,]\d+)?", cell)


def test_csv_rows_are_asked_for_one_at_a_time():
    asked: list[int] = []

    def rows() -> Iterator[list[int]]:
        for number in itertools.count():
            asked.append(number)
            yield [number]

    lines = csv_lines(["n"], rows())
    assert [next(lines), next(lines)] == ["\ufeffn\r\n", "0\r\n"]
    assert asked == [0]


def test_a_workbook_holds_text_as_text_and_no_formula():
    sheet = sheet_of([["=1+1"], ["https://example.org"], ["012"]])
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert "=1+1" in sheet
    assert "<t>012</t>" in sheet


def test_a_workbook_holds_numbers_and_dates_as_numbers():
    sheet = sheet_of([[12], [dt.date(2026, 11, 21)]])
    assert "<v>12</v>" in sheet
    assert "<v>46347</v>" in sheet


def test_the_files_are_saved_under_the_name_of_the_list():
    assert (
        csv_response("mijn-werk", ["a"], [])["Content-Disposition"] == 'attachment; filename="mijn-werk.csv"'
    )
    response = xlsx_response("mijn-werk", ["a"], [["b"]])
    assert "mijn-werk.xlsx" in response["Content-Disposition"]
    assert b"".join(response.streaming_content)[:2] == b"PK"
    response.close()


def test_only_a_known_kind_of_file_is_made():
    assert export_response("", "x", ["a"], []) is None
    assert export_response("exe", "x", ["a"], []) is None
    assert export_response("csv", "x", ["a"], []) is not None
