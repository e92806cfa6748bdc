"""When a fact holds."""

import pytest

from cases.enums import RedFlag
from intake.questions import Fact, Housemate, Known, facts_of

ADULT, CHILD, YOUNG = Housemate(40), Housemate(9), Housemate(19)


@pytest.mark.parametrize(
    ("known", "facts"),
    [
        (Known(), set()),
        (Known(at_home=[ADULT]), {Fact.LIVES_ALONE}),
        (Known(at_home=[ADULT, ADULT]), set()),
        (Known(at_home=[ADULT, CHILD]), {Fact.CHILDREN}),
        (Known(at_home=[ADULT, Housemate(17)]), {Fact.CHILDREN, Fact.UNDER_27}),
        (Known(at_home=[ADULT, Housemate(None, is_child=True)]), {Fact.CHILDREN}),
        (Known(at_home=[ADULT, Housemate(None)]), set()),
        (Known(at_home=[ADULT, YOUNG]), {Fact.UNDER_27}),
        (Known(age=15), set()),
        (Known(age=16), {Fact.UNDER_27}),
        (Known(age=26), {Fact.UNDER_27}),
        (Known(age=27), set()),
        (Known(language="Arabisch"), {Fact.INTERPRETER}),
        (Known(language=" Nederlands "), set()),
        (Known(red_flags=["unsafe"]), {Fact.UNSAFE}),
        (Known(red_flags=["no_food"]), {Fact.NO_FOOD}),
        (Known(red_flags=["eviction"]), {Fact.EVICTION, Fact.DEBTS}),
        (Known(red_flags=["utilities", "insurance"]), {Fact.UTILITIES, Fact.INSURANCE, Fact.DEBTS}),
        (Known(finances_levels=[3, 5]), set()),
        (Known(finances_levels=[4, 2]), {Fact.DEBTS}),
        (Known(texts=["Ik heb drie aanmaningen."]), {Fact.DEBTS}),
    ],
)
def test_facts_follow_from_household_flags_words_and_levels(known, facts):
    assert facts_of(known) == facts


def test_every_red_flag_is_a_fact():
    assert facts_of(Known(red_flags=list(RedFlag))) == {Fact(flag) for flag in RedFlag} | {Fact.DEBTS}
