"""Looking for something in the timeline of a case."""

import pytest
from django.urls import reverse

from cases.operations import contacts
from tests.factories import NOW, make_case, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def case(anna):
    case = make_case(anna, status="supported")
    for summary in ("De buurvrouw helpt met koken.", "Over de rekening van het water."):
        contacts.add_contact(case=case, kind="phone", summary=summary, by=anna, now=NOW)
    contacts.add_contact(
        case=case, kind="phone", summary="Rekening van het hof.", category="justice", by=anna, now=NOW
    )
    return case


def look(client, user, case, **asked):
    client.force_login(user)
    htmx = asked.pop("htmx", False)
    headers = {"HX-Request": "true"} if htmx else {}
    return client.post(reverse("case_story", args=[case.number]), asked, headers=headers)


def told(answer):
    return [moment.text for moment in answer.context["moments"]]


def test_words_narrow_the_story(client, anna, case):
    answer = look(client, anna, case, words="rekening water")
    assert told(answer) == ["Over de rekening van het water."]
    assert 'value="rekening water"' in answer.content.decode()


def test_what_is_not_for_the_reader_is_not_found_by_its_words(client, case):
    assert told(look(client, make_member("bram"), case, words="rekening")) == [
        "Over de rekening van het water."
    ]


def test_a_part_and_a_person_narrow_it(client, anna, case):
    assert len(told(look(client, anna, case, part="contact", who=anna.name))) >= 3
    assert told(look(client, anna, case, who="Niemand")) == []


def test_what_is_not_offered_is_passed_over(client, anna, case):
    assert len(told(look(client, anna, case, part="nothing"))) == len(told(look(client, anna, case)))


def test_as_part_of_a_page_come_only_the_lines_with_how_many_there_are(client, anna, case):
    text = look(client, anna, case, words="buurvrouw", htmx=True).content.decode()
    assert "<html" not in text
    assert "data-announce" in text
    assert "De buurvrouw helpt met koken." in text


def test_nothing_found_says_what_to_do(client, anna, case):
    assert "Kies alles, of zoek op een ander woord." in look(client, anna, case, words="xyz").content.decode()


def test_a_long_story_takes_as_many_queries_as_a_short_one(client, anna, case, django_assert_max_num_queries):
    for number in range(30):
        contacts.add_contact(case=case, kind="phone", summary=f"Keer {number}", by=anna, now=NOW)
    client.force_login(anna)
    with django_assert_max_num_queries(12):
        answer = client.get(reverse("case_story", args=[case.number]))
    assert len(told(answer)) > 30
