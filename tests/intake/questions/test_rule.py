"""Which questions are shown for which facts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.enums import LifeDomain
from intake.questions import Fact, Text, Why, questions_for
from intake.questions.rule import OPENED_BY, fits

D = LifeDomain
FACTS = st.frozensets(st.sampled_from(Fact))
TEXTS = st.lists(
    st.builds(
        Text,
        domain=st.sampled_from(LifeDomain),
        text=st.text(min_size=1, max_size=8),
        only_when=st.lists(st.sampled_from(Fact), max_size=3, unique=True).map(tuple),
    ),
    max_size=20,
)
VERSION = [
    Text(D.FINANCES, "Hoe komt u rond?", is_opening=True),
    Text(D.FINANCES, "Wat komt er binnen?"),
    Text(D.FINANCES, "Bij wie hebt u schulden?", only_when=(Fact.DEBTS,)),
    Text(D.FINANCES, "Waar leeft u van?", only_when=(Fact.UNDER_27, Fact.NO_FOOD)),
    Text(D.PARENTING, "Hoe gaat het met de kinderen?", is_opening=True),
]


@pytest.mark.parametrize(
    ("facts", "prompts"),
    [
        ([], ["Wat komt er binnen?"]),
        ([Fact.DEBTS], ["Wat komt er binnen?", "Bij wie hebt u schulden?"]),
        ([Fact.NO_FOOD], ["Wat komt er binnen?", "Waar leeft u van?"]),
        ([Fact.CHILDREN], ["Wat komt er binnen?"]),
        (list(Fact), ["Wat komt er binnen?", "Bij wie hebt u schulden?", "Waar leeft u van?"]),
    ],
)
def test_a_prompt_is_shown_as_soon_as_one_of_its_conditions_holds(facts, prompts):
    asked = questions_for(VERSION, facts).of(D.FINANCES)
    assert asked.opening == "Hoe komt u rond?"
    assert list(asked.prompts) == prompts


@pytest.mark.parametrize(
    ("facts", "in_words", "said", "there"),
    [
        ([], [], [], False),
        ([Fact.CHILDREN], [], [], True),
        ([], [D.PARENTING], [], True),
        ([], [], [D.PARENTING], True),
        ([Fact.DEBTS, Fact.UNSAFE], [], [], False),
    ],
)
def test_parenting_is_asked_about_where_there_are_children_or_it_was_spoken_of(facts, in_words, said, there):
    asked = questions_for(VERSION, facts, in_words=in_words, said=said)
    assert (asked.of(D.PARENTING) is not None) is there
    assert len(asked.domains) == 13 + there


@pytest.mark.parametrize(("domain", "fact"), [(d, fact) for d, facts in OPENED_BY.items() for fact in facts])
def test_a_fact_opens_its_domains_and_says_why(domain, fact):
    asked = questions_for(VERSION, [fact]).of(domain)
    assert asked.relevant
    assert fact in asked.why


@pytest.mark.parametrize(
    ("in_words", "said", "why"),
    [
        ([], [], ()),
        ([D.HOUSING], [], (Why.IN_WORDS,)),
        ([], [D.HOUSING], (Why.SAID,)),
        ([D.HOUSING], [D.HOUSING], (Why.IN_WORDS, Why.SAID)),
    ],
)
def test_words_of_the_question_and_what_was_said_open_a_domain(in_words, said, why):
    asked = questions_for(VERSION, [], in_words=in_words, said=said).of(D.HOUSING)
    assert asked.why == why
    assert asked.relevant is bool(why)


def test_an_ordinary_day_and_the_network_are_open_for_everybody():
    relevant = [one.domain for one in questions_for(VERSION, []).domains if one.relevant]
    assert relevant == [D.DAYTIME, D.SOCIAL_NETWORK]


@given(texts=TEXTS, facts=FACTS, more=FACTS)
def test_more_facts_never_take_a_prompt_or_an_open_domain_away(texts, facts, more):
    few, many = questions_for(texts, facts), questions_for(texts, facts | more)
    for domain in few.domains:
        other = many.of(domain.domain)
        assert other is not None
        assert set(domain.prompts) <= set(other.prompts)
        assert domain.relevant <= other.relevant


@given(texts=TEXTS, facts=FACTS)
def test_domains_stand_in_the_order_of_the_matrix_and_prompts_in_their_own(texts, facts):
    asked = questions_for(texts, facts)
    order = list(LifeDomain)
    places = [order.index(one.domain) for one in asked.domains]
    assert places == sorted(set(places))
    for one in asked.domains:
        shown = [row.text for row in texts if row.domain == one.domain and fits(row.only_when, facts)]
        assert list(one.prompts) == shown
