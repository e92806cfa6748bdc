"""The board: what stands on it, and moving over it with and without htmx."""

import re

import pytest
from django.urls import reverse

from regie.board.models import MeToo, Suggestion
from regie.board.operations.suggestions import move_suggestion, set_me_too
from tests.factories import NOW, make_member

BOARD = "/verbeteren/"
HTMX = {"HX-Request": "true"}


def move_address(suggestion):
    return reverse("board:move", args=[suggestion.pk])


def typed(to, seen=0, **facts):
    return {"to": to, "seen": seen, "on_board": "1", "form_key": "key"} | facts


def column(page, phase):
    """The part of the page between the heading of this phase and the next column."""
    return re.split(r"<section", page.split(f'id="phase-{phase}"')[1])[0]


@pytest.mark.parametrize("phase", ["proposed", "chosen", "trying", "measured", "adopted", "dropped"])
def test_a_card_stands_in_the_column_of_its_phase(make, as_user, anna, phase):
    make(phase, words="Nobody answers the phone.")
    page = as_user(anna).get(BOARD).content.decode()
    assert page.count("Nobody answers the phone.</a>") == 1
    assert "Nobody answers the phone." in column(page, phase)


def test_a_card_says_where_it_arose_who_tries_it_and_when_we_look_again(make, as_user, anna, bram):
    suggestion = make("trying", step="weighing", tried_by="Team Oost", look_again_date="2026-12-01")
    set_me_too(suggestion=suggestion, on=True, by=bram, now=NOW)
    page = column(as_user(anna).get(BOARD).content.decode(), "trying")
    for text in ("Weighing", "Team Oost", "We look again on 1 December 2026", "1 × me too"):
        assert text in page


def test_the_board_begins_with_my_own_team_and_shows_all_on_request(make, as_user, anna):
    make(words="Ours."), make(words="Theirs.", by=make_member("dirk"))
    client = as_user(anna)
    assert "Theirs." not in client.get(BOARD).content.decode()
    page = client.get(BOARD, {"show": "all"}).content.decode()
    assert "Ours." in page
    assert "Theirs." in page


def test_who_has_no_team_sees_the_whole_municipality(make, as_user):
    make(words="Ours.")
    assert "Ours." in as_user(make_member("fatma")).get(BOARD).content.decode()


def test_what_most_colleagues_meet_stands_on_top(make, as_user, anna, bram):
    often = make(words="Often."), make(words="Seldom.")
    set_me_too(suggestion=often[0], on=True, by=bram, now=NOW)
    page = as_user(anna).get(BOARD).content.decode()
    assert page.index("Often.</a>") < page.index("Seldom.</a>")


def test_of_what_is_over_only_the_newest_are_shown_until_asked_for(make, as_user, anna):
    for number in range(10):
        make("adopted", words=f"Number {number}.")
    client = as_user(anna)
    page = client.get(BOARD).content.decode()
    assert "Show 2 older ones" in page
    assert "Number 0.</a>" not in page
    assert "Number 0.</a>" in client.get(BOARD, {"done": "all"}).content.decode()


def test_an_empty_board_says_how_to_begin(as_user, anna):
    assert "Two lines are enough" in as_user(anna).get(BOARD).content.decode()


def test_a_button_moves_a_card_without_javascript_and_comes_back_to_it(make, as_user, anna):
    suggestion, client = make(), as_user(anna)
    answer = client.post(move_address(suggestion), typed("chosen", show="all"), follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain == [(f"/verbeteren/?show=all&at={suggestion.pk}&did=moved", 302)]
    assert "Moved to “Chosen”." in column(page, "chosen")
    assert "data-focus" in column(page, "chosen")


def test_with_htmx_only_the_board_comes_back_with_the_focus_at_the_moved_card(make, as_user, anna):
    suggestion = make()
    answer = as_user(anna).post(move_address(suggestion), typed("chosen"), headers=HTMX, follow=True)
    page = answer.content.decode()
    assert "<html" not in page
    assert "data-announce>Moved to “Chosen”." in column(page, "chosen")
    assert re.search(rf'href="/verbeteren/{suggestion.pk}/" data-focus', page)


def test_a_press_sent_twice_moves_once(make, as_user, anna):
    suggestion, client = make(), as_user(anna)
    for _time in range(2):
        assert client.post(move_address(suggestion), typed("chosen")).status_code == 302
    assert Suggestion.objects.get().version == 1


def test_who_comes_second_hears_who_was_first(make, as_user, anna, bram):
    suggestion = make()
    move_suggestion(suggestion=suggestion, to="chosen", seen=0, by=bram, now=NOW)
    part = as_user(anna).post(move_address(suggestion), typed("chosen"), headers=HTMX)
    assert part.status_code == 422
    assert "Bram was just before you" in part.content.decode()
    whole = as_user(anna).post(move_address(suggestion), typed("chosen", form_key="2"), follow=True)
    assert "Bram was just before you" in whole.content.decode()
    assert Suggestion.objects.get().version == 1


@pytest.mark.parametrize("given", [{}, {"to": "nowhere", "seen": "0"}, {"to": "adopted", "seen": "0"}])
def test_what_cannot_be_is_refused_with_the_board_as_it_is(make, as_user, anna, given):
    answer = as_user(anna).post(move_address(make()), given | {"on_board": "1"}, headers=HTMX)
    assert answer.status_code == 422
    assert "data-announce=" in answer.content.decode()
    assert Suggestion.objects.get().phase == "proposed"


def test_cards_of_another_team_have_no_buttons_to_move_them(make, as_user):
    suggestion, dirk = make(), make_member("dirk")
    page = as_user(dirk).get(BOARD, {"show": "all"}).content.decode()
    assert move_address(suggestion) not in page
    assert as_user(dirk).post(move_address(suggestion), typed("chosen")).status_code == 403


def test_me_too_is_a_button_that_says_whether_it_is_on(make, as_user, bram):
    suggestion, client = make(), as_user(bram)
    url = reverse("board:me_too", args=[suggestion.pk])
    for _time in range(2):
        page = client.post(url, {"on": "1", "on_board": "1"}, follow=True).content.decode()
    assert MeToo.objects.count() == 1
    assert 'aria-pressed="true"' in page
    assert client.post(url, {"on": "0"}).url == reverse("board:suggestion", args=[suggestion.pk])
    assert not MeToo.objects.exists()


def test_the_board_names_no_one_and_counts_nobody(make, as_user, anna, bram):
    set_me_too(suggestion=make(), on=True, by=bram, now=NOW)
    assert "Bram" not in as_user(anna).get(BOARD).content.decode()


def test_the_board_is_for_staff(make, as_user):
    suggestion, hanna = make(), make_member("hanna")
    client = as_user(hanna)
    assert client.get(BOARD).status_code == 404
    assert client.post(move_address(suggestion), typed("chosen")).status_code == 404
    assert client.post(reverse("board:me_too", args=[suggestion.pk]), {"on": "1"}).status_code == 404


def test_a_full_board_costs_no_more_queries_than_an_empty_one(make, as_user, anna, django_assert_num_queries):
    client = as_user(anna)
    client.get(BOARD)
    with django_assert_num_queries(4) as few:
        client.get(BOARD)
    for number in range(12):
        make("trying" if number % 2 else "proposed")
    with django_assert_num_queries(len(few.captured_queries)):
        client.get(BOARD)
