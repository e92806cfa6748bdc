"""What can be printed and what not, known before a letter is set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.letters.fonts import MISSING, font_files, printable, unprintable
from sociaal.core.names import TUSSENVOEGSELS


def test_the_fonts_come_from_packages_and_not_from_the_machine():
    assert all("site-packages" in str(path) for path in font_files())


@pytest.mark.parametrize(
    "text",
    [
        "Übermäßig naïef cliëntondersteuning ’s-Gravenhage IJmuiden ĳsje Ĳmeer € 12,50 ½ – — …",
        "Şükrü Łukasz Đorđe Ñuñez Åsa Øyvind Žižek Ğüneş Thị Ngọc Dvořák Þór",
        "Ελλάδα Россия Україна محمد العمراني",
        " ".join(sorted(TUSSENVOEGSELS)),
    ],
)
def test_names_and_words_of_residents_can_be_printed(text):
    assert unprintable(text) == []
    assert printable(text) == text


def test_every_letter_of_a_dutch_passport_can_be_printed():
    latin = [chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180)) if chr(code).isprintable()]
    assert unprintable("".join(latin)) == []


def test_what_no_font_has_is_named_once_and_marked_on_paper():
    assert unprintable("a 漢 b 🙂 c 漢") == ["漢", "🙂"]
    assert printable("a 漢 b") == f"a {MISSING} b"


def test_what_cannot_be_seen_is_left_out_and_a_tab_is_a_space():
    assert printable("a\x07b\u202ec\ufeff\td") == "abc d"


def test_a_letter_with_its_accent_apart_is_written_as_one():
    assert printable("e\u0308") == "ë"


@given(st.text())
def test_what_is_left_can_always_be_printed(text):
    assert unprintable(printable(text)) == []
