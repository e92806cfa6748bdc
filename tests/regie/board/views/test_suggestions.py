"""Making a suggestion from any page, and the page of one suggestion."""

import pytest
from django.urls import reverse

from regie.board.models import Suggestion
from regie.board.operations.suggestions import move_suggestion
from tests.factories import NOW, make_member

NEW = "/verbeteren/nieuw/"


def typed(**facts):
    return {"gets_in_the_way": "We wait for a letter.", "would_help": "", "form_key": "key"} | facts


def test_two_fields_make_a_suggestion_and_bring_one_back_where_one_was(as_user, anna):
    answer = as_user(anna).post(NEW, typed(step="regie", next="http://testserver/regie/?page=2"))
    assert answer.url == "http://testserver/regie/?page=2"
    assert Suggestion.objects.get().step == "regie"


def test_one_is_thanked_on_the_page_where_one_was(as_user, anna):
    page = as_user(anna).post(NEW, typed(next="/regie/"), follow=True).content.decode()
    assert "Thank you. Your suggestion stands on the improvement board." in page


def test_the_page_says_in_words_where_one_was(as_user, anna):
    page = as_user(anna).get(NEW, {"from": "regie"}, headers={"Referer": "http://testserver/regie/"})
    assert "You were at “Regie”" in page.content.decode()
    assert 'value="http://testserver/regie/"' in page.content.decode()


@pytest.mark.parametrize("step", ["", "nowhere", '"><script>'])
def test_an_unknown_page_is_not_repeated(as_user, anna, step):
    page = as_user(anna).get(NEW, {"from": step}).content.decode()
    assert "You were at" not in page
    assert "<script>" not in page.split("<main")[1]


@pytest.mark.parametrize(
    "away", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", NEW]
)
def test_one_is_never_sent_elsewhere(as_user, anna, away):
    client = as_user(anna)
    assert client.post(NEW, typed(next=away)).url == "/verbeteren/"
    assert (
        f'href="{away}"' not in client.get(NEW, headers={"Referer": away}).content.decode().split("<main")[1]
    )


def test_an_empty_suggestion_is_asked_for_at_its_field(as_user, anna):
    answer = as_user(anna).post(NEW, typed(gets_in_the_way="", would_help="Ask once."))
    assert answer.status_code == 422
    assert "Ask once." in answer.content.decode()


def test_a_bsn_is_refused_kindly_and_the_text_is_kept(as_user, anna):
    answer = as_user(anna).post(NEW, typed(gets_in_the_way="Mw. X, 999900006, waits."))
    assert answer.status_code == 422
    assert "leave out who it is about" in answer.content.decode()
    assert "Mw. X, 999900006, waits." in answer.content.decode()
    assert not Suggestion.objects.exists()


def test_the_form_sent_twice_makes_one_suggestion(as_user, anna):
    client = as_user(anna)
    for _time in range(2):
        assert client.post(NEW, typed()).status_code == 302
    assert Suggestion.objects.count() == 1


def test_its_own_page_tells_how_it_went(make, as_user, anna, bram):
    suggestion = make()
    move_suggestion(suggestion=suggestion, to="chosen", seen=0, words="We all meet this.", by=bram, now=NOW)
    page = as_user(anna).get(reverse("board:suggestion", args=[suggestion.pk])).content.decode()
    for text in ("The form asks the same twice.", "Ask once.", "We all meet this.", "Bram", "Chosen"):
        assert text in page


def test_who_tries_it_and_when_we_look_again_are_kept(make, as_user, anna):
    url = reverse("board:plan", args=[make().pk])
    given = {
        "plan-tried_by": "Team Oost", "plan-measure": "wait_support", "plan-change_date": "2026-12-01",
        "plan-look_again_date": "2027-01-12", "plan-seen": "0", "plan-form_key": "key",
    }  # fmt: skip
    page = as_user(anna).post(url, given, follow=True).content.decode()
    assert "Waiting for help" in page
    assert "12 January 2027" in page
    assert Suggestion.objects.get().tried_by == "Team Oost"


def test_a_plan_that_a_colleague_changed_meanwhile_is_a_conflict_that_keeps_the_text(make, as_user, anna):
    suggestion = make(version=3)
    given = {"plan-tried_by": "Team Oost", "plan-seen": "0", "plan-form_key": "key"}
    answer = as_user(anna).post(reverse("board:plan", args=[suggestion.pk]), given)
    assert answer.status_code == 409
    assert 'value="Team Oost"' in answer.content.decode()


def test_stopping_asks_why_on_the_page_itself(make, as_user, anna):
    url, client = reverse("board:move", args=[make().pk]), as_user(anna)
    answer = client.post(url, {"to": "dropped", "seen": "0", "form_key": "1"})
    assert answer.status_code == 422
    assert "Write down why we stop with this." in answer.content.decode()
    answer = client.post(url, {"to": "dropped", "seen": "0", "words": "It works now.", "form_key": "2"})
    assert answer.status_code == 302
    assert Suggestion.objects.get().phase == "dropped"


def test_another_team_reads_it_without_the_forms(make, as_user):
    suggestion = make()
    page = (
        as_user(make_member("dirk")).get(reverse("board:suggestion", args=[suggestion.pk])).content.decode()
    )
    assert "The form asks the same twice." in page
    assert reverse("board:plan", args=[suggestion.pk]) not in page


@pytest.mark.parametrize("name", ["plan", "move"])
def test_the_address_of_a_form_opened_by_hand_leads_to_the_page(make, as_user, anna, name):
    suggestion = make()
    answer = as_user(anna).get(reverse(f"board:{name}", args=[suggestion.pk]))
    assert answer.url == reverse("board:suggestion", args=[suggestion.pk])


@pytest.mark.parametrize("name", ["suggestion", "plan", "move", "me_too"])
def test_a_suggestion_that_does_not_exist_is_not_found(as_user, anna, name):
    assert as_user(anna).post(reverse(f"board:{name}", args=[999])).status_code == (
        405 if name == "suggestion" else 404
    )


def test_suggesting_is_for_staff(as_user):
    assert as_user(make_member("hanna")).get(NEW).status_code == 404
