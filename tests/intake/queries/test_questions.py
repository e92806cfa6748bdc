"""What is asked in one conversation."""

from datetime import date

import pytest
from django.utils import timezone, translation

from cases.enums import DataCategory, LifeDomain
from cases.models import HelpRequest, Household, HouseholdMember
from cases.permissions import ALL_CATEGORIES, Access, Sight
from intake.models import DomainNote, Question, QuestionSet
from intake.operations.questions import pin_questions
from intake.queries.questions import asked_in
from intake.questions import Fact, Why
from tests.factories import NOW, ResidentFactory

pytestmark = pytest.mark.django_db
ALL = Access(Sight.READ, categories=ALL_CATEGORIES)
TEAM = Access(Sight.READ, categories=frozenset({DataCategory.GENERAL, DataCategory.FINANCES}))
D = LifeDomain


def _live_together(*residents):
    household, _new = Household.objects.get_or_create(name="Samen")
    for one in residents:
        HouseholdMember.objects.create(household=household, resident=one, during=(date(2020, 1, 1), None))


def _flag(talk, *flags):
    HelpRequest.objects.filter(case=talk.case).update(red_flags=list(flags))


def test_the_questions_of_the_version_in_use_are_asked(talk):
    asked = asked_in(talk, NOW, access=ALL, notes=[])
    rows = Question.objects.filter(question_set__version=1, domain=D.DAYTIME)
    with translation.override("nl"):
        dutch = asked_in(talk, NOW, access=ALL, notes=[]).of(D.DAYTIME)
    assert dutch.opening == rows.get(is_opening=True).text_nl
    assert list(dutch.prompts) == [row.text_nl for row in rows.filter(is_opening=False)]
    assert asked.of(D.HOUSING).why == (Why.IN_WORDS,)  # "Ik kom de trap niet meer op."


def test_english_is_shown_to_who_reads_english_and_dutch_where_there_is_none(talk):
    concept = QuestionSet.objects.create(version=2, made_at=NOW)
    Question.objects.create(question_set=concept, domain=D.HOUSING, order=0, text_nl="Hoe?", is_opening=True)
    Question.objects.create(
        question_set=concept, domain=D.HOUSING, order=1, text_nl="Waar?", text_en="Where?"
    )
    talk.question_set = concept
    with translation.override("en"):
        asked = asked_in(talk, NOW, access=ALL, notes=[]).of(D.HOUSING)
    assert (asked.opening, asked.prompts) == ("Hoe?", ("Where?",))


def test_a_conversation_keeps_the_version_it_was_held_with(talk):
    pin_questions(talk)
    first = QuestionSet.objects.get()
    first.retire()
    first.retired_at = NOW
    first.save()
    second = QuestionSet.objects.create(version=2, made_at=NOW)
    Question.objects.create(question_set=second, domain=D.DAYTIME, order=0, text_nl="Nieuw?", is_opening=True)
    second.publish()
    second.in_use_from = NOW
    second.save()
    pin_questions(talk)
    talk.refresh_from_db(fields=["question_set"])
    assert talk.question_set == first
    assert asked_in(talk, NOW, access=ALL, notes=[]).of(D.DAYTIME).opening != "Nieuw?"
    talk.question_set = None
    assert asked_in(talk, NOW, access=ALL, notes=[]).of(D.DAYTIME).opening == "Nieuw?"


def test_the_household_tells_of_children_and_who_lives_alone(talk):
    resident = talk.case.resident
    assert Fact.LIVES_ALONE not in asked_in(talk, NOW, access=ALL, notes=[]).facts
    _live_together(resident)
    assert Fact.LIVES_ALONE in asked_in(talk, NOW, access=ALL, notes=[]).facts
    _live_together(ResidentFactory(birth_date=date(2015, 1, 1)))
    asked = asked_in(talk, NOW, access=ALL, notes=[])
    assert asked.facts >= {Fact.CHILDREN}
    assert Fact.LIVES_ALONE not in asked.facts
    assert asked.of(D.PARENTING).relevant


def test_flags_of_the_report_and_what_is_said_add_prompts(talk):
    before = asked_in(talk, NOW, access=ALL, notes=[]).of(D.HOUSING)
    _flag(talk, "eviction")
    after = asked_in(talk, NOW, access=ALL, notes=[]).of(D.HOUSING)
    assert set(before.prompts) < set(after.prompts)
    said = DomainNote(conversation=talk, domain=D.DAYTIME, notes="Er ligt een aanmaning", category="general")
    HelpRequest.objects.filter(case=talk.case).update(red_flags=[])
    assert Fact.DEBTS in asked_in(talk, NOW, access=ALL, notes=[said]).facts
    assert asked_in(talk, NOW, access=ALL, notes=[said]).of(D.DAYTIME).why == (Why.SAID,)


def test_what_the_reader_may_not_see_opens_nothing_and_adds_no_question(talk):
    plain = asked_in(talk, NOW, access=TEAM, notes=[])
    _flag(talk, "unsafe")
    hidden = DomainNote(
        conversation=talk, domain=D.HOME_RELATIONS, notes="Schulden en ruzie", category="youth_safety"
    )
    assert asked_in(talk, NOW, access=TEAM, notes=[hidden]) == plain
    assert asked_in(talk, NOW, access=ALL, notes=[hidden]).facts >= {Fact.UNSAFE, Fact.DEBTS}


@pytest.mark.parametrize("members", [1, 6])
def test_it_takes_three_queries_however_large_the_household(talk, members, django_assert_num_queries):
    _live_together(talk.case.resident, *(ResidentFactory() for _each in range(members)))
    notes = [DomainNote(conversation=talk, domain=domain, notes="Goed.") for domain in LifeDomain]
    with django_assert_num_queries(3):
        asked_in(talk, NOW, access=ALL, notes=notes)


def test_a_birthday_is_counted_in_our_own_time_zone(talk):
    _live_together(talk.case.resident, ResidentFactory(birth_date=date(1999, 11, 18)))
    assert timezone.localdate(NOW) == date(2026, 11, 18)
    assert Fact.UNDER_27 not in asked_in(talk, NOW, access=ALL, notes=[]).facts
