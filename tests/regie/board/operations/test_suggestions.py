"""Suggesting, joining in, planning and moving: what changes, and what is refused."""

from datetime import date

import pytest

from regie.board.models import MeToo, Move, Suggestion
from regie.board.operations.suggestions import move_suggestion, plan_change, set_me_too, suggest
from sociaal.audit.models import Entry
from sociaal.core.errors import Conflict, NotFound, NotPermitted, Refused
from tests.factories import NOW, make_member


def test_a_suggestion_belongs_to_the_team_and_remembers_the_step(anna):
    made = suggest(gets_in_the_way="We wait.", step="regie", by=anna, now=NOW)
    assert (made.team, made.step, made.phase, made.would_help) == (anna.team, "regie", "proposed", "")


def test_a_step_that_does_not_exist_is_dropped_and_the_suggestion_kept(anna):
    assert suggest(gets_in_the_way="We wait.", step="/casus/12/", by=anna, now=NOW).step == ""


@pytest.mark.parametrize("name", ["esra", "fatma", "gijs"])
def test_all_staff_can_suggest(name):
    assert suggest(gets_in_the_way="We wait.", by=make_member(name), now=NOW).pk


def test_a_partner_cannot_suggest(make):
    with pytest.raises(NotFound):
        suggest(gets_in_the_way="We wait.", by=make_member("hanna"), now=NOW)


def test_a_suggestion_with_a_bsn_is_not_stored(anna):
    with pytest.raises(Refused, match="leave out who it is about"):
        suggest(gets_in_the_way="As with 9999.00.006", by=anna, now=NOW)
    assert not Suggestion.objects.exists()


def test_the_log_of_a_suggestion_holds_no_words(anna):
    suggest(gets_in_the_way="We wait.", step="regie", by=anna, now=NOW)
    assert Entry.objects.get(action="suggestion_made").codes == {"step": "regie"}


def test_me_too_counts_once_a_person_and_can_be_taken_back(make, bram):
    suggestion = make()
    for on, number in ((True, 1), (True, 1), (False, 0), (False, 0)):
        set_me_too(suggestion=suggestion, on=on, by=bram, now=NOW)
        assert MeToo.objects.count() == number
    assert Entry.objects.filter(action="suggestion_me_too").count() == 2


def test_nobody_says_me_too_to_their_own_suggestion(make, anna):
    with pytest.raises(Refused):
        set_me_too(suggestion=make(), on=True, by=anna, now=NOW)


def test_a_plan_says_who_tries_it_and_when_we_look_again(make, anna):
    planned = plan_change(
        suggestion=make(), seen=0, tried_by="Two colleagues", measure="wait_support",
        change_date=date(2026, 12, 1), look_again_date=date(2027, 1, 12), by=anna, now=NOW,
    )  # fmt: skip
    assert (planned.version, planned.tried_by, planned.measure) == (1, "Two colleagues", "wait_support")


def test_one_does_not_look_again_before_the_change(make, anna):
    with pytest.raises(Refused) as refusal:
        plan_change(
            suggestion=make(), seen=0, change_date=date(2026, 12, 1), look_again_date=date(2026, 11, 30),
            by=anna, now=NOW,
        )  # fmt: skip
    assert refusal.value.field == "look_again_date"


def test_who_comes_second_hears_who_was_first_and_overwrites_nothing(make, anna, bram):
    suggestion = make()
    move_suggestion(suggestion=suggestion, to="chosen", seen=0, by=bram, now=NOW)
    with pytest.raises(Conflict, match="Bram was just before you: it now stands at “Chosen”"):
        move_suggestion(suggestion=suggestion, to="dropped", seen=0, words="No", by=anna, now=NOW)
    with pytest.raises(Conflict):
        plan_change(suggestion=suggestion, seen=0, tried_by="Anna", by=anna, now=NOW)
    suggestion = Suggestion.objects.get()
    assert (suggestion.phase, suggestion.version, suggestion.tried_by) == ("chosen", 1, "")


def test_a_change_of_plan_in_between_is_a_conflict_without_a_name(make, anna):
    suggestion = make()
    plan_change(suggestion=suggestion, seen=0, tried_by="Team Oost", by=anna, now=NOW)
    with pytest.raises(Conflict, match="A colleague changed"):
        move_suggestion(suggestion=suggestion, to="chosen", seen=0, by=anna, now=NOW)


@pytest.mark.parametrize("words", ["", "It was about 999900006"])
def test_stopping_asks_why_and_takes_no_bsn(make, anna, words):
    with pytest.raises(Refused) as refusal:
        move_suggestion(suggestion=make(), to="dropped", seen=0, words=words, by=anna, now=NOW)
    assert refusal.value.field == "words"
    assert not Move.objects.exists()


def test_a_phase_that_does_not_exist_is_refused(make, anna):
    with pytest.raises(Refused) as refusal:
        move_suggestion(suggestion=make(), to="done", seen=0, by=anna, now=NOW)
    assert refusal.value.field == "to"


def test_another_team_says_me_too_and_plans_nothing(make):
    suggestion, dirk = make(), make_member("dirk")
    set_me_too(suggestion=suggestion, on=True, by=dirk, now=NOW)
    with pytest.raises(NotPermitted):
        plan_change(suggestion=suggestion, seen=0, tried_by="Dirk", by=dirk, now=NOW)
