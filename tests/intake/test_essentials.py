"""What was said, held against what must be known."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.policies import missing_essentials
from intake.essentials import about_the_wish, essentials_of, is_touched, wish_of
from intake.models.conversation import TEXT_FIELDS


def said(own_words="", wish=""):
    return SimpleNamespace(own_words=own_words, wish=wish)


def note(**facts):
    return SimpleNamespace(**(dict.fromkeys(TEXT_FIELDS, "") | {"level": None} | facts))


def test_two_conversations_add_up_to_what_one_would_need():
    told = [said(own_words="Ik val."), said(wish="Zelf naar boven.")]
    noted = [note(can_do="Koken"), note(network_can="Boodschappen")]
    assert missing_essentials(essentials_of(told, noted)) == []


def test_nothing_said_misses_everything():
    assert len(missing_essentials(essentials_of([], []))) == 5


@given(st.text(alphabet=" \n\t"))
def test_blank_text_is_nothing_said(blank):
    assert not is_touched(note(**dict.fromkeys(TEXT_FIELDS, blank)))
    assert len(missing_essentials(essentials_of([said(blank, blank)], [note(can_do=blank)]))) == 5


@pytest.mark.parametrize("level", [1, 5])
def test_a_level_alone_touches_a_domain(level):
    assert is_touched(note(level=level))


@pytest.mark.parametrize("field", TEXT_FIELDS)
def test_anything_written_touches_a_domain(field):
    assert is_touched(note(**{field: "Dit."}))


def test_what_the_resident_wants_is_what_they_last_said():
    assert (
        wish_of([said(wish="Verhuizen."), said(wish="Hier blijven wonen."), said()]) == "Hier blijven wonen."
    )


def test_the_wish_is_about_where_it_goes_worst_else_about_what_was_touched_first():
    daytime, housing, untouched = note(notes="Fijn", level=4), note(level=2), note()
    assert about_the_wish([untouched, daytime, housing]) is housing
    assert about_the_wish([untouched, note(), first := note(notes="Zo"), note(notes="En zo")]) is first
    assert about_the_wish([untouched]) is None
