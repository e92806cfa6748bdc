"""The administrator's pages of letters: kinds, versions, one version with example data, and using it."""

import pytest
from django.urls import reverse

from cases.models import LetterTemplate
from cases.operations.letter_templates import make_template_concept
from tests.cases.operations.test_letter_templates import word
from tests.factories import NOW, make_member

pytestmark = pytest.mark.django_db
KIND = "decision_refused"


@pytest.fixture
def fatma():
    return make_member("fatma")


@pytest.fixture
def concept(fatma):
    return make_template_concept(kind=KIND, by=fatma, now=NOW)


@pytest.mark.slow
def test_every_kind_stands_in_the_list(visit, fatma, concept, django_assert_max_num_queries):
    visit(fatma, "letter_templates")
    with django_assert_max_num_queries(10):
        page = visit(fatma, "letter_templates")
    assert len(page.context["kinds"]) == 11
    text = page.content.decode()
    assert "Besluit: afgewezen" in text
    assert reverse("letter_template", args=[KIND, 2]) in text


@pytest.mark.slow
def test_one_concept_is_made_however_often_the_button_is_pressed(visit, fatma):
    key = {"form_key": visit(fatma, "letter_template_versions", KIND).context["form_key"]}
    answers = [visit(fatma, "letter_template_new", KIND, data=key) for _twice in range(2)]
    assert {answer.url for answer in answers} == {reverse("letter_template", args=[KIND, 2])}
    assert visit(fatma, "letter_template_versions", KIND).context["concept"].version == 2


@pytest.mark.slow
def test_a_version_is_shown_as_a_letter_in_both_languages(visit, fatma):
    dutch = visit(fatma, "letter_template", KIND, 1).content.decode()
    english = visit(fatma, "letter_template", KIND, 1, language="en").content.decode()
    assert "Niet eens met dit besluit?" in dutch
    assert "Do you not agree with this decision?" in english
    assert "{" not in english.split('class="letter')[1].split("</article>")[0]
    assert reverse("letter_template_words", args=[KIND, 1, "nl"]) not in dutch


@pytest.mark.slow
def test_a_version_is_shown_on_paper(visit, fatma):
    answer = visit(fatma, "letter_template_pdf", KIND, 1, language="en")
    assert answer.content.startswith(b"%PDF")


@pytest.mark.slow
def test_what_is_in_use_cannot_be_changed_or_thrown_away(visit, fatma):
    for name in ("letter_template_publish", "letter_template_discard"):
        assert visit(fatma, name, KIND, 1).status_code == 404
    assert visit(fatma, "letter_template_words", KIND, 1, "nl").status_code == 404


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["conversation_report", "nothing"])
def test_what_has_no_template_is_not_found(visit, fatma, kind):
    assert visit(fatma, "letter_template_versions", kind).status_code == 404
    assert visit(fatma, "letter_template", kind, 1).status_code == 404


def test_publishing_shows_what_changes_and_then_uses_it(visit, fatma, concept):
    assert "Er verandert niets" in visit(fatma, "letter_template_publish", KIND, 2).content.decode()
    word(concept, fatma)
    page = visit(fatma, "letter_template_publish", KIND, 2)
    assert "Besluit op uw aanvraag: {subject}" in page.content.decode()
    form = page.context["form"]
    sent = {"seen": form["seen"].value(), "form_key": form["form_key"].value()}
    for _twice in range(2):
        answer = visit(fatma, "letter_template_publish", KIND, 2, data=sent)
        assert answer.url == reverse("letter_template_versions", args=[KIND])
    assert LetterTemplate.objects.get(kind=KIND, state="in_use").version == 2


@pytest.mark.slow
def test_publishing_what_changed_meanwhile_shows_the_changes_again(visit, fatma, concept):
    word(concept, fatma)
    answer = visit(fatma, "letter_template_publish", KIND, 2, data={"seen": "0"})
    assert answer.status_code == 409
    assert answer.context["changes"]


@pytest.mark.slow
def test_a_concept_is_thrown_away_after_saying_so_once_more(visit, fatma, concept):
    assert visit(fatma, "letter_template_discard", KIND, 2).status_code == 200
    visit(fatma, "letter_template_discard", KIND, 2, data={"form_key": "k"})
    assert not LetterTemplate.objects.filter(pk=concept.pk).exists()
