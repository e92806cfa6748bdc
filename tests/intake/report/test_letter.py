"""The report as a letter: to whom, and what stands around it."""

from datetime import date

import pytest
from django.utils import translation

from intake.report.deciding import decided
from intake.report.letter import Heading, letter_of
from intake.report.parts import Part, Standing

HEAD = Heading(
    municipality="Voorbeeldstad", resident="Sami El Amrani", age=40, address=("Kade 1", "9999 XA  X"),
    language="nl", day=date(2026, 11, 18), reference="B2026-000001", case_number="2026-000001",
    contact_name="Anna", signed_by="Anna", team="Wijkteam Oost",
)  # fmt: skip


@pytest.fixture(autouse=True)
def in_dutch():
    with translation.override("nl"):
        yield


def test_only_what_comes_in_stands_in_the_letter():
    lines = decided([Part("a", "Kop", "Tekst"), Part("b", "Weg", "Niet", standing=Standing.ASKED)], [])
    letter = letter_of(lines, HEAD)
    assert [section.heading for section in letter.sections] == ["Kop"]
    assert letter.to == ("Sami El Amrani", "Kade 1", "9999 XA  X")
    assert letter.closing[0] == "Met vriendelijke groet,"


def test_a_later_version_says_which_one_it_is():
    assert letter_of([], HEAD).title == "Verslag van ons gesprek"
    later = Heading(**{**HEAD.__dict__, "version": 2})
    assert letter_of([], later).title == "Verslag van ons gesprek, versie 2"
