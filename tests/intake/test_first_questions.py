"""Version 1 of the questions, as the migrations leave it."""

import pytest
from django.db import IntegrityError, transaction

from cases.enums import LifeDomain
from intake.models import Question, QuestionSet

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("domain", list(LifeDomain))
def test_every_domain_has_one_opening_and_at_least_three_prompts_that_are_always_there(domain):
    rows = list(Question.objects.filter(question_set__version=1, domain=domain))
    assert [row.is_opening for row in rows] == [True] + [False] * (len(rows) - 1)
    assert len([row for row in rows if not row.is_opening and not row.only_when]) >= 3


def test_no_question_is_asked_twice_and_each_is_there_in_two_languages():
    rows = list(Question.objects.filter(question_set__version=1))
    assert len({row.text_nl for row in rows}) == len({row.text_en for row in rows}) == len(rows)


def test_version_1_is_in_use():
    assert QuestionSet.objects.get().state == "in_use"


def _rename(row):
    Question.objects.filter(pk=row.pk).update(text_nl="Anders?")


def _remove(row):
    row.delete()


def _add(row):
    Question.objects.create(question_set=row.question_set, domain=row.domain, order=99, text_nl="Nog iets?")


@pytest.mark.parametrize("change", [_rename, _remove, _add])
def test_the_database_refuses_to_change_a_version_that_is_in_use(change):
    row = Question.objects.filter(question_set__version=1, is_opening=False).earliest("pk")
    with pytest.raises(IntegrityError, match="is no concept"), transaction.atomic():
        change(row)


def test_the_database_keeps_one_version_in_use_and_one_concept():
    now = QuestionSet.objects.get().made_at
    with pytest.raises(IntegrityError, match="one_question_set_in_use"), transaction.atomic():
        QuestionSet.objects.create(version=2, state="in_use", made_at=now, in_use_from=now)
    QuestionSet.objects.create(version=2, made_at=now)
    with pytest.raises(IntegrityError, match="one_question_concept"), transaction.atomic():
        QuestionSet.objects.create(version=3, made_at=now)
