"""What to ask per life domain."""

import pytest

from cases.enums import LifeDomain
from intake.questions import QUESTIONS, domains_for


@pytest.mark.parametrize("domain", list(LifeDomain))
def test_every_domain_has_an_open_question_and_prompts_to_ask_on(domain):
    questions = QUESTIONS[domain]
    assert str(questions.opening)[-1] in "?."
    assert 3 <= len(questions.prompts) <= 5


def test_no_question_is_asked_twice():
    texts = [str(text) for one in QUESTIONS.values() for text in (one.opening, *one.prompts)]
    assert len(texts) == len(set(texts))


def test_parenting_is_asked_about_only_where_there_are_children():
    assert len(domains_for(children=False)) == 13
    assert domains_for(children=True)[-1] == LifeDomain.PARENTING
