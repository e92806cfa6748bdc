"""What is recognised in what people say."""

import pytest

from cases.enums import LifeDomain
from intake.questions import domains_mentioned, mentions_debts

D = LifeDomain


@pytest.mark.parametrize(
    ("text", "debts"),
    [
        ("Ik heb schulden.", True),
        ("Drie maanden huurachterstand", True),
        ("Wij hebben een achterstand met de huur", True),
        ("De deurwaarder stond voor de deur", True),
        ("Ik sta rood", True),
        ("Ik sta altijd rood", True),
        ("Er zijn geen schulden", False),
        ("We leven zonder schulden", False),
        ("Ik voel mij schuldig", False),
        ("Schuldgevoel over vroeger", False),
        ("", False),
    ],
)
def test_debts_are_heard_unless_they_are_denied(text, debts):
    assert mentions_debts(["Dag.", text]) is debts


@pytest.mark.parametrize(
    ("text", "domains"),
    [
        ("Ik kom de trap niet meer op.", {D.HOUSING, D.PHYSICAL_HEALTH}),
        ("Er is geen geld voor eten", {D.FINANCES}),
        ("Mijn zoon gaat niet meer naar school", {D.PARENTING, D.WORK_EDUCATION}),
        (
            "Na de scheiding ben ik somber en helemaal alleen",
            {D.HOME_RELATIONS, D.MENTAL_HEALTH, D.SOCIAL_NETWORK},
        ),
        ("Het werkt niet", set()),
        ("Koffie drinken", set()),
        ("", set()),
    ],
)
def test_a_question_tells_which_domains_it_is_about(text, domains):
    assert domains_mentioned([text]) == domains
