"""Two people on one text."""

from hypothesis import given
from hypothesis import strategies as st

from intake.merging import digest, merge

TEXT = st.text(alphabet="ab\r\n ", max_size=4)
VALUE = st.one_of(TEXT, st.none(), st.integers(1, 5), st.booleans())


@given(VALUE, VALUE, VALUE)
def test_what_another_wrote_is_kept_or_shown_and_never_lost(started, theirs, mine):
    merged = merge({"notes": theirs}, {"notes": mine}, {"notes": digest(started)})
    if "notes" in merged.conflicts:
        assert merged.conflicts == {"notes": theirs}
    elif digest(theirs) != digest(started):
        assert digest(merged.values["notes"]) == digest(theirs)
    else:
        assert merged.values["notes"] == mine


@given(VALUE, VALUE, VALUE)
def test_there_is_a_conflict_only_when_both_changed_it_differently(started, theirs, mine):
    merged = merge({"notes": theirs}, {"notes": mine}, {"notes": digest(started)})
    different = len({digest(started), digest(theirs), digest(mine)}) == 3
    assert bool(merged.conflicts) == different


def test_a_browsers_line_endings_are_no_change():
    assert digest("een\r\ntwee") == digest("een\ntwee\n")


def test_a_field_without_a_mark_started_from_nothing():
    assert merge({"wish": "al iets"}, {"wish": "iets anders"}, {}).conflicts == {"wish": "al iets"}
