"""To whom a letter is, and who signs it."""

from datetime import date

import pytest
from django.utils import translation

from cases.letters.head import Heading, addressed, framed
from cases.letters.text import Section

HEAD = Heading(
    municipality="Voorbeeldstad", resident="Sami El Amrani", age=40, address=("Kade 1", "9999 XA  X"),
    language="nl", day=date(2026, 11, 18), reference="B2026-000001", case_number="2026-000001",
    contact_name="Anna", signed_by="Anna", team="Wijkteam Oost",
)  # fmt: skip


@pytest.fixture(autouse=True)
def in_dutch():
    with translation.override("nl"):
        yield


@pytest.mark.parametrize(
    ("age", "to", "greeting"),
    [
        (None, "Sami", "Beste Sami,"),
        (16, "Sami", "Beste Sami,"),
        (15, "Sami en ouders of verzorgers", "Beste Sami, beste ouders of verzorgers,"),
        (12, "Sami en ouders of verzorgers", "Beste Sami, beste ouders of verzorgers,"),
        (11, "Aan de ouders of verzorgers van Sami", "Beste ouders of verzorgers van Sami,"),
    ],
)
def test_the_letter_is_to_who_decides_at_that_age(age, to, greeting):
    assert addressed("Sami", age) == (to, greeting)


def test_a_letter_has_its_reference_and_is_signed():
    letter = framed("Titel", [Section("Kop", "Tekst")], HEAD)
    assert letter.to == ("Sami El Amrani", "Kade 1", "9999 XA  X")
    assert ("Ons kenmerk", "B2026-000001") in letter.facts
    assert letter.closing == ("Met vriendelijke groet,", "Anna", "Wijkteam Oost", "Gemeente Voorbeeldstad")


def test_a_decision_says_in_whose_name_it_was_made():
    closing = framed("Besluit", [], Heading(**{**HEAD.__dict__, "decided_by": "Bram Besluit"})).closing
    assert closing[1:] == (
        "Het college van burgemeester en wethouders van Voorbeeldstad,",
        "namens dit college:",
        "Bram Besluit",
    )
