"""The templates that every municipality begins with: every field filled, empty and longest, in both
languages, is an accessible PDF that says what its source says.
"""

import json
from pathlib import Path

import pytest
from django.utils import translation

from cases.letters.clauses import Office, clauses
from cases.letters.example import example_letter
from cases.letters.fields import FIELDS, example_of
from cases.letters.fonts import printable
from cases.letters.head import Heading, framed
from cases.letters.kinds import TEMPLATE_KINDS
from cases.letters.templating import (
    HEADING,
    TEXT,
    TITLE,
    Wording,
    drafts_of,
    faults_in,
    fields_in,
    in_one_line,
    missing_in,
    sections_of,
)
from cases.letters.text import Section
from cases.letters.typesetting import typeset
from tests.cases.letters.test_typesetting import (
    ACCESSIBLE,
    AT,
    LONGEST,
    TO_KEEP,
    found_by,
    said,
    without_spaces,
)

FIRST = json.loads((Path(__file__).parents[3] / "cases/letters/version_1.json").read_text(encoding="utf-8"))
OFFICE = Office("Voorbeeldstad", "Postbus 1, 9999 AA Voorbeeldstad", "0900 000 0000")
LONG_OFFICE = Office(
    "Nissewaard-Westerkwartier aan den IJssel",
    "Burgemeester-Van-Roijensingel-Noord 1234 bis, 9999 XA Nissewaard-Westerkwartier aan den IJssel",
    "+31 (0)900 000 0000, toestel 1234",
)
CODE = (
    '#let x = 1 *vet* _schuin_ $a^2$ \\ `code` <label> @ref // weg #read("/etc/passwd") {objection_clause} '
)
CASES = [(kind, language) for kind in TEMPLATE_KINDS for language in ("nl", "en")]


def longest(field):
    """As long as the file can hold it, with signs that are markup elsewhere."""
    if field.paragraphs:
        return "\n\n".join([CODE + "Overwegende dat de bewoonster " * 20] * 12 + [f"- {LONGEST}\n- {CODE}"])
    return f"{LONGEST} {CODE}"[:240]


def values_for(which, language, office):
    given = {
        "filled": lambda field: example_of(field, language),
        "empty": lambda field: "",
        "longest": longest,
    }[which]
    own = clauses(office, "B2026-000001")
    return {name: given(field) for name, field in FIELDS.items()} | own


def letter_for(wording, kind, language, which):
    office = LONG_OFFICE if which == "longest" else OFFICE
    name = LONGEST if which == "longest" else "Aaltje de Testpersoon"
    with translation.override(language):
        values = values_for(which, language, office)
        head = Heading(
            municipality=office.name, resident=name, age=10 if which == "longest" else None,
            address=() if which == "empty" else ("Lindelaan 4", "9999 XA  VOORBEELDSTAD"),
            language=language, day=AT.date(), reference="B2026-000001", case_number="2026-000123",
            contact_name="" if which == "empty" else name, return_address=office.address,
            signed_by=name, team="" if which == "empty" else "Wijkteam Oost",
            decided_by=name if "decision_g" in kind.kind else "",
        )  # fmt: skip
        return framed(in_one_line(wording.title, values), sections_of(drafts_of(wording, kind, values)), head)


def wording_of(kind, language):
    return Wording.of(FIRST[kind][language])


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_every_field_stands_where_it_may_and_what_the_law_asks_for_is_there(kind, language):
    wording = wording_of(kind, language)
    parts = [(wording.title, TITLE), *((one.heading, HEADING) for one in wording.sections)]
    for text, part in (*parts, *((one.text, TEXT) for one in wording.sections)):
        assert faults_in(text, TEMPLATE_KINDS[kind], part) == []
    assert missing_in(wording, TEMPLATE_KINDS[kind]) == []


@pytest.mark.parametrize("kind", TEMPLATE_KINDS)
def test_both_languages_ask_the_same_of_the_file(kind):
    def asked(language):
        wording = wording_of(kind, language)
        return [sorted(fields_in(one.text)) for one in wording.sections]

    assert asked("nl") == asked("en")


def test_there_are_words_for_every_kind_and_for_nothing_else():
    assert set(FIRST) == {str(kind) for kind in TEMPLATE_KINDS}


def test_an_example_passes_the_checker():
    kind = TEMPLATE_KINDS["decision_granted"]
    letter = example_letter(wording_of("decision_granted", "nl"), kind, "nl", OFFICE)
    pdf = typeset(letter, at=AT)
    assert found_by(ACCESSIBLE, pdf) == []
    assert said(pdf) == without_spaces(printable("".join(letter.words())))


@pytest.mark.slow
@pytest.mark.parametrize("which", ["filled", "empty", "longest"])
@pytest.mark.parametrize(("kind", "language"), CASES)
def test_every_template_is_accessible_and_says_what_its_source_says(kind, language, which):
    letter = letter_for(wording_of(kind, language), TEMPLATE_KINDS[kind], language, which)
    pdf = typeset(letter, at=AT)
    assert found_by(ACCESSIBLE, pdf) == []
    assert found_by(TO_KEEP, pdf) == []
    assert said(pdf) == without_spaces(printable("".join(letter.words())))


@pytest.mark.slow
@pytest.mark.parametrize("kind", TEMPLATE_KINDS)
@pytest.mark.parametrize("which", ["filled", "empty", "longest"])
def test_every_field_there_is_may_stand_in_a_letter(kind, which):
    """Also those that the first templates do not use."""
    lines = [field.code for field in TEMPLATE_KINDS[kind].fields]
    wording = Wording(
        f"Titel {CODE}".replace("{objection_clause}", ""), (Section(f"Kop {CODE}", "\n\n".join(lines)),)
    )
    letter = letter_for(wording, TEMPLATE_KINDS[kind], "nl", which)
    pdf = typeset(letter, at=AT)
    assert found_by(ACCESSIBLE, pdf) == []
    assert said(pdf) == without_spaces(printable("".join(letter.words())))
