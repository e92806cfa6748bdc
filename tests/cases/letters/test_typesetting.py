"""Every PDF passes the checker for PDF/UA-1 and PDF/A-2a, and says what its source says."""

import re
from datetime import UTC, datetime

import page as checker
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.letters import look
from cases.letters.fonts import printable
from cases.letters.text import LetterText, Section
from cases.letters.typesetting import typeset
from tests.letters import letter_text
from tests.pdf_reading import read_aloud

AT = datetime(2026, 11, 18, 10, tzinfo=UTC)
ACCESSIBLE, TO_KEEP = checker.ValidationProfile.PDF_UA_1, checker.ValidationProfile.PDF_A_2A
LONGEST = (
    "Maria Johanna Wilhelmina Alexandrina van der Schoot van Wassenaer Obdam-Schimmelpenninck van der Oye "
    "genaamd Blenkvliet de Wolff van Westerrode"
)
LETTERS = {
    "plain": letter_text(),
    "longest names": letter_text(to=(LONGEST, "Burgemeester-Van-Roijensingel-Noord 1234 bis", "9999 XA  X")),
    "nothing optional": letter_text(
        return_address="", facts=(("Datum", "vandaag"),), sections=(), closing=()
    ),
    "no heading": letter_text(sections=(Section("", "Wij spraken met u."),)),
    "everything": letter_text(text="Een\ntwee\n\n- a\n- b\n\n> Ik val.\n> Vaak.\n\nSlot."),
    "diacritics": letter_text(
        text="Şükrü Çelik, Łódź, ĳs, efficiënt, ﬁets, Đặng Thị Ngọc, ’t, € ½ – Ελλάδα Київ"
    ),
    "no markup": letter_text(
        text='#let x = 1 *vet* _schuin_ $a^2$ \\ `code` <label> @ref // weg /* weg */ "x'
    ),
    "no shapes": letter_text(text="漢 🙂 \x07 \u202e"),
    "english": letter_text(language="en", title="Report of our conversation", page="Page {page} of {total}"),
    "many pages": letter_text(
        text="\n\n".join(f"Alinea {n} over de trap en het huis." * 8 for n in range(40))
    ),
}


def found_by(profile, pdf):
    report = checker.validate_pdf_bytes(pdf, profile=profile)
    return [(one.rule_id, one.message) for one in report.failures]


def without_spaces(text: str) -> str:
    return re.sub(r"\s", "", text)


def said(pdf: bytes) -> str:
    """All that is read aloud; the dots before the items of a list left out."""
    return without_spaces("".join(one.text for one in read_aloud(pdf) if one.role != "Lbl"))


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("profile", [ACCESSIBLE, TO_KEEP])
def test_it_passes_every_rule_of_the_checker(name, profile):
    assert found_by(profile, typeset(LETTERS[name], at=AT)) == []


@pytest.mark.parametrize("name", LETTERS)
def test_what_is_read_aloud_is_what_the_source_says(name):
    letter = LETTERS[name]
    assert said(typeset(letter, at=AT)) == without_spaces(printable("".join(letter.words())))


WORDS = st.text(st.characters(codec="utf-8", min_codepoint=1, max_codepoint=0x17F), max_size=60)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS, WORDS, st.lists(WORDS, max_size=4))
def test_whatever_somebody_writes_is_said_as_it_is_and_breaks_nothing(title, name, texts):
    sections = tuple(Section(f"Kop {n}", text) for n, text in enumerate(texts))
    letter = letter_text(title=f"Brief {title}", to=(name,), sections=sections)
    pdf = typeset(letter, at=AT)
    assert said(pdf) == without_spaces(printable("".join(letter.words())))
    assert found_by(ACCESSIBLE, pdf) == []


def test_headings_lists_and_quotes_are_what_they_look_like():
    roles = [one.role for one in read_aloud(typeset(LETTERS["everything"], at=AT))]
    assert roles.count("H1") == 1
    assert roles.count("H2") == 1
    assert roles.count("LBody") == 2


def test_the_same_words_give_the_same_bytes():
    letter = LETTERS["everything"]
    assert typeset(letter, at=AT) == typeset(LetterText.from_json(letter.as_json()), at=AT)


def test_the_colour_is_that_of_the_theme(settings):
    assert look.brand_colour() == "#0e5c63"
    assert look.brand_colour("theme/none.css") == look.PLAIN
