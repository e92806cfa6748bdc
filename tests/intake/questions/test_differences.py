"""What a new version changes of the one before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.enums import LifeDomain
from intake.questions.differences import Change, Wording, differences

D = LifeDomain.HOUSING


def _old(*texts):
    return [Wording(key, D, text) for key, text in enumerate(texts, start=1)]


def _new(*rows):
    """Each `(key it began as, text)`."""
    return [Wording(100 + place, D, text, from_key=key) for place, (key, text) in enumerate(rows)]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ([(1, "a"), (2, "b"), (3, "c")], []),
        ([(1, "a"), (2, "B"), (3, "c")], [(Change.CHANGED, "b", "B")]),
        ([(1, "a"), (3, "c")], [(Change.REMOVED, "b", None)]),
        ([(1, "a"), (2, "b"), (3, "c"), (None, "d")], [(Change.ADDED, None, "d")]),
        ([(3, "c"), (1, "a"), (2, "b")], [(Change.MOVED, "c", "c")]),
        ([(2, "b"), (1, "A"), (3, "c")], [(Change.CHANGED, "a", "A")]),
        (
            [(3, "c"), (None, "d")],
            [(Change.ADDED, None, "d"), (Change.REMOVED, "a", None), (Change.REMOVED, "b", None)],
        ),
        ([(99, "x"), (1, "a"), (2, "b"), (3, "c")], [(Change.ADDED, None, "x")]),
    ],
)  # fmt: skip
def test_a_difference_says_how_it_was_and_how_it_becomes(new, expected):
    found = differences(_old("a", "b", "c"), _new(*new))
    told = [
        (one.change, one.before and one.before.text_nl, one.after and one.after.text_nl)
        for _domain, ones in found
        for one in ones
    ]
    assert told == expected


@pytest.mark.parametrize(
    "after",
    [
        Wording(100, D, "a", text_en="A", from_key=1),
        Wording(100, D, "a", only_when=("debts",), from_key=1),
    ],
)
def test_other_english_and_other_conditions_are_changes_too(after):
    ((_domain, (one,)),) = differences(_old("a"), [after])
    assert one.change == Change.CHANGED


def test_the_order_in_which_conditions_are_named_is_no_change():
    before = [Wording(1, D, "a", only_when=("debts", "children"))]
    assert differences(before, [Wording(100, D, "a", only_when=("children", "debts"), from_key=1)]) == []


def test_domains_come_in_the_order_of_the_matrix():
    after = [Wording(1, LifeDomain.PARENTING, "p"), Wording(2, LifeDomain.FINANCES, "f")]
    found = differences([], after)
    assert [domain for domain, _ones in found] == [LifeDomain.FINANCES, LifeDomain.PARENTING]


@given(st.permutations(range(1, 7)), st.integers(0, 6))
def test_a_copy_in_another_order_names_at_most_what_moved_and_everything_that_is_gone(order, kept):
    texts = {key: f"t{key}" for key in range(1, 7)}
    new = _new(*((key, texts[key]) for key in order[:kept]))
    found = [one for _domain, ones in differences(_old(*texts.values()), new) for one in ones]
    gone = [one.before.key for one in found if one.change == Change.REMOVED]
    moved = [one for one in found if one.change == Change.MOVED]
    assert gone == sorted(order[kept:])
    assert len(moved) <= max(0, kept - 1)
    assert {one.change for one in found} <= {Change.REMOVED, Change.MOVED}
    assert bool(moved) is (list(order[:kept]) != sorted(order[:kept]))
