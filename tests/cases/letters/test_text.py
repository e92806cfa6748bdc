"""The words of a letter: three habits of plain text, and nothing else is markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.letters.text import Block, LetterText, as_list, as_quote, blocks_of, typst_input
from tests.letters import letter_text


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        ("  \n \n", []),
        ("Een regel.", [("p", ("Een regel.",))]),
        ("Een\ntwee\n\ndrie", [("p", ("Een", "twee")), ("p", ("drie",))]),
        ("Dit:\n- a\n- b", [("p", ("Dit:",)), ("ul", ("a", "b"))]),
        ("• a\n  - b", [("ul", ("a", "b"))]),
        ("> Ik val.\n> Vaak.", [("quote", ("Ik val.", "Vaak."))]),
        ("-geen lijst", [("p", ("-geen lijst",))]),
        ("*x* #y $z$ <b>", [("p", ("*x* #y $z$ <b>",))]),
    ],
)
def test_plain_text_becomes_paragraphs_lists_and_quotes(text, blocks):
    assert blocks_of(text) == [Block(*one) for one in blocks]


@given(st.text())
def test_no_word_is_lost_between_text_and_blocks(text):
    bare = {"-", "•", ">"}
    told = [word for block in blocks_of(text) for line in block.lines for word in line.split()]
    assert [w for w in told if w not in bare] == [
        w for w in " ".join(text.splitlines()).split() if w not in bare
    ]


def test_a_list_keeps_each_item_on_one_line_and_a_quote_each_line():
    assert as_list(["een\ntwee", " ", "drie"]) == "- een twee\n- drie"
    assert as_quote("een\n\n twee ") == "> een\n> twee"


def test_a_letter_comes_back_from_its_json_as_it_was():
    letter = letter_text(text="> Ik “val” – vaak \\ #x")
    assert LetterText.from_json(letter.as_json()) == letter


def test_what_is_no_letter_is_refused():
    with pytest.raises((KeyError, ValueError)):
        LetterText.from_json('{"title": "x"}')


def test_the_words_of_a_letter_are_in_reading_order():
    words = letter_text(text="- a\n- b").words()
    assert words[0] == "Gemeente Voorbeeldstad"
    assert words[-4:] == ["a", "b", "Met vriendelijke groet,", "Anna"]


def test_the_typesetter_gets_blocks():
    (section,) = typst_input(letter_text(text="- a"))["sections"]
    assert section == {"heading": "Uw vraag", "blocks": [{"kind": "ul", "lines": ("a",)}]}
