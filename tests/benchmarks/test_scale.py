"""Each bound is looked at: what is over one is named, and nothing else is."""

import pytest

from benchmarks.scale import QUERIES, broken

WITHIN = {
    "page": "team",
    "ratio": 8.0,
    "bound": 8,
    "queries": QUERIES["team"],
    "growth": 1.5,
    "blocks_a_row": 15.0,
    "blocks_a_row_small": 10.0,
    "flat_blocks_a_row": 10.0,
    "flat_blocks_a_row_small": 8.0,
}
FINDING = {"searches": [{"search": "name", "p95_ms": 90, "bound_ms": 100, "share": None, "wanted": None}]}


def test_what_is_just_within_its_bounds_holds():
    assert broken({"few": 10_000, "pages": [WITHIN], "finding": FINDING}) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("ratio", 8.1), ("queries", QUERIES["team"] + 1), ("growth", 1.51), ("blocks_a_row", 15.1),
     ("flat_blocks_a_row", 10.1)],
)  # fmt: skip
def test_what_is_over_a_bound_is_named_once(name, value):
    (said,) = broken({"few": 10_000, "pages": [WITHIN | {name: value}], "finding": FINDING})
    assert said.startswith("team: ")
    assert str(value) in said


def test_a_search_that_takes_too_long_is_named():
    slow = {"searches": [FINDING["searches"][0] | {"p95_ms": 101}]}
    assert broken({"few": 10_000, "pages": [WITHIN], "finding": slow}) == ["name"]
