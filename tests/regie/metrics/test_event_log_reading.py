"""A log file is read to its last line, or refused with the line that is wrong."""

import io
from datetime import UTC, datetime

import pytest
from django.utils import translation

from regie.metrics.event_log import lines
from regie.metrics.event_log.mapping import check_mapping
from regie.metrics.event_log.reading import LogReader
from regie.metrics.event_log.refusals import LogRefused

HEADER = "case,activity,time,resource,end,due,who\n"
ROW = "1,receive,2024-03-01T09:00:00+01:00,Anna,,,\n"
COLUMNS = {
    "case": "case",
    "activity": "activity",
    "time": "time",
    "resource": "resource",
    "end": "end",
    "deadline": "due",
    "responsible": "who",
}


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def read(content, columns=COLUMNS, **form):
    reader = LogReader(check_mapping({"log": {"name": "x"}, "columns": columns, "format": form}))
    raw = content if isinstance(content, bytes) else content.encode()
    return list(reader.events(io.BytesIO(raw))), reader


def refusal(content, **form):
    with pytest.raises(LogRefused) as refused:
        read(content, **form)
    assert str(refused.value).startswith(f"Line {refused.value.line}: ")
    return refused.value.line, str(refused.value)


def test_a_line_becomes_an_event_with_numbers_for_names():
    events, reader = read(HEADER + ROW + "2,answer,2024-03-02T10:30:00Z,Bram,2024-03-03T00:00:00Z,,Anna\n")
    assert [(e.line, e.case, e.activity, e.resource, e.responsible) for e in events] == [
        (2, "1", 0, 0, None),
        (3, "2", 1, 1, 0),
    ]
    assert events[0].at == datetime(2024, 3, 1, 8, tzinfo=UTC)
    assert events[1].end == datetime(2024, 3, 3, tzinfo=UTC)
    assert reader.until == events[1].at
    assert list(reader.activities) == ["receive", "answer"]


def test_the_moment_until_which_a_log_holds_is_its_last_event_whatever_the_order_of_lines():
    _, reader = read(HEADER + ROW.replace("03-01", "05-01") + ROW)
    assert reader.until == datetime(2024, 5, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("\ufeff" + HEADER + ROW, id="byte order mark"),
        pytest.param((HEADER + ROW).replace("\n", "\r\n"), id="CRLF"),
        pytest.param((HEADER + ROW).rstrip("\n"), id="no line end after the last line"),
        pytest.param(HEADER + "\n" + ROW + "\n\n", id="empty lines"),
        pytest.param(HEADER + ROW.replace("1,", " 1 ,", 1), id="spaces around a field"),
    ],
)
def test_the_same_events_are_read_from_every_kind_of_csv(content):
    events, _ = read(content)
    assert [(e.case, e.at) for e in events] == [("1", datetime(2024, 3, 1, 8, tzinfo=UTC))]


def test_another_delimiter_and_encoding_are_read_when_the_mapping_names_them():
    content = (HEADER + ROW.replace("receive", "café")).replace(",", ";").encode("cp1252")
    _, reader = read(content, delimiter=";", encoding="cp1252")
    assert list(reader.activities) == ["café"]


def test_a_quoted_field_may_span_lines_and_the_lines_after_keep_their_number():
    quoted = ROW.replace("receive", '"receive,\n""twice"""')
    events, reader = read(HEADER + quoted + ROW)
    assert [event.line for event in events] == [2, 4]
    assert list(reader.activities) == ['receive,\n"twice"', "receive"]
    assert refusal(HEADER + quoted + ROW.replace("2024", "20x4"))[0] == 4


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        pytest.param("", 1, "the file is empty", id="empty file"),
        pytest.param("\n\n", 1, "the file is empty", id="only empty lines"),
        pytest.param(HEADER, 1, "a header and no events", id="header only"),
        pytest.param(
            HEADER.replace("due", "planned") + ROW,
            1,
            "no column due. The columns are: case, activity",
            id="missing column",
        ),
        pytest.param(HEADER.replace("who", "due") + ROW, 1, "more than one column due", id="column twice"),
        pytest.param(HEADER.replace(",", ";") + ROW, 1, "no column case", id="another delimiter"),
        pytest.param(HEADER + ROW + "1,receive,2024-0", 3, "3 fields where the header has 7", id="truncated"),
        pytest.param(HEADER + ROW + ROW.replace(",\n", ",,\n"), 3, "8 fields", id="too many fields"),
        pytest.param(HEADER + ROW.replace("1,", ",", 1), 2, "column case is empty", id="no case"),
        pytest.param(HEADER + ROW.replace("receive", ""), 2, "column activity is empty", id="no activity"),
        pytest.param(HEADER + ROW.replace("1,", "x" * 201 + ",", 1), 2, "longer than 200", id="long case"),
        pytest.param(HEADER + ROW + '1,"receive,2024\n' + ROW, 3, "not valid CSV", id="quote never closed"),
        pytest.param(HEADER + ROW + '1,"re"ceive,2024\n', 3, "not valid CSV", id="quote in a quote"),
        pytest.param(HEADER + ROW + "\0" + ROW, 3, "NUL", id="NUL byte"),
        pytest.param(HEADER + ROW.replace("2024-03-01", "2024-02-30"), 2, "column time", id="no such day"),
        pytest.param(HEADER + ROW + ROW.replace(",,\n", ",morgen,\n"), 3, 'due: "morgen"', id="deadline"),
        pytest.param(HEADER + ROW.replace("2024-03-01T09", "0001-01-01T00"), 2, "time", id="before time"),
        pytest.param(HEADER + ROW + ROW.replace("+01:00", ""), 3, "UTC offset", id="offset cut off"),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_the_line(content, line, said):
    found, message = refusal(content)
    assert (found, said in message) == (line, True), message


def test_text_in_another_encoding_is_refused_with_its_line_and_what_to_do():
    line, message = refusal((HEADER + ROW + ROW.replace("receive", "café")).encode("cp1252"))
    assert line == 3
    assert "not utf-8 text" in message
    assert "format.encoding" in message


def test_a_file_in_utf16_is_refused_on_its_first_line():
    assert refusal((HEADER + ROW).encode("utf-16"))[0] == 1


def test_a_bad_date_far_down_is_refused_with_the_line_of_the_file():
    assert refusal(HEADER + ROW * 6998 + ROW.replace("2024", "vorig jaar"))[0] == 7000


def test_a_line_without_end_is_refused_before_it_fills_the_memory(monkeypatch):
    monkeypatch.setattr(lines, "LONGEST_LINE", 100)
    line, message = refusal(HEADER + ROW + "x" * 500)
    assert line == 3
    assert "too long" in message


def test_progress_hears_of_every_byte():
    content = (HEADER + ROW * 3).encode()
    heard = []
    reader = LogReader(check_mapping({"log": {"name": "x"}, "columns": COLUMNS}))
    list(reader.events(io.BytesIO(content), heard.append))
    assert sum(heard) == len(content)
