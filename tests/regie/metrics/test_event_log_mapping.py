"""A mapping is read whole, or refused with the key that is wrong."""

from pathlib import Path

import pytest
from django.utils import translation

from regie.metrics.event_log.mapping import check_mapping, read_mapping
from regie.metrics.event_log.refusals import MappingRefused

RECEIPT = Path(__file__).resolve().parents[3] / "regie/metrics/mappings/receipt.toml"
COLUMNS = {"case": "c", "activity": "a", "time": "t", "resource": "r"}


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def tables(**changes):
    return {"log": {"name": "Before"}, "columns": COLUMNS} | changes


def test_the_mapping_of_the_receipt_log_names_every_column_and_cites_its_source():
    mapping = read_mapping(RECEIPT)
    assert mapping.columns["case"] == "case:concept:name"
    assert len(mapping.columns) == 9
    assert "Buijs" in mapping.source


def test_what_is_left_out_has_its_default():
    mapping = check_mapping(tables())
    found = (mapping.source, mapping.delimiter, mapping.encoding, mapping.timezone, mapping.time_format)
    assert found == ("", ",", "utf-8", "Europe/Amsterdam", "")


def test_comments_and_order_do_not_change_the_digest_and_a_column_does(tmp_path):
    one, other = tmp_path / "one.toml", tmp_path / "other.toml"
    one.write_text('[log]\nname="x"\n[columns]\ncase="c"\nactivity="a"\ntime="t"\nresource="r"\n')
    other.write_text('# said\n[columns]\nresource="r"\ntime="t"\nactivity="a"\ncase="c"\n[log]\nname="x"\n')
    assert read_mapping(one).digest == read_mapping(other).digest
    assert check_mapping(tables()).digest != check_mapping(tables(columns=COLUMNS | {"end": "e"})).digest


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"columns": {"case": "c", "activity": "a", "time": "t"}}, "columns.resource"),
        ({"columns": {}}, "columns.case"),
        ({"columns": COLUMNS | {"ending": "e"}}, "columns.ending"),
        ({"columns": COLUMNS | {"end": 3}}, "columns.end must be a text"),
        ({"columns": COLUMNS | {"end": ""}}, "columns.end must be a text"),
        ({"columns": "c"}, "columns must be a table"),
        ({"log": {"name": ""}}, "log.name must be a text"),
        ({"log": {}}, "log.name"),
        ({"log": {"name": "x" * 201}}, "log.name is longer than 200"),
        ({"extra": {}}, "extra"),
        ({"format": {"delimiter": ";;"}}, "format.delimiter"),
        ({"format": {"delimiter": '"'}}, "format.delimiter"),
        ({"format": {"encoding": "latin-99"}}, "latin-99 is not a known encoding"),
        ({"format": {"encoding": "rot13"}}, "rot13 is not a known encoding"),
        ({"format": {"encoding": "utf-16"}}, "utf-16 cannot be read line by line"),
        ({"format": {"timezone": "Europe/Voorbeeldstad"}}, "format.timezone"),
        ({"format": {"timezone": "../etc"}}, "format.timezone"),
    ],
)
def test_a_mapping_that_cannot_be_used_is_refused_by_its_key(wrong, said):
    with pytest.raises(MappingRefused) as refused:
        check_mapping(tables(**wrong))
    assert said in str(refused.value)


def test_a_file_that_is_absent_not_toml_or_not_utf8_is_refused_by_its_name(tmp_path):
    for name, content in (("absent.toml", None), ("broken.toml", b"[log"), ("bytes.toml", b"\xff\xfe")):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(MappingRefused, match=name):
            read_mapping(path)
