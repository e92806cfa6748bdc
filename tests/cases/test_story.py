"""Narrowing the timeline: one part, one person, words in it; pure."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.enums import EventKind, StoryPart
from cases.story import PART_OF, Looked, narrowed, tellers


@dataclass(frozen=True)
class Line:
    title: str
    text: str = ""
    who: str = ""
    part: str = "contact"


CALLED = Line("Gebeld", "Over de CAFÉ-rekening; zij eet minder.", "Anna")
WAITED = Line("Gewacht op aanbieder", part="waiting")
LETTER = Line("Brief gemaakt", "Besluit", "Bram", "papers")
STORY = [CALLED, WAITED, LETTER]


def test_every_kind_of_event_has_its_part():
    assert set(PART_OF) == set(EventKind)
    assert set(PART_OF.values()) == set(StoryPart)


@pytest.mark.parametrize(
    ("looked", "found"),
    [
        (Looked(), STORY),
        (Looked(part="waiting"), [WAITED]),
        (Looked(who="Bram"), [LETTER]),
        (Looked(words="cafe REKENING"), [CALLED]),
        (Looked(words="anna"), [CALLED]),
        (Looked(part="papers", who="Anna"), []),
        (Looked(words="rekening besluit"), []),
    ],
)
def test_only_what_fits_is_told_in_the_same_order(looked, found):
    assert narrowed(STORY, looked) == found


@given(st.text(max_size=30))
def test_words_of_a_line_find_that_line(text):
    line = Line("Contact", text)
    assert narrowed([line], Looked(words=text)) == [line]


def test_who_tells_is_named_once_in_order_of_name():
    assert tellers([*STORY, CALLED]) == ["Anna", "Bram"]
