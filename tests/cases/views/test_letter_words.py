"""The administrator writes the words of a letter."""

import pytest
from django.urls import reverse

from cases.models import LetterTemplate
from cases.operations.letter_templates import make_template_concept
from tests.cases.operations.test_letter_templates import word
from tests.factories import NOW, UserFactory, make_member

pytestmark = pytest.mark.django_db
KIND = "decision_granted"
WHOLE = {
    "title": "Besluit", "parts": "3", "seen": "0", "heading_0": "Waarom?",
    "text_0": "{reasons}\r\n\r\nEinde.", "heading_1": "", "text_1": "{objection_clause}",
    "heading_2": "", "text_2": "",
}  # fmt: skip


@pytest.fixture
def fatma():
    return make_member("fatma")


@pytest.fixture
def concept(fatma):
    return make_template_concept(kind=KIND, by=fatma, now=NOW)


@pytest.fixture
def write(visit, fatma, concept):
    return lambda **given: visit(fatma, "letter_template_words", KIND, 2, "nl", data={**WHOLE, **given})


@pytest.mark.slow
def test_the_form_begins_with_the_words_and_tells_of_every_field(visit, fatma, concept):
    page = visit(fatma, "letter_template_words", KIND, 2, "en")
    form = page.context["form"]
    assert form["title"].value() == "Decision on your application: {subject}"
    assert form.count == len(concept.wording("en").sections) + 1
    text = page.content.decode()
    assert "{conditions}" in text
    assert "Do it within six weeks." in text
    assert "moet erin" in text


def test_words_are_saved_and_shown_as_a_letter(write):
    answer = write()
    assert answer.url == reverse("letter_template", args=[KIND, 2]) + "?language=nl"
    wording = LetterTemplate.objects.get(kind=KIND, version=2).wording("nl")
    assert [(one.heading, one.text) for one in wording.sections] == [
        ("Waarom?", "{reasons}\n\nEinde."), ("", "{objection_clause}"),
    ]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"title": " "}, "title", "Vul in"),
        ({"title": "{reasons}"}, "title", "alinea"),
        ({"text_0": "{reasons} {resident_nam}"}, "text_0", "{resident_name}"),
        ({"text_0": "{reasons} en {"}, "text_0", "accolade"),
        ({"heading_0": "{subject}"}, "heading_0", "geen velden"),
        ({"heading_2": "Kop"}, "text_2", "onder deze kop"),
        ({"text_1": "Geen bezwaar."}, "text_1", "Awb 3:45"),
        ({"text_0": "", "heading_0": "", "text_1": ""}, "text_0", "Awb 3:45"),
    ],
)
def test_what_is_wrong_stands_at_its_field(write, given, field, said):
    answer = write(**given)
    assert answer.status_code == 422
    assert any(said in one for one in answer.context["form"].errors[field])
    assert LetterTemplate.objects.get(kind=KIND, version=2).change == 0


def test_a_part_moves_up_and_a_part_is_added_without_saving(write):
    form = write(up="1").context["form"]
    assert [form[f"text_{place}"].value() for place in range(2)] == [
        "{objection_clause}", WHOLE["text_0"],
    ]  # fmt: skip
    assert write(text_2="Nog iets", more="1").context["form"].count == 4
    assert LetterTemplate.objects.get(kind=KIND, version=2).change == 0


@pytest.mark.slow
@pytest.mark.parametrize("given", [{"parts": "x"}, {"up": "x", "parts": ""}, {"seen": "x"}])
def test_a_form_that_was_tampered_with_saves_nothing(write, given):
    assert write(**given).status_code in (200, 409, 422)
    assert LetterTemplate.objects.get(kind=KIND, version=2).change == 0


def test_markup_of_an_administrator_is_text_on_screen(write, visit, fatma):
    write(text_0='{reasons} <script>alert(1)</script> #read("x") *vet*')
    text = visit(fatma, "letter_template", KIND, 2).content.decode()
    assert "<script>alert(1)" not in text
    assert "*vet*" in text
    assert visit(fatma, "letter_template_pdf", KIND, 2).content.startswith(b"%PDF")


@pytest.mark.slow
def test_a_conflict_shows_both_and_saving_again_keeps_ones_own(write, concept):
    farid = UserFactory(name="Farid", roles=["administrator"], team=None)
    word(concept, farid)
    answer = write(title="Van Fatma")
    assert answer.status_code == 409
    assert "Farid" in answer.content.decode()
    assert write(title="Van Fatma", seen=answer.context["seen"]).status_code == 302
    assert LetterTemplate.objects.get(kind=KIND, version=2).wording("nl").title == "Van Fatma"


@pytest.mark.slow
def test_another_language_than_ours_is_not_found(visit, fatma, concept):
    assert visit(fatma, "letter_template_words", KIND, 2, "fr").status_code == 404
