"""What comes in the report, what only when the writer says so, and what never."""

from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from cases.enums import DataCategory, LifeDomain
from intake.models.conversation import TEXT_FIELDS
from intake.report import wording
from intake.report.facts import Agreed, ComingUp, Contact, ReportFacts, Said, Talk, Told
from intake.report.parts import SAID_FIELDS, Standing, parts_of

HELD = date(2026, 11, 18)
YOUTH, JUSTICE = DataCategory.YOUTH_SAFETY, DataCategory.JUSTICE


@pytest.fixture(autouse=True)
def in_dutch():
    with translation.override("nl"):
        yield


def parts(**facts):
    return {part.code: part for part in parts_of(ReportFacts(**facts))}


def test_every_text_that_is_noted_comes_in_the_report_and_the_level_does_not():
    assert set(SAID_FIELDS) == set(TEXT_FIELDS) == set(wording.SAID)


def test_every_domain_has_a_name_for_residents():
    assert set(wording.DOMAINS) == set(LifeDomain)


def test_the_beginning_says_when_where_and_with_whom():
    talk = Talk(HELD, "thuis.", ("mevrouw De Vries", "haar dochter"), "Turks", support_offered=True)
    text = parts(talks=(talk,))["meeting"].text
    assert text.startswith(
        "Op 18 november 2026 spraken wij met u. Waar: thuis. Aan tafel: mevrouw De Vries en haar"
    )
    assert "tolk: Turks" in text
    assert "cliëntondersteuner" in text


def test_conversations_add_up_and_what_was_said_twice_stands_once():
    facts = {
        "own_words": (Told("Ik val vaak."), Told(" ik  val vaak. "), Told("Ook ’s nachts.")),
        "said": (Said("housing", notes="De trap is steil."), Said("housing", can_do="Koken")),
    }
    found = parts(**facts)
    assert found["question"].text == "> Ik val vaak.\n> Ook ’s nachts."
    assert found["domain_housing"].text == "U vertelde: De trap is steil.\n\nDit kunt u zelf: Koken"


def test_several_lines_become_a_list_under_their_lead():
    text = parts(said=(Said("housing", is_hard="De trap\n- de badkamer\n"),))["domain_housing"].text
    assert text == "Dit is moeilijk:\n- De trap\n- de badkamer"


def test_domains_without_questions_are_named_in_one_sentence():
    said = (
        Said("finances", no_questions=True),
        Said("daytime", no_questions=True),
        Said("daytime", notes="x"),
    )
    assert parts(said=said)["nothing_there"].text == "U hebt geen vragen over: geldzaken."


def test_one_wish_is_quoted_and_more_are_a_list_with_the_goals_of_the_plan():
    assert parts(wishes=(Told("Hier blijven wonen"),))["wish"].text == "> Hier blijven wonen"
    assert parts(wishes=(Told("A"), Told("B"), Told("a")))["wish"].text == "- A\n- B"


def test_agreements_say_who_does_what_before_which_day():
    agreed = (Agreed("Belt de leverancier", "Wij", date(2026, 12, 1)), Agreed("Traplift"))
    assert (
        parts(agreed=agreed)["agreed"].text == "- Wij: Belt de leverancier, vóór 1 december 2026\n- Traplift"
    )


def test_what_happens_next_stands_soonest_first():
    coming = (ComingUp("hebben wij samen uitgezocht wat u nodig hebt", date(2026, 12, 29)),
              ComingUp("gesprek", date(2026, 11, 25), on_that_day=True))  # fmt: skip
    text = parts(coming_up=coming)["next"].text
    assert text.splitlines()[0] == "- Op 25 november 2026: gesprek"
    assert text.splitlines()[1].startswith("- Vóór 29 december 2026 hebben wij")


def test_the_contact_person_is_named_with_every_way_to_reach_them_that_is_known():
    text = parts(contact=Contact("Anna", "Wijkteam Oost", "06 1"), general_phone="14 0")["contact"].text
    assert "Anna, Wijkteam Oost\nTelefoon: 06 1" in text
    assert "14 0" in text
    assert "E-mail" not in text


def test_the_rights_are_always_there():
    text = parts()["rights"].text
    for word in ("meenemen", "cliëntondersteuner", "aanvraag"):
        assert word in text


@pytest.mark.parametrize(
    ("category", "unsafe", "standing"),
    [
        ("general", False, Standing.IN), ("health", False, Standing.IN), ("finances", True, Standing.IN),
        (YOUTH, False, Standing.ASKED), (JUSTICE, False, Standing.ASKED), (JUSTICE, True, Standing.ASKED),
        (YOUTH, True, Standing.NEVER),
    ],
)  # fmt: skip
def test_what_others_at_home_may_read_comes_in_by_its_category(category, unsafe, standing):
    said = (Said("home_relations", category, notes="Het gaat er hard aan toe"),)
    part = parts(said=said, unsafe=unsafe)["domain_home_relations"]
    assert part.standing == standing
    assert bool(part.text) == (standing != Standing.NEVER)


def test_own_words_wait_for_the_writer_where_others_told_or_somebody_may_not_be_safe():
    words = {"own_words": (Told("Blauwe plekken gezien"),)}
    assert parts(**words)["question"].standing == Standing.IN
    assert parts(**words, told_by_others=True)["question"].standing == Standing.ASKED
    assert parts(**words, unsafe=True)["question"].standing == Standing.ASKED


SECRET = "Geheimwoord"
secret = st.sampled_from([YOUTH, JUSTICE])


@given(secret, st.sampled_from(list(LifeDomain)), st.booleans())
def test_nothing_about_children_safety_or_police_comes_in_by_itself(category, domain, no_questions):
    facts = ReportFacts(
        talks=(Talk(HELD, SECRET, category=category),),
        own_words=(Told(SECRET, category),), wishes=(Told(SECRET, category),),
        agreed=(Agreed(SECRET, category=category),),
        said=(Said(domain, category, no_questions=no_questions, notes="" if no_questions else SECRET),),
    )  # fmt: skip
    by_itself = [part for part in parts_of(facts) if part.standing == Standing.IN]
    assert SECRET not in " ".join(part.text for part in by_itself)
    assert not any({str(YOUTH), str(JUSTICE)} & part.categories for part in by_itself)


@given(st.lists(st.sampled_from(list(LifeDomain)), max_size=6), st.sampled_from(["general", "health", YOUTH]))
def test_of_an_unsafe_home_not_one_word_about_safety_is_even_made(domains, category):
    said = tuple(Said(domain, category, notes=SECRET) for domain in domains)
    texts = " ".join(part.text for part in parts_of(ReportFacts(said=said, unsafe=True)))
    assert (SECRET in texts) == (bool(domains) and category != YOUTH)
