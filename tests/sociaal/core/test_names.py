"""Names that sound alike to a Dutch ear meet; a slip of the hand is bridged; other names stay apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociaal.core.names import (
    is_nearly_tussenvoegsel,
    joined_words,
    light_key,
    name_words,
    near_keys,
    plain,
    search_key,
    sound_key,
)

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=14)
LONGER = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=14)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zoë  Çelik", "zoe celik"),
        ("Małgorzata Øster-Groß", "malgorzata oster gross"),
        ("Yıldız İbrahim", "yildiz ibrahim"),
        ("in 't Veld", "in t veld"),
        ("Ĳsbrand", "ijsbrand"),
        ("", ""),
    ],
)
def test_plain_text_has_no_marks(text, expected):
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Jan van der Dijk", "jan dyk"), ("Janssen", "jansen"), ("De Van", "de van"), ("Op den Camp", "camp")],
)
def test_lists_sort_by_a_key_without_tussenvoegsels(text, expected):
    assert search_key(text) == expected


@pytest.mark.parametrize(
    "spellings",
    [
        ("jansen", "janssen"),
        ("meijer", "meyer", "meier", "maier"),
        ("claassen", "klaasen", "claasen"),
        ("schouten", "sgouten"),
        ("dijk", "dyk", "dijck", "dijkk"),
        ("vries", "fries"),
        ("kuyper", "kuiper", "cuijper"),
        ("thijssen", "tijsen", "teijssen"),
        ("lindhoud", "lindhout", "linthoudt"),
        ("bouwman", "bauman", "bouman"),
        ("joesoef", "yusuf"),
        ("mohammed", "mohamed"),
        ("khadija", "ghadija"),
        ("quist", "kwist"),
        ("dirkx", "dirks", "dircks"),
        ("zeegers", "seegers"),
        ("philips", "filips"),
    ],
)
def test_spellings_that_sound_alike_are_one(spellings):
    assert len({sound_key(word) for word in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("jansen", "hansen"), ("bakker", "bekker"), ("vos", "bos"), ("boer", "beer")]
)
def test_other_names_sound_otherwise(one, other):
    assert sound_key(one) != sound_key(other)


@given(WORDS)
def test_a_word_has_a_sound_and_it_has_no_double_letters(word):
    heard = sound_key(word)
    assert heard
    assert all(first != second for first, second in pairwise(heard))


@given(WORDS, st.data())
def test_a_letter_more_or_less_doubled_sounds_the_same(word, data):
    place = data.draw(st.integers(0, len(word) - 1))
    assert sound_key(word) == sound_key(word[:place] + word[place] + word[place:])


@given(LONGER, st.data())
def test_one_slip_is_bridged_wherever_it_is(word, data):
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    slips = {
        word[:place] + letter + word[place:],
        word[:place] + letter + word[place + 1 :],
        word[:place] + word[place + 1 :],
        word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
    }
    for slip in slips:
        if len(slip) > 2:
            assert near_keys(word) & near_keys(slip)


@given(WORDS)
def test_a_key_of_a_light_key_is_the_same(word):
    assert light_key(light_key(word)) == light_key(word) or "ij" in light_key(word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aaltje van der Berg", ("aaltje", "berg")),
        ("v.d. Berg", ("berg",)),
        ("vd Berg", ("berg",)),
        ("v/d Berg", ("berg",)),
        ("Berg, v.d.", ("berg",)),
        ("Jansen-de Wit", ("jansen", "wit")),
        ("Mw. A. de Vries", ("a", "vries")),
        ("fam. Jansen", ("jansen",)),
        ("van der", ("van", "der")),
        ("", ()),
    ],
)
def test_a_name_is_known_by_its_words(text, expected):
    assert name_words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("van den Berg", ("vandenberg",)),
        ("Vandenberg", ("berg",)),
        ("Terhorst", ("horst",)),
        ("Jansen", ()),
        ("Vanka", ()),
        ("O'Brien", ("obrien",)),
        ("", ()),
    ],
)
def test_a_name_may_be_divided_otherwise(text, expected):
    assert joined_words(text) == expected


@pytest.mark.parametrize("word", ["van", "vna", "vab", "dre", "der", "dem", "te"])
def test_a_tussenvoegsel_may_have_a_slip_itself(word):
    assert is_nearly_tussenvoegsel(word)


@pytest.mark.parametrize("word", ["bos", "smit", "vries", "kok"])
def test_a_short_name_is_no_tussenvoegsel(word):
    assert not is_nearly_tussenvoegsel(word)
