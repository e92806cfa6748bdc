"""Habits that every file of the project keeps."""

import re

import pytest
from stdnum.nl import bsn

from tests.architecture.sources import CODE, ROOT, files, name, python

LONGEST = 300
LONG_BY_NATURE = re.compile(r"/migrations/|^sociaal/home/demo/|^cases/enums\.py$")
"""Migrations, and tables of words: long because there is much of it, not because it is intricate."""

TEXTS = frozenset({".py", ".html", ".txt", ".js", ".css", ".md", ".toml", ".json", ".yml", ".po", ".svg", ""})
NUMBER = re.compile(r"(?<![\w.,/-])(\d{9}|\d{4}[. ]\d{2}[. ]\d{3})(?![\w,/-]|\.\d)")
TEST_RANGE = range(999_900_006, 999_999_991)
"""Numbers that belong to nobody (`design.md` section 2)."""


def test_no_file_of_code_is_longer_than_one_oversees():
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python(*CODE)}
    assert {
        path: length
        for path, length in lengths.items()
        if length > LONGEST and not LONG_BY_NATURE.search(path)
    } == {}


def _numbers(text):
    """What looks like a BSN and passes the elfproef."""
    found = {re.sub(r"\D", "", one) for one in NUMBER.findall(text)}
    return {one for one in found if bsn.is_valid(one)}


def test_the_search_for_numbers_finds_them_as_people_write_them():
    assert _numbers("BSN 111222333, of 1112.22.333.") == {"111222333"}  # the well-known example of a form
    assert _numbers("2026-111222333 en 111222333.4 en 1112223334") == set()


def test_no_bsn_of_a_real_person_stands_anywhere():
    found = {
        f"{name(path)}: {number}"
        for path in files()
        if path.suffix in TEXTS and path != ROOT / "tests/architecture/test_sources.py"
        for number in _numbers(path.read_text(encoding="utf-8", errors="replace"))
        if int(number) not in TEST_RANGE
    }
    assert found == set()


@pytest.mark.parametrize("word", ["TO" + "DO", "FIX" + "ME", "XX" + "X"])
def test_nothing_is_left_for_later(word):
    left = [name(path) for path in python() if re.search(rf"\b{word}\b", path.read_text(encoding="utf-8"))]
    assert left == []


def test_nobody_reads_the_clock_inside_a_rule_or_an_operation():
    """`now` is passed in, so that demo data and tests can say when it is."""
    clocks = re.compile(r"timezone\.now\(\)|datetime\.now\(|date\.today\(\)|localdate\(\)|time\.time\(\)")
    rules = re.compile(
        r"/(operations|queries|terms)/|^[^/]+/(metrics/)?(policies|weighing|waiting|permissions|facts)\.py$"
    )
    reading = [
        name(path)
        for path in python(*CODE)
        if rules.search(name(path)) and clocks.search(path.read_text(encoding="utf-8"))
    ]
    assert reading == []


def test_the_day_of_a_moment_is_that_of_amsterdam():
    """A moment is kept in UTC: its own date is yesterday's until one or two at night."""
    days = re.compile(r"\b(now|\w+_at)\.date\(\)")
    of_utc = [
        name(path)
        for path in python(*CODE)
        if not LONG_BY_NATURE.search(name(path)) and days.search(path.read_text(encoding="utf-8"))
    ]
    assert of_utc == []
