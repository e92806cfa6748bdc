"""Two people on one text."""

from hypothesis import given
from hypothesis import strategies as st

from intake.merging import Hand, Standing, changed_since, digest, merge

TEXT = st.text(alphabet="ab\r\n ", max_size=4)
VALUE = st.one_of(TEXT, st.none(), st.integers(1, 5), st.booleans())
ANNA, BRAM = Hand(1, "form-a", 20), Hand(2, "form-b", 5)
AT = "2026-11-18T10:00:00+00:00"


def notes(value, wrote=None):
    return Standing({"notes": value}, {"notes": wrote.mark(AT)} if wrote else {})


@given(VALUE, VALUE, VALUE)
def test_what_another_wrote_is_kept_or_shown_and_never_lost(started, theirs, mine):
    merged = merge(notes(theirs, BRAM), {"notes": mine}, {"notes": digest(started)}, ANNA)
    if "notes" in merged.conflicts:
        assert merged.conflicts == {"notes": theirs}
    elif digest(theirs) != digest(started):
        assert digest(merged.values["notes"]) == digest(theirs)
    else:
        assert merged.values["notes"] == mine


@given(VALUE, VALUE, VALUE)
def test_there_is_a_conflict_only_when_both_changed_it_differently(started, theirs, mine):
    merged = merge(notes(theirs), {"notes": mine}, {"notes": digest(started)})
    different = len({digest(started), digest(theirs), digest(mine)}) == 3
    assert bool(merged.conflicts) == different


@given(VALUE, VALUE, VALUE, st.integers(0, 40))
def test_a_form_never_conflicts_with_what_it_kept_itself(started, kept, mine, turn):
    hand = Hand(ANNA.by, ANNA.form, turn)
    merged = merge(notes(kept, ANNA), {"notes": mine}, {"notes": digest(started)}, hand)
    assert not merged.conflicts
    assert merged.values["notes"] == (mine if turn >= ANNA.turn else kept)


def test_without_a_key_a_form_is_never_the_same_one():
    nameless = Hand(1)
    assert merge(notes("van toen", nameless), {"notes": "nu"}, {"notes": ""}, nameless).conflicts


def test_the_same_key_in_another_hand_is_another_form():
    taken = Hand(BRAM.by, ANNA.form, 99)
    assert merge(notes("van Anna", ANNA), {"notes": "van Bram"}, {"notes": ""}, taken).conflicts


def test_other_fields_are_merged_beside_a_conflict():
    standing = Standing({"notes": "van Bram", "wish": ""}, {})
    merged = merge(standing, {"notes": "van Anna", "wish": "Naar boven"}, {"notes": digest("leeg")}, ANNA)
    assert (merged.values, merged.conflicts) == ({"wish": "Naar boven"}, {"notes": "van Bram"})


def test_a_browsers_line_endings_are_no_change():
    assert digest("een\r\ntwee") == digest("een\ntwee\n")


def test_a_field_without_a_mark_started_from_nothing():
    assert merge(Standing({"wish": "al iets"}), {"wish": "iets anders"}, {}).conflicts == {"wish": "al iets"}


def test_what_changed_since_is_what_another_wrote_and_this_form_did_not():
    standing = Standing(
        {"notes": "nieuw", "wish": "nieuw", "cannot": "oud"},
        {"notes": BRAM.mark(AT), "wish": ANNA.mark(AT)},
    )
    seen = {"notes": digest("oud"), "wish": digest("oud"), "cannot": digest("oud"), "verzonnen": "x"}
    assert changed_since(standing, seen, ANNA) == {"notes": "nieuw"}
