"""A rule that was in the way of help comes to the board: once, and without anything of the case."""

from dataclasses import replace

import pytest

from cases.models import Weighing
from cases.operations.exceptions import decide_exception
from cases.operations.weighing import save_weighing
from regie.board.handlers import exception_allowed
from regie.board.models import Suggestion
from tests.factories import COMPLETE, NOW, make_case, make_member

pytestmark = pytest.mark.django_db


def decided(rule="Eerst een half jaar wachten", *, allowed=True):
    anna = make_member("anna")
    given = replace(COMPLETE, exception_rule=rule, exception_reason="Mevrouw ligt dan in het ziekenhuis.")
    row = save_weighing(case=make_case(anna, status="weighing"), given=given, by=anna, now=NOW)
    return decide_exception(
        weighing=row, allowed=allowed, words="Doen.", seen=NOW, by=make_member("esra"), now=NOW
    )


def test_what_was_allowed_becomes_one_suggestion_about_the_rule():
    row = decided()
    for _time in range(2):
        exception_allowed(str(row.pk), NOW)
    suggestion = Suggestion.objects.get()
    assert "Eerst een half jaar wachten" in suggestion.gets_in_the_way
    assert "ziekenhuis" not in suggestion.gets_in_the_way
    assert (suggestion.step, suggestion.team) == ("weighing", row.made_by.team)


def test_what_was_not_allowed_or_is_asked_anew_does_not():
    row = decided(allowed=False)
    exception_allowed(str(row.pk), NOW)
    Weighing.objects.all().delete()
    exception_allowed(str(row.pk), NOW)
    assert not Suggestion.objects.exists()


def test_a_rule_with_a_bsn_in_it_stays_in_the_case():
    exception_allowed(str(decided("Regel voor 999990019").pk), NOW)
    assert not Suggestion.objects.exists()
