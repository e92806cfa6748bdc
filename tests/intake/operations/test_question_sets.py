"""Making a new version of the questions, changing it, and bringing it into use (publish, retire)."""

import pytest

from cases.enums import LifeDomain
from intake.models import Question, QuestionSet
from intake.operations.conversations import hold
from intake.operations.notes import ask_nothing, keep_said
from intake.operations.questions import (
    QuestionChangedError,
    QuestionText,
    add_question,
    change_question,
    discard_concept,
    make_concept,
    move_question,
    pin_questions,
    publish_questions,
    remove_question,
)
from intake.queries.question_sets import changes_in, mark_of
from sociaal.audit.models import Entry
from sociaal.core.errors import Conflict, NotFound, NotPermitted, Refused
from tests.factories import CAST, NOW, UserFactory, make_member

pytestmark = pytest.mark.django_db
D = LifeDomain.HOUSING


@pytest.fixture
def fatma():
    return make_member("fatma")


@pytest.fixture
def concept(fatma):
    return make_concept(by=fatma, now=NOW)


def _prompts(row, domain=D):
    rows = Question.objects.filter(question_set=row, domain=domain, is_opening=False)
    return list(rows.order_by("order", "pk"))


def _opening(row, domain=D):
    return Question.objects.get(question_set=row, domain=domain, is_opening=True)


def _publish(row, by):
    return publish_questions(question_set=row, seen=mark_of(row), by=by, now=NOW)


def _reworded(row, by, text="Anders?"):
    return change_question(
        question=_prompts(row)[0], given=QuestionText(text), seen=_prompts(row)[0].version, by=by, now=NOW
    )


def test_a_concept_begins_as_a_copy_of_the_version_in_use(concept):
    first = QuestionSet.objects.get(version=1)
    assert (concept.version, concept.state, concept.in_use_from) == (2, "concept", None)
    assert [one.text_nl for one in _prompts(concept)] == [one.text_nl for one in _prompts(first)]
    assert _opening(concept).copied_from == _opening(first)
    assert changes_in(concept) == []


def test_a_second_concept_is_refused(concept, fatma):
    with pytest.raises(Refused):
        make_concept(by=fatma, now=NOW)


def test_a_new_prompt_comes_below_the_others(concept, fatma):
    given = QuestionText(" Is er een lift? ", "Is there a lift?", ("eviction", "debts"))
    add_question(question_set=concept, domain=D, given=given, by=fatma, now=NOW)
    last = _prompts(concept)[-1]
    assert (last.text_nl, last.text_en, last.only_when) == (
        "Is er een lift?",
        "Is there a lift?",
        ["debts", "eviction"],
    )


def test_the_same_question_twice_in_a_domain_is_refused(concept, fatma):
    one, other = _prompts(concept)[:2]
    with pytest.raises(Refused) as refusal:
        add_question(
            question_set=concept, domain=D, given=QuestionText(one.text_nl.upper()), by=fatma, now=NOW
        )
    assert refusal.value.field == "text_nl"
    with pytest.raises(Refused):
        change_question(question=other, given=QuestionText(one.text_nl), seen=0, by=fatma, now=NOW)


def test_an_opening_question_gets_other_words_but_no_conditions(concept, fatma):
    changed = change_question(
        question=_opening(concept),
        given=QuestionText("Hoe woont u?", only_when=("debts",)),
        seen=0,
        by=fatma,
        now=NOW,
    )
    assert (changed.text_nl, changed.only_when) == ("Hoe woont u?", [])


def test_what_another_wrote_meanwhile_is_shown_and_not_overwritten(concept, fatma):
    other = UserFactory(name="Farid", roles=["administrator"])
    question = _prompts(concept)[0]
    change_question(question=question, given=QuestionText("Van Farid?"), seen=0, by=other, now=NOW)
    with pytest.raises(QuestionChangedError, match="Farid") as conflict:
        change_question(question=question, given=QuestionText("Van Fatma?"), seen=0, by=fatma, now=NOW)
    assert conflict.value.theirs.text_nl == "Van Farid?"
    with pytest.raises(QuestionChangedError):
        remove_question(question=question, seen=0, by=fatma, now=NOW)
    assert _prompts(concept)[0].text_nl == "Van Farid?"


def test_a_question_that_is_gone_cannot_be_changed(concept, fatma):
    question = _prompts(concept)[0]
    remove_question(question=question, seen=0, by=fatma, now=NOW)
    with pytest.raises(NotFound):
        change_question(question=question, given=QuestionText("Anders?"), seen=0, by=fatma, now=NOW)


@pytest.mark.parametrize(
    ("place", "up", "order"),
    [(1, True, [1, 0, 2]), (1, False, [0, 2, 1]), (0, True, [0, 1, 2])],
)
def test_a_prompt_moves_one_place_and_not_past_the_end(concept, fatma, place, up, order):
    before = [one.pk for one in _prompts(concept)]
    move_question(question=_prompts(concept)[place], up=up, by=fatma, now=NOW)
    assert [one.pk for one in _prompts(concept)][:3] == [before[was] for was in order]


