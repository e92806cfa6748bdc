"""The administrator's pages of the questions."""

import pytest
from django.urls import reverse

from cases.enums import LifeDomain
from intake.models import Question, QuestionSet
from intake.operations.questions import QuestionText, change_question, make_concept, remove_question
from tests.factories import NOW, UserFactory, make_member
from tests.visiting import at_that_moment, visit

__all__ = ["at_that_moment", "visit"]
pytestmark = pytest.mark.django_db
D = LifeDomain.HOUSING


@pytest.fixture
def fatma():
    return make_member("fatma")


@pytest.fixture
def concept(fatma):
    return make_concept(by=fatma, now=NOW)


@pytest.fixture
def prompt(concept):
    return Question.objects.filter(question_set=concept, domain=D, is_opening=False).order_by("order").first()


def _where(question):
    return [question.question_set.version, question.domain, question.pk]


def _order(concept):
    rows = Question.objects.filter(question_set=concept, domain=D, is_opening=False)
    return list(rows.order_by("order", "pk").values_list("pk", flat=True))


def test_one_concept_is_made_however_often_the_button_is_pressed(visit, fatma):
    key = {"form_key": visit(fatma, "questions").context["form_key"]}
    answers = [visit(fatma, "question_set_new", data=key) for _twice in range(2)]
    assert {answer.url for answer in answers} == {reverse("question_set", args=[2])}
    assert visit(fatma, "questions").context["concept"].version == 2


def test_a_version_in_use_is_shown_and_offers_nothing_to_change(visit, fatma):
    page = visit(fatma, "question_set", 1)
    assert reverse("question_domain", args=[1, D]) not in page.content.decode()
    assert visit(fatma, "question_domain", 1, D).status_code == 404
    assert visit(fatma, "question_add", 1, D).status_code == 404
    assert visit(fatma, "question_set_publish", 1).status_code == 404
    assert visit(fatma, "question_set_discard", 1).status_code == 404


def test_a_question_is_added_with_its_conditions(visit, fatma, concept):
    sent = {"text_nl": "Is er een lift?", "only_when": ["debts", "eviction"]}
    answer = visit(fatma, "question_add", concept.version, D, data=sent)
    assert answer.url == reverse("question_domain", args=[concept.version, D])
    assert Question.objects.get(text_nl="Is er een lift?").only_when == ["debts", "eviction"]
    assert D in visit(fatma, "question_set", concept.version).context["changed"]


@pytest.mark.parametrize(
    "sent", [{"text_nl": " "}, {"text_nl": "x" * 301}, {"text_nl": "Hoe?", "only_when": "x"}]
)
def test_what_is_wrong_stands_at_its_field(visit, fatma, concept, sent):
    answer = visit(fatma, "question_add", concept.version, D, data=sent)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) <= {"text_nl", "only_when"}


def test_an_opening_question_has_no_conditions_to_choose(visit, fatma, concept):
    opening = Question.objects.get(question_set=concept, domain=D, is_opening=True)
    assert "only_when" not in visit(fatma, "question_change", *_where(opening)).context["form"].fields


def test_a_conflict_shows_both_and_saving_again_keeps_ones_own(visit, fatma, prompt):
    farid = UserFactory(name="Farid", roles=["administrator"], team=None)
    change_question(question=prompt, given=QuestionText("Van Farid?"), seen=0, by=farid, now=NOW)
    answer = visit(fatma, "question_change", *_where(prompt), data={"text_nl": "Van Fatma?", "seen": "0"})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Van Farid?" in text
    assert "Van Fatma?" in text
    again = {"text_nl": "Van Fatma?", "seen": answer.context["seen"]}
    assert visit(fatma, "question_change", *_where(prompt), data=again).status_code == 302
    prompt.refresh_from_db()
    assert prompt.text_nl == "Van Fatma?"


def test_words_for_a_question_that_is_gone_can_be_added_instead(visit, fatma, prompt):
    where = _where(prompt)
    remove_question(question=prompt, seen=0, by=fatma, now=NOW)
    assert visit(fatma, "question_change", *where).status_code == 404
    answer = visit(fatma, "question_change", *where, data={"text_nl": "Toch deze?", "seen": "0"})
    assert answer.status_code == 409
    assert "Toch deze?" in answer.content.decode()
    assert answer.context["action"] == reverse("question_add", args=where[:2])


