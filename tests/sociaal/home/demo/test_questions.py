from collections import Counter
from datetime import date

import pytest

from cases.enums import Law, RedFlag, Reporter, Weight
from cases.models import Goal
from cases.weighing import LADDER, RungView, WeighingView, check_weighing, suggest_track
from sociaal.home.demo.provisions import PROVISIONS
from sociaal.home.demo.questions import QUESTIONS
from sociaal.home.demo.shapes import MONTH_WEIGHTS, Gender, HouseholdKind, Season

BY_NAME = {provision.name: provision for provision in PROVISIONS}
SPECIALIST_MISSES = {"second_reader", "look_again"}


def test_there_are_enough_questions_and_no_two_are_the_same():
    assert len(QUESTIONS) >= 120
    for field in ("code", "words", "behind", "goal"):
        assert [value for value, n in Counter(getattr(q, field) for q in QUESTIONS).items() if n > 1] == []


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.code)
def test_a_question_is_complete_and_fits_the_screen(question):
    assert 30 <= len(question.words) <= 400
    assert len(question.goal) <= Goal._meta.get_field("words").max_length
    for text in (question.behind, question.wish, question.own_strength, question.network):
        assert 10 <= len(text) <= 300
    assert len({text.domain for text in question.domains}) == 2
    assert all(len(text.notes) >= 10 for text in question.domains)
    assert question.laws
    assert 16 <= question.ages[0] <= question.ages[1] <= 99
    assert question.child_ages is None or 0 <= question.child_ages[0] <= question.child_ages[1] <= 17


OF_CHILDREN = [q for q in QUESTIONS if q.child_ages and not q.of_parent]


@pytest.mark.parametrize("question", OF_CHILDREN, ids=lambda q: q.code)
def test_who_speaks_as_a_parent_is_not_the_child_that_is_helped(question):
    a_parent = question.words.startswith(
        ("Mijn zoon", "Mijn dochter", "Ons kind", "Onze zoon", "Onze dochter")
    )
    assert not (a_parent and question.reporter == Reporter.RESIDENT)
    assert "mijn man" not in question.words.lower() or question.reporter == Reporter.FAMILY


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.code)
def test_its_weighing_passes_the_guard_of_no_heavier_than_needed(question):
    rungs = [RungView(r.weight, r.considered, r.tried, r.why_not) for r in question.rungs]
    view = WeighingView(behind_question=question.behind, rungs=rungs, weight=question.weight)
    missing = {item.code.value for item in check_weighing(view, today=date(2026, 1, 1))}
    assert missing == (SPECIALIST_MISSES if question.weight == Weight.SPECIALIST else set())
    assert [r.weight for r in question.rungs] == list(LADDER[: LADDER.index(question.weight) + 1])


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.code)
def test_its_provision_is_in_the_catalogue_with_the_same_weight_and_law(question):
    provision = BY_NAME[question.provision]
    assert provision.weight == question.weight
    assert provision.law is None or provision.law in question.laws


ALONE = [q for q in QUESTIONS if q.household != HouseholdKind.OLDER_COUPLE]


@pytest.mark.parametrize("question", ALONE, ids=lambda q: q.code)
def test_who_is_called_mevrouw_or_meneer_is_a_woman_or_a_man(question):
    told = f"{question.behind} {question.own_strength} {question.rungs[0].why_not}".lower()
    if "mevrouw" in told:
        assert question.gender == Gender.WOMAN
    if "meneer" in told:
        assert question.gender == Gender.MAN


def test_every_kind_of_question_is_there():
    assert {q.reporter for q in QUESTIONS} == set(Reporter)
    assert {law for q in QUESTIONS for law in q.laws} == set(Law)
    assert {flag for q in QUESTIONS for flag in q.red_flags} == set(RedFlag)
    assert {q.weight for q in QUESTIONS} == set(Weight)
    assert {q.household for q in QUESTIONS} == set(HouseholdKind)
    assert {q.season for q in QUESTIONS} == set(Season)


def test_every_track_comes_out_of_the_rule():
    tracks = Counter(
        suggest_track(
            safety_at_stake=q.safety, clear_how=q.clear, stable=q.stable, parties_needed=q.parties
        ).track
        for q in QUESTIONS
    )
    assert min(tracks["fast"], tracks["regular"], tracks["regie"]) >= 15


def test_where_a_home_is_unsafe_safety_is_at_stake():
    assert all(q.safety for q in QUESTIONS if RedFlag.UNSAFE in q.red_flags)


@pytest.mark.parametrize("season", Season)
def test_every_season_says_something_about_twelve_months(season):
    assert len(MONTH_WEIGHTS[season]) == 12
    assert min(MONTH_WEIGHTS[season]) >= 1
