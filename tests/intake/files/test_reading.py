"""CSV as people have it: either delimiter, with or without a mark, quoted lines, and what cannot be read."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.files.reading import Columns, CsvRows, text_of
from intake.files.refused import as_text
from sociaal.core.errors import Refused

COLUMNS = Columns(("words",), ("words", "phone"))


def rows_of(data):
    data = data if isinstance(data, bytes) else data.encode()
    return CsvRows(iter(text_of(io.BytesIO(data)).readline, ""), COLUMNS)


@pytest.mark.parametrize(
    "data",
    [
        "words;phone\nIk val;06\n",
        "words,phone\nIk val,06\n",
        "\ufeffWords ; PHONE\r\nIk val;06\r\n",
        "phone;words\n06;Ik val\n",
        "words;phone;reason\nIk val;06;2: niet goed\n",
        "words;phone\n\n;\nIk val;'06\n".replace("'06", "06"),
    ],
)
def test_delimiter_mark_order_and_a_reason_from_before_do_not_matter(data):
    (row,) = list(rows_of(data))
    assert dict(row.cells) == {"words": "Ik val", "phone": "06"}
    assert row.wrong == ""


def test_the_line_is_that_of_the_file_also_after_a_cell_of_more_lines():
    found = list(rows_of('words;phone\n"Ik val.\nEn val weer.";06\nTwee;07\n'))
    assert [row.line for row in found] == [3, 4]
    assert found[0].cells["words"] == "Ik val.\nEn val weer."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "empty"),
        ("phone\n06\n", "words"),
        ("words;fax\n", "fax"),
        ("words;words\n", "twice"),
    ],
)
def test_a_header_that_is_not_as_described_is_refused_by_name(data, said):
    from django.utils import translation

    with translation.override("en"), pytest.raises(Refused, match=said):
        rows_of(data)


@pytest.mark.parametrize("line", [b"a;b;c", b"a", b"\xff;06", b"nul\0;06", b"x" * 20_001 + b";06"])
def test_a_row_that_cannot_be_read_is_wrong_and_the_next_one_is_not(line):
    first, second = list(rows_of(b"words;phone\n" + line + b"\nIk val;06\n"))
    assert first.wrong
    assert not second.wrong


texts = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffd\ufeff"), max_size=30
)


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=5), st.sampled_from(";,"))
def test_refused_rows_come_back_as_they_were(cells, delimiter):
    rows = [row for row in cells if any(cell.strip() for cell in row)]
    given_ = list(_made(rows))
    written = as_text([(row, "niet goed") for row in given_], ["words", "phone"], delimiter)
    if not given_:
        assert written == ""
        return
    again = list(rows_of(written))
    assert [dict(row.cells) for row in again] == [dict(row.cells) for row in given_]


def _made(rows):
    from intake.files.reading import Row

    for number, (words, phone) in enumerate(rows, start=2):
        yield Row(number, {"words": words.strip(), "phone": phone.strip()})
