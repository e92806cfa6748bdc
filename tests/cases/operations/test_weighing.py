"""Weighing: the second reading that stays, the way down, and the exception."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from cases.models import Event, SecondReading, Weighing
from cases.operations.cases import choose_solution
from cases.operations.exceptions import decide_exception
from cases.operations.weighing import save_weighing, second_read, stepped_back
from sociaal.core.errors import Conflict, NotFound, NotPermitted, Refused
from sociaal.outbox.models import Message
from tests.factories import COMPLETE, NOW, make_case, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(db):
    return make_member("anna")


@pytest.fixture
def bram(db):
    return make_member("bram")


@pytest.fixture
def esra(db):
    return make_member("esra")


@pytest.fixture
def case(anna):
    return make_case(anna, status="weighing")


@pytest.fixture
def specialist(bram):
    rungs = {
        "social_base": COMPLETE.rungs["social_base"],
        "general": {"considered": "Een leuning.", "tried": "", "why_not": "Te weinig."},
        "specialist": {"considered": "Een traplift.", "tried": "", "why_not": ""},
    }
    return replace(
        COMPLETE, weight="specialist", second_reader=bram, rungs=rungs,
        lighter_again_date=NOW.date().replace(year=2027),
    )  # fmt: skip


def read(weighing, bram, *, agrees, words="Gelezen."):
    return second_read(weighing=weighing, agrees=agrees, words=words, by=bram, now=NOW)


def test_what_a_reader_said_stays_when_the_weighing_changes(case, anna, bram, specialist):
    row = save_weighing(case=case, given=specialist, by=anna, now=NOW)
    read(row, bram, agrees=False, words="Probeer eerst de leuning.")
    save_weighing(case=case, given=replace(specialist, behind_question="Anders."), by=anna, now=NOW)
    assert Weighing.objects.get().second_reader_agrees is None
    assert SecondReading.objects.get().words == "Probeer eerst de leuning."


def test_a_change_of_the_ladder_asks_the_reader_again(case, anna, bram, specialist):
    row = save_weighing(case=case, given=specialist, by=anna, now=NOW)
    read(row, bram, agrees=True)
    save_weighing(case=case, given=specialist, by=anna, now=NOW)
    assert Weighing.objects.get().second_reader_agrees is True
    other = {**specialist.rungs, "general": {"considered": "Niets.", "tried": "", "why_not": "Nee."}}
    save_weighing(case=case, given=replace(specialist, rungs=other), by=anna, now=NOW)
    assert Weighing.objects.get().second_reader_agrees is None


def test_one_rung_down_after_a_refusal_keeps_the_words_and_can_be_agreed(case, anna, bram, specialist):
    row = save_weighing(case=case, given=specialist, by=anna, now=NOW)
    read(row, bram, agrees=False, words="Probeer eerst de leuning.")
    row = save_weighing(case=case, given=stepped_back(specialist, row), by=anna, now=NOW)
    assert (row.weight, row.second_reader) == ("general", None)
    top = row.rungs.get(weight="specialist")
    assert (top.considered, top.why_not) == ("Een traplift.", "Bram: Probeer eerst de leuning.")
    assert choose_solution(case=case, by=anna, now=NOW).weight == "general"


def test_the_database_keeps_specialist_support_from_counting_unread(case, anna, specialist):
    row = save_weighing(case=case, given=specialist, by=anna, now=NOW)
    with pytest.raises(IntegrityError, match="specialist_counts_once_read"), transaction.atomic():
        Weighing.objects.filter(pk=row.pk).update(chosen_at=NOW)


RULE, HARMS = "Eerst een half jaar wachten", "Dan is het te laat."


@pytest.fixture
def asked(case, anna):
    given = replace(COMPLETE, exception_rule=RULE, exception_reason=HARMS)
    return save_weighing(case=case, given=given, by=anna, now=NOW)


def decide(row, by, *, allowed=True, words="Doen.", seen=NOW):
    return decide_exception(weighing=row, allowed=allowed, words=words, seen=seen, by=by, now=NOW)


@pytest.mark.parametrize(
    ("given", "field"),
    [({"exception_rule": RULE}, "exception_reason"), ({"exception_reason": HARMS}, "exception_rule")],
)
def test_an_exception_names_the_rule_and_the_harm(case, anna, given, field):
    with pytest.raises(Refused) as refusal:
        save_weighing(case=case, given=replace(COMPLETE, **given), by=anna, now=NOW)
    assert refusal.value.field == field


def test_a_solution_waits_for_the_manager_and_counts_on_their_authority(case, anna, esra, asked):
    with pytest.raises(Refused):
        choose_solution(case=case, by=anna, now=NOW)
    row = decide(asked, esra)
    assert row.exception_authority == "Esra"
    assert choose_solution(case=case, by=anna, now=NOW).status == "arranging"
    kinds = list(
        Event.objects.filter(kind__startswith="exception").order_by("pk").values_list("kind", "codes")
    )
    assert [kind for kind, _codes in kinds] == ["exception_asked", "exception_decided"]
    assert kinds[1][1]["allowed"] is True
    assert Message.objects.filter(topic="exception_allowed", key=str(row.pk)).exists()


def test_what_is_not_allowed_keeps_the_solution_back_and_reaches_no_board(case, anna, esra, asked):
    decide(asked, esra, allowed=False)
    with pytest.raises(Refused):
        choose_solution(case=case, by=anna, now=NOW)
    assert not Message.objects.filter(topic="exception_allowed").exists()


def test_other_words_are_another_exception_and_are_decided_anew(case, anna, esra, asked):
    decide(asked, esra)
    given = replace(COMPLETE, exception_rule=RULE, exception_reason="Iets anders.")
    row = save_weighing(case=case, given=given, by=anna, now=NOW)
    assert (row.exception_allowed, row.exception_authority) == (None, "")


def test_without_its_words_there_is_no_exception_left(case, anna, asked):
    row = save_weighing(case=case, given=COMPLETE, by=anna, now=NOW)
    assert row.exception_asked_at is None
    assert choose_solution(case=case, by=anna, now=NOW).status == "arranging"


@pytest.mark.parametrize(
    ("name", "error"), [("bram", NotPermitted), ("fatma", NotFound), ("hanna", NotFound)]
)
def test_only_the_manager_of_the_team_decides(asked, name, error):
    with pytest.raises(error):
        decide(asked, make_member(name))


def test_a_decision_has_words_and_is_about_what_was_read(asked, esra):
    with pytest.raises(Refused):
        decide(asked, esra, words=" ")
    with pytest.raises(Conflict):
        decide(asked, esra, seen=NOW.replace(year=2020))
    decide(asked, esra)
    with pytest.raises(Refused):
        decide(asked, esra)


def test_the_database_lets_no_exception_count_without_authority(asked):
    with pytest.raises(IntegrityError, match="exception_counts_on_authority"), transaction.atomic():
        Weighing.objects.filter(pk=asked.pk).update(chosen_at=NOW)
