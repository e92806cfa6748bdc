"""What a colleague would still ask."""

from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from cases.enums import LifeDomain
from cases.policies import Essentials, missing_essentials
from intake.clarity import Prompt, SaidOf, Talk, still_to_ask
from intake.questions import Fact

D = LifeDomain
ENOUGH = Essentials("Ik val.", "Zelf naar boven.", True, True, 1)
TEXT = st.sampled_from(["", " ", "schulden", "Het gaat.", "liever dood", "de kinderen"])
SAID = st.builds(
    SaidOf, domain=st.sampled_from(LifeDomain), notes=TEXT, goes_well=TEXT, is_hard=TEXT, can_do=TEXT,
    network_can=TEXT, cannot=TEXT, level=st.none() | st.integers(1, 5), no_questions=st.booleans(),
)  # fmt: skip
ESSENTIALS = st.builds(
    Essentials, own_words=TEXT, wish=TEXT, own_strength_asked=st.booleans(), network_asked=st.booleans(),
    domains_touched=st.integers(0, 3),
)  # fmt: skip
TALK = st.builds(
    Talk, essentials=ESSENTIALS, said=st.lists(SAID, unique_by=lambda one: one.domain),
    facts=st.frozensets(st.sampled_from(Fact)), relevant=st.lists(st.sampled_from(LifeDomain), unique=True),
    support_told=st.booleans(), own_plan_unread=st.booleans(),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def asked(essentials=ENOUGH, **facts):
    facts = {"support_told": True} | facts
    return still_to_ask(Talk(essentials, **facts))


def where(prompts, *parts):
    """The domains of the prompts that say all this."""
    return [one.domain for one in prompts if all(part in one.words for part in parts)]


def test_when_all_is_said_nothing_is_asked():
    assert asked(said=[SaidOf(D.HOUSING, notes="De trap is steil.", level=3)]) == []


def test_what_is_needed_comes_first_and_is_exactly_what_finishing_needs():
    prompts = asked(Essentials("", "", False, False, 0), support_told=False)
    assert [one.needed for one in prompts] == [True] * 5 + [False]


@given(TALK)
def test_what_is_needed_is_always_what_the_guard_of_finishing_misses(talk):
    needed = [one for one in still_to_ask(talk) if one.needed]
    assert len(needed) == len(missing_essentials(talk.essentials))


@given(TALK)
def test_prompts_are_sentences_asked_once_and_never_a_number(talk):
    prompts = still_to_ask(talk)
    assert len(set(prompts)) == len(prompts)
    assert not any(sign.isdigit() for one in prompts for sign in one.words)


@pytest.mark.parametrize("level", [4, 5])
def test_money_that_goes_well_with_debts_mentioned_is_asked_about(level):
    said = [SaidOf(D.FINANCES, level=level, notes="Ja."), SaidOf(D.HOUSING, notes="Huurachterstand.")]
    assert where(asked(said=said), "Debts", "well") == [D.FINANCES]
    assert where(asked(said=said[:1], facts=frozenset({Fact.DEBTS})), "Debts", "well") == [D.FINANCES]
    assert where(asked(said=[SaidOf(D.FINANCES, level=level)]), "Debts") == []


def test_debts_with_money_untouched_are_asked_about():
    assert where(asked(said=[SaidOf(D.HOUSING, notes="Huurachterstand.")]), "Debts") == [D.FINANCES]
    said = [SaidOf(D.HOUSING, notes="Huurachterstand."), SaidOf(D.FINANCES, no_questions=True)]
    assert where(asked(said=said), "How is it with money") == []


def test_fully_self_reliant_and_yet_hard_do_not_go_together():
    assert where(asked(said=[SaidOf(D.HOUSING, level=5, cannot="De trap op.")]), "both hold") == [D.HOUSING]
    assert where(asked(said=[SaidOf(D.HOUSING, level=4, cannot="De trap op.")]), "both hold") == []


@pytest.mark.parametrize(("level", "said", "words"), [
    (1, {}, "so hard"),
    (2, {"can_do": "Koken"}, "so hard"),
    (2, {"goes_well": "Het ontbijt"}, "only what goes well"),
])  # fmt: skip
def test_a_low_level_without_what_makes_it_hard_is_asked_about(level, said, words):
    assert where(asked(said=[SaidOf(D.BASIC_ADL, level=level, **said)]), words) == [D.BASIC_ADL]


@pytest.mark.parametrize("field", ["notes", "is_hard", "cannot"])
def test_a_low_level_that_is_explained_is_not_asked_about(field):
    assert asked(said=[SaidOf(D.BASIC_ADL, level=1, **{field: "De handen doen pijn."})]) == []


@pytest.mark.parametrize(("facts", "text", "domain"), [
    ({Fact.UNSAFE}, "", D.HOME_RELATIONS),
    ({Fact.CHILDREN}, "", D.PARENTING),
    ((), "De kinderen slapen slecht.", D.PARENTING),
    ((), "Zij zegt dat ze liever dood is.", D.MENTAL_HEALTH),
])  # fmt: skip
def test_what_one_would_rather_not_ask_is_asked_until_it_was_answered(facts, text, domain):
    known = {"facts": frozenset(facts)}
    told = SaidOf(D.DAYTIME, notes=text or "Rustig.")
    assert domain in [one.domain for one in asked(said=[told], **known)]
    answered = [told, SaidOf(domain, notes="Daar is over gesproken.")]
    assert domain not in [one.domain for one in asked(said=answered, **known)]


def test_a_wish_that_repeats_the_question_is_asked_on_about():
    same = Essentials("Een traplift.", "een traplift. ", True, True, 1)
    assert where(asked(same), "repeats") == [""]


def test_much_that_is_hard_at_once_asks_what_lies_behind_it():
    said = [SaidOf(D.HOUSING, level=1, notes="Zo."), SaidOf(D.FINANCES, level=2, notes="Zo.")]
    assert where(asked(said=said), "behind") == [""]
    assert where(asked(said=said, behind="Haar man stierf."), "behind") == []


def test_another_language_without_an_interpreter_is_asked_about():
    facts = frozenset({Fact.INTERPRETER})
    assert where(asked(facts=facts), "language")
    assert not where(asked(facts=facts, interpreter="Arabisch, telefonisch"), "language")


def test_a_plan_that_was_handed_in_is_read_first():
    assert where(asked(own_plan_unread=True), "Read it") == [""]


def test_what_matters_and_did_not_come_up_is_named_until_it_was_asked_after():
    assert asked(relevant=[D.HOUSING]) == [Prompt("Housing has not come up yet.", D.HOUSING)]
    assert asked(relevant=[D.HOUSING], said=[SaidOf(D.HOUSING, no_questions=True)]) == []


def test_a_domain_is_asked_after_in_one_way_only():
    prompts = asked(relevant=[D.PARENTING], facts=frozenset({Fact.CHILDREN}))
    assert [one.domain for one in prompts] == [D.PARENTING]


def test_the_law_asks_to_tell_of_client_support_and_of_an_own_plan():
    prompts = asked(support_told=False, own_plan_until=date(2026, 11, 25))
    assert where(prompts, "support")
    assert where(prompts, "plan of their own")