@pytest.mark.parametrize(
    ("place", "way", "lands", "focus"),
    [(2, "up", 1, "up"), (1, "up", 0, "down"), (0, "down", 1, "down"), (-2, "down", -1, "up")],
)
def test_moving_keeps_the_focus_with_the_question(visit, client, fatma, concept, place, way, lands, focus):
    before = _order(concept)
    pk = before[place]
    answer = visit(fatma, "question_move", concept.version, D, pk, data={"way": way})
    lines = client.get(answer.url).context["lines"]
    assert lines[lands].question.pk == pk
    assert [line.focus for line in lines if line.focus] == [focus]
    assert lines[lands].focus == focus


def test_leaving_a_question_out_says_which(visit, client, fatma, prompt):
    answer = visit(fatma, "question_remove", *_where(prompt), data={"seen": "0"})
    assert (
        prompt.text_nl in client.get(answer.url).content.decode()
        or prompt.text_en in client.get(answer.url).content.decode()
    )
    assert not Question.objects.filter(pk=prompt.pk).exists()
    assert visit(fatma, "question_remove", *_where(prompt), data={"seen": "0"}).status_code == 302


def test_leaving_out_what_another_changed_shows_it_first(visit, fatma, prompt):
    change_question(question=prompt, given=QuestionText("Beter?"), seen=0, by=fatma, now=NOW)
    answer = visit(fatma, "question_remove", *_where(prompt), data={"seen": "0"})
    assert answer.url == reverse("question_change", args=_where(prompt))
    assert Question.objects.filter(pk=prompt.pk).exists()


def test_publishing_shows_what_changes_and_then_uses_it(visit, client, fatma, prompt):
    old = prompt.text_nl
    change_question(question=prompt, given=QuestionText("Heel anders?"), seen=0, by=fatma, now=NOW)
    page = visit(fatma, "question_set_publish", prompt.question_set.version)
    text = page.content.decode()
    assert old in text
    assert "Heel anders?" in text
    form = page.context["form"]
    sent = {"seen": form["seen"].value(), "form_key": form["form_key"].value()}
    answer = visit(fatma, "question_set_publish", prompt.question_set.version, data=sent)
    assert answer.url == reverse("questions")
    assert QuestionSet.objects.get(state="in_use").version == 2
    again = visit(fatma, "question_set_publish", prompt.question_set.version, data=sent)
    assert again.url == reverse("questions")


def test_publishing_what_changed_meanwhile_shows_the_changes_again(visit, fatma, prompt):
    page = visit(fatma, "question_set_publish", prompt.question_set.version)
    change_question(question=prompt, given=QuestionText("Tussendoor?"), seen=0, by=fatma, now=NOW)
    sent = {"seen": page.context["form"]["seen"].value()}
    answer = visit(fatma, "question_set_publish", prompt.question_set.version, data=sent)
    assert answer.status_code == 409
    assert "Tussendoor?" in answer.content.decode()
    fresh = {"seen": answer.context["form"]["seen"].value()}
    assert visit(fatma, "question_set_publish", prompt.question_set.version, data=fresh).status_code == 302


def test_a_concept_that_changes_nothing_has_no_button(visit, fatma, concept):
    assert 'name="seen"' not in visit(fatma, "question_set_publish", concept.version).content.decode()


def test_a_concept_is_thrown_away_after_saying_so_once_more(visit, fatma, concept):
    assert visit(fatma, "question_set_discard", concept.version).status_code == 200
    assert visit(fatma, "question_set_discard", concept.version, data={}).status_code == 302
    assert not QuestionSet.objects.filter(version=2).exists()


def test_the_preview_shows_what_a_conversation_would_ask(visit, fatma):
    plain = visit(fatma, "question_set_preview", 1).context["asked"]
    supposed = visit(
        fatma, "question_set_preview", 1, fact=["children", "eviction", "nonsense"], language="en"
    )
    asked = supposed.context["asked"]
    assert plain.of(LifeDomain.PARENTING) is None
    assert asked.of(LifeDomain.PARENTING).relevant
    assert len(asked.of(D).prompts) > len(plain.of(D).prompts)
    assert (
        asked.of(D).opening
        == Question.objects.get(question_set__version=1, domain=D, is_opening=True).text_en
    )


@pytest.mark.parametrize(
    "name", ["questions", "question_set", "question_set_preview", "question_set_publish"]
)
def test_the_pages_ask_little_of_the_database(client, fatma, concept, name, django_assert_max_num_queries):
    client.force_login(fatma)
    args = [] if name == "questions" else [concept.version]
    with django_assert_max_num_queries(8):
        assert client.get(reverse(name, args=args)).status_code == 200
