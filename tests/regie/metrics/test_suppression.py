"""Small groups stay hidden, also from who subtracts and knows the rule."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regie.metrics.suppression import Shown, suppress

HIGHEST = 14


@pytest.mark.parametrize(
    ("counts", "shown", "total"),
    [
        ((0, 7, 9), (0, 7, 9), 16),
        ((3, 7, 9), (None, None, 9), 19),
        ((7, 9, 3), (None, 9, None), 19),
        ((12, 12, 4, 12), (12, 12, None, None), 40),
        ((3,), (None,), None),
        ((3, 0), (None, 0), None),
        ((2, 2, 30), (None, None, None), 34),
        ((4, 4, 30), (None, None, None), 38),
        ((2, 3), (None, None), 5),
        ((1, 1), (None, None), None),
        ((), (), 0),
        ((0, 0), (0, 0), 0),
    ],
)
def test_a_group_under_five_is_hidden_and_another_with_it(counts, shown, total):
    assert suppress(counts) == Shown(shown, total)


def test_what_remains_after_subtracting_the_own_team_is_no_small_group():
    assert suppress((20, 30), part=(17, 10)).counts == (None, None)
    assert suppress((20, 30), part=(10, 10)).counts == (20, 30)


def test_a_part_cannot_be_more_than_its_whole():
    with pytest.raises(ValueError, match="more than its whole"):
        suppress((3,), part=(4,))


def possible_values(shown: Shown, place: int) -> set[int]:
    """Two values of a hidden count that the rule would have shown just so, if there are two."""
    found: set[int] = set()
    ranges = [range(1, 4 * HIGHEST) if count is None else (count,) for count in shown.counts]
    for table in product(*ranges):
        if table[place] in found or (shown.total is not None and sum(table) != shown.total):
            continue
        if suppress(table) == shown:
            found.add(table[place])
        if len(found) > 1:
            break
    return found


@settings(deadline=None)
@given(st.lists(st.integers(0, HIGHEST), min_size=1, max_size=4))
def test_no_hidden_count_can_be_worked_out_from_what_is_shown_and_the_rule(counts):
    shown = suppress(counts)
    for place, count in enumerate(shown.counts):
        assert count is not None or len(possible_values(shown, place)) > 1


@given(st.lists(st.integers(0, 200), max_size=12))
def test_nothing_small_is_shown_and_what_is_shown_is_true(counts):
    shown = suppress(counts)
    for true, said in zip(counts, shown.counts, strict=True):
        assert said in (None, true)
        assert said is None or said == 0 or said >= 5
    assert shown.total in (None, sum(counts))
    hidden = sum(true for true, said in zip(counts, shown.counts, strict=True) if said is None)
    assert shown.total is None or hidden == 0 or hidden >= 5


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=10))
def test_subtracting_a_part_that_is_known_shows_nothing_small_either(pairs):
    part = [known for known, _rest in pairs]
    shown = suppress([known + rest for known, rest in pairs], part=part)
    for (known, rest), said in zip(pairs, shown.counts, strict=True):
        assert said is None or said == known + rest
        assert said is None or rest == 0 or rest >= 5
