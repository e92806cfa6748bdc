"""What was said, held against what must be known."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.enums import LifeDomain
from cases.policies import missing_essentials
from intake.essentials import category_of, essentials_of, is_touched


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


@pytest.mark.parametrize(
    ("domain", "children", "unsafe", "category"),
    [
        ("finances", False, False, "finances"),
        ("mental_health", False, False, "health"),
        ("physical_health", True, True, "health"),
        ("substance_use", False, False, "health"),
        ("justice", False, False, "justice"),
        ("parenting", False, False, "youth_safety"),
        ("home_relations", False, False, "general"),
        ("home_relations", True, False, "youth_safety"),
        ("home_relations", False, True, "youth_safety"),
        ("housing", True, True, "general"),
    ],
)
def test_the_category_of_a_note_follows_its_domain(domain, children, unsafe, category):
    assert category_of(domain, children=children, unsafe=unsafe) == category


def test_every_domain_has_a_category():
    assert all(category_of(domain, children=False, unsafe=False) for domain in LifeDomain)
