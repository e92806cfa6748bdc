"""What remains of two records: the pure rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.merging import CHOICES, FIELDS, KEPT, MERGED, SECRETS, MergeFacts, merged_values, obstacles

BLANK = dict.fromkeys(FIELDS, "") | dict.fromkeys(SECRETS, False) | {
    "bsn": None, "birth_date": None, "died_on": None
}  # fmt: skip
some = st.sampled_from(["", "a", "b"])
records = st.fixed_dictionaries({name: st.booleans() if name in SECRETS else some for name in FIELDS})
sides = st.dictionaries(st.sampled_from(sorted(CHOICES)), st.sampled_from([KEPT, MERGED]))


@given(records, records, sides)
def test_every_value_is_one_of_both_and_nothing_chosen_together_is_torn_apart(kept, merged, chosen):
    result = merged_values(kept, merged, chosen)
    assert set(result) == set(FIELDS)
    for choice, names in CHOICES.items():
        of_kept, of_merged, found = ([record[name] for name in names] for record in (kept, merged, result))
        assert found in (of_kept, of_merged)
        if choice in chosen:
            assert found == (of_merged if chosen[choice] == MERGED else of_kept)


@given(records, records)
def test_without_a_choice_nothing_that_one_of_them_has_is_lost(kept, merged):
    result = merged_values(kept, merged, {})
    for names in CHOICES.values():
        if any(kept[name] or merged[name] for name in names):
            assert any(result[name] for name in names)


@given(records, records, sides)
def test_merging_never_opens_what_was_closed(kept, merged, chosen):
    result = merged_values(kept, merged, chosen)
    assert all(result[name] == (kept[name] or merged[name]) for name in SECRETS)


@pytest.mark.parametrize(
    ("bsns", "stopped"),
    [
        ((None, None), False),
        (("1", None), False),
        ((None, "1"), False),
        (("1", "1"), False),
        (("1", "2"), True),
    ],
)
def test_two_bsns_that_differ_are_two_people(bsns, stopped):
    assert bool(obstacles(MergeFacts(bsns=bsns))) == stopped


@pytest.mark.parametrize("fact", ["same_record", "merged_already", "handover_asked"])
def test_each_other_obstacle_stops_by_itself(fact):
    assert len(obstacles(MergeFacts(**{fact: True}))) == 1


def test_an_empty_address_is_filled_as_a_whole():
    theirs = BLANK | {"street": "Kade", "house_number": "12", "postcode": "9999 XB"}
    result = merged_values(BLANK | {"last_name": "Vries"}, theirs, {})
    assert (result["street"], result["house_number"], result["last_name"]) == ("Kade", "12", "Vries")
