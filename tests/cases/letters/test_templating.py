"""Letter templates: what may stand in them, how they are filled, and that nothing becomes markup."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from cases.enums import LetterKind
from cases.letters.fields import FIELDS
from cases.letters.kinds import DECISIONS, TEMPLATE_KINDS
from cases.letters.templating import (
    HEADING,
    TEXT,
    TITLE,
    Wording,
    drafts_of,
    faults_in,
    filled,
    gaps_in,
    in_one_line,
    missing_in,
)
from cases.letters.text import Section

GRANTED = TEMPLATE_KINDS[LetterKind.DECISION_GRANTED]


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("text", "part", "said"),
    [
        ("Dear {resident_name}, on {applied_date}.", TEXT, ""),
        ("", TEXT, ""),
        ("{objection_clause}", TEXT, ""),
        ("  {objection_clause} ", TEXT, ""),
        ("About {subject}", TITLE, ""),
        ("Dear {resident_nam}", TEXT, "{resident_name}"),
        ("{xyz}", TEXT, "Choose one"),
        ("{appointment_when}", TEXT, "{appointment_when}"),  # of another letter
        ("{resident_name", TEXT, "brace"),
        ("resident_name}", TEXT, "brace"),
        ("{{resident_name}}", TEXT, "brace"),
        ("{Resident_Name}", TEXT, "brace"),
        ("{ resident_name }", TEXT, "brace"),
        ("{resident_name!r}", TEXT, "brace"),
        ("{resident_name.__class__}", TEXT, "brace"),
        ("{}", TEXT, "brace"),
        ("Object: {objection_clause}", TEXT, "line of its own"),
        ("{objection_clause}", TITLE, "line of its own"),
        ("{reasons}", TITLE, "several paragraphs"),
        ("{subject}", HEADING, "no fields"),
    ],
)
def test_what_is_wrong_is_said(text, part, said):
    faults = faults_in(text, GRANTED, part)
    assert bool(faults) == bool(said)
    assert all(said in fault for fault in faults)


def test_each_line_that_is_wrong_is_named():
    assert len(faults_in("fine\n{what}\n{open", GRANTED)) == 2


def test_what_the_law_asks_for_must_stand_in_a_text():
    wording = Wording("{reasons}", (Section("{objection_clause}", "{reasons}"),))
    assert [field.name for field in missing_in(wording, GRANTED)] == ["objection_clause"]


@pytest.mark.parametrize("kind", DECISIONS.values())
def test_every_decision_must_say_how_to_object(kind):
    assert {"reasons", "objection_clause"} <= set(TEMPLATE_KINDS[kind].needs)


@pytest.mark.parametrize(
    ("text", "values", "result"),
    [
        ("Dear {resident_name}.", {"resident_name": "Aaltje"}, "Dear Aaltje."),
        ("Dear {resident_name}.", {}, "Dear [name of the resident]."),
        ("Call us.\nPhone: {contact_phone}\nBye.", {}, "Call us.\nBye."),
        ("Phone: {contact_phone}", {"contact_phone": "1"}, "Phone: 1"),
        ("{conditions}", {}, ""),
        ("{reasons}", {"reasons": "One.\n\nTwo."}, "One.\n\nTwo."),
        ("Name: {resident_name}", {"resident_name": " A\n- b\t c "}, "Name: A - b c"),
        ("{reasons}", {"reasons": "{objection_clause} {today}"}, "{objection_clause} {today}"),
    ],
)
def test_fields_are_filled_once(text, values, result):
    assert filled(text, values) == result


def test_a_title_is_one_line_whatever_is_in_it():
    assert in_one_line("About {subject}", {"subject": "a\nb"}) == "About a b"


def test_a_gap_is_found_until_it_is_filled_in():
    text = filled("On {new_due_date}.", {})
    kind = TEMPLATE_KINDS[LetterKind.DECISION_LATE]
    assert gaps_in(text, kind) == ["[new day on which we decide at the latest]"]
    assert gaps_in("On 21 December.", kind) == []


def test_a_part_with_a_clause_is_fixed_and_one_that_the_law_asks_for_is_needed():
    wording = Wording("t", (Section("a", "{reasons}"), Section("b", "{objection_clause}"), Section("c", "x")))
    drafts = drafts_of(wording, GRANTED, {"reasons": "r", "objection_clause": "o"})
    assert [(one.fixed, one.needed) for one in drafts] == [(False, True), (True, True), (False, False)]


@given(st.text(), st.sampled_from([field for field in FIELDS.values() if field.paragraphs]))
def test_what_is_in_a_file_comes_out_as_it_is(value, field):
    assert filled(field.code, {field.name: value}) in (value.strip(), "", f"[{field.label}]")


@given(st.text(max_size=200))
def test_no_text_of_an_administrator_breaks_the_check(text):
    if not faults_in(text, GRANTED):
        filled(text, {})


def test_a_wording_is_kept_as_it_is():
    wording = Wording("Title", (Section("", "a"), Section("b", "c\n\nd")))
    assert Wording.of(wording.as_data()) == wording