def test_the_last_prompt_stays_last_and_the_opening_first(concept, fatma):
    before = [one.pk for one in _prompts(concept)]
    move_question(question=_prompts(concept)[-1], up=False, by=fatma, now=NOW)
    assert [one.pk for one in _prompts(concept)] == before
    with pytest.raises(Refused):
        move_question(question=_opening(concept), up=False, by=fatma, now=NOW)


def test_an_opening_question_stays(concept, fatma):
    with pytest.raises(Refused):
        remove_question(question=_opening(concept), seen=0, by=fatma, now=NOW)


def test_publishing_brings_it_into_use_and_keeps_old_conversations_on_their_own(concept, fatma, talk, anna):
    pin_questions(talk)
    _reworded(concept, fatma)
    _publish(concept, fatma)
    states = dict(QuestionSet.objects.values_list("version", "state"))
    assert states == {1: "retired", 2: "in_use"}
    assert QuestionSet.objects.get(version=2).in_use_from == NOW
    talk.refresh_from_db(fields=["question_set"])
    assert talk.question_set.version == 1


def test_a_version_that_changes_nothing_is_not_published(concept, fatma):
    with pytest.raises(Refused):
        _publish(concept, fatma)


def test_a_version_that_changed_after_it_was_looked_at_is_not_published(concept, fatma):
    seen = mark_of(concept)
    _reworded(concept, fatma)
    with pytest.raises(Conflict):
        publish_questions(question_set=concept, seen=seen, by=fatma, now=NOW)


def test_only_a_concept_is_changed_published_or_thrown_away(concept, fatma):
    _reworded(concept, fatma)
    _publish(concept, fatma)
    for change in (
        lambda: _publish(concept, fatma),
        lambda: _reworded(concept, fatma, "Nog eens?"),
        lambda: discard_concept(question_set=concept, by=fatma, now=NOW),
        lambda: add_question(question_set=concept, domain=D, given=QuestionText("Nieuw?"), by=fatma, now=NOW),
    ):
        with pytest.raises(Refused):
            change()


def test_a_concept_is_thrown_away_and_the_version_in_use_stays(concept, fatma):
    discard_concept(question_set=concept, by=fatma, now=NOW)
    assert QuestionSet.objects.get().version == 1
    assert make_concept(by=fatma, now=NOW).version == 2


@pytest.mark.parametrize("who", sorted(set(CAST) - {"fatma"}))
def test_only_an_administrator_does_any_of_this(concept, who):
    other = make_member(who)
    question = _prompts(concept)[0]
    for change in (
        lambda: make_concept(by=other, now=NOW),
        lambda: add_question(question_set=concept, domain=D, given=QuestionText("Nieuw?"), by=other, now=NOW),
        lambda: _reworded(concept, other),
        lambda: move_question(question=question, up=False, by=other, now=NOW),
        lambda: remove_question(question=question, seen=0, by=other, now=NOW),
        lambda: _publish(concept, other),
        lambda: discard_concept(question_set=concept, by=other, now=NOW),
    ):
        with pytest.raises((NotPermitted, NotFound)):
            change()


def test_every_change_is_in_the_log(concept, fatma):
    question = add_question(question_set=concept, domain=D, given=QuestionText("Nieuw?"), by=fatma, now=NOW)
    move_question(question=question, up=True, by=fatma, now=NOW)
    change_question(question=question, given=QuestionText("Nieuwer?"), seen=0, by=fatma, now=NOW)
    _publish(concept, fatma)
    make_concept(by=fatma, now=NOW)
    actions = list(Entry.objects.filter(kind="write").order_by("pk").values_list("action", flat=True))
    assert actions == [
        "make_questions", "add_question", "move_question", "change_question", "publish_questions",
        "make_questions",
    ]  # fmt: skip


def test_every_transition_leads_from_where_it_may():
    arrows = {(one.source, one.name, one.target) for one in QuestionSet().get_all_state_transitions()}
    assert arrows == {("concept", "publish", "in_use"), ("in_use", "retire", "retired")}


def test_a_conversation_gets_its_version_with_the_first_thing_that_is_written_in_it(
    concept, fatma, talk, anna
):
    assert talk.question_set is None
    keep_said(conversation=talk, domain=D, given={"notes": "Ik ben gevallen."}, seen={}, by=anna, now=NOW)
    _reworded(concept, fatma)
    _publish(concept, fatma)
    hold(conversation=talk, held_at=NOW, by=anna, now=NOW)
    talk.refresh_from_db(fields=["question_set"])
    assert talk.question_set.version == 1


def test_a_conversation_that_was_held_without_a_note_has_its_version_too(talk, anna):
    hold(conversation=talk, held_at=NOW, by=anna, now=NOW)
    talk.refresh_from_db(fields=["question_set"])
    assert talk.question_set.version == 1


def test_saying_that_there_is_nothing_is_writing_too(talk, anna):
    ask_nothing(conversation=talk, domain=D, nothing=True, by=anna, now=NOW)
    talk.refresh_from_db(fields=["question_set"])
    assert talk.question_set.version == 1
