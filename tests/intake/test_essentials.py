"""What was said, held against what must be known."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.policies import missing_essentials
from intake.essentials import essentials_of, is_touched


def said(own_words="", wish=""):
    return SimpleNamespace(own_words=own_words, wish=wish)


def note(**facts):
    return SimpleNamespace(
        **({"notes": "", "can_do": "", "network_can": "", "cannot": "", "level": None} | facts)
    )


def test_two_conversations_add_up_to_what_one_would_need():
    told = [said(own_words="Ik val."), said(wish="Zelf naar boven.")]
    noted = [note(can_do="Koken"), note(network_can="Boodschappen")]
    assert missing_essentials(essentials_of(told, noted)) == []


def test_nothing_said_misses_everything():
    assert len(missing_essentials(essentials_of([], []))) == 5


@given(st.text(alphabet=" \n\t"))
def test_blank_text_is_nothing_said(blank):
    assert not is_touched(note(notes=blank, can_do=blank, network_can=blank, cannot=blank))
    assert len(missing_essentials(essentials_of([said(blank, blank)], [note(can_do=blank)]))) == 5


@pytest.mark.parametrize("level", [1, 5])
def test_a_level_alone_touches_a_domain(level):
    assert is_touched(note(level=level))
