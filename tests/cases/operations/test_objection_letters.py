"""Letters about an objection: that the decision comes later, and the decision itself."""

from datetime import date

import pytest

from cases.letters.text import LetterText
from cases.models import Letter, Procedure
from cases.operations import letters, objections
from cases.operations.letter_writing import Written, send_written_letter
from cases.operations.letters import Sending
from cases.queries.letter_templates import template_in_use
from cases.queries.letter_writing import Given, blank_of, letters_for
from sociaal.core.errors import Refused
from tests.cases.operations.sending import set_now
from tests.factories import NOW, make_member
from tests.objected import make_objected

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def anna(db):
    return make_member("anna")


@pytest.fixture
def bram(db):
    return make_member("bram")


@pytest.fixture
def row(anna):
    return make_objected(anna, closed=True)[1]


def decided(row, by, outcome="founded", **given):
    return objections.decide_objection(
        procedure=row, outcome=outcome, reasons="Uw huisarts schreef ons.", decided_date=TODAY, by=by,
        now=NOW, **given,
    )  # fmt: skip


def send(row, by, kind):
    template = template_in_use(kind)
    given = Given(blank_of(template, "nl", row.case, row, NOW).title(), {})
    return send_written_letter(
        case=row.case, procedure=row, template=template, written=Written("nl", given, ["general"], safe=True),
        sending=Sending(), by=by, now=NOW,
    )  # fmt: skip


def says(letter):
    return LetterText.from_json(Letter.objects.get(pk=letter.pk).source)


def test_the_decision_on_an_objection_says_why_and_how_to_go_to_court(anna, bram, row):
    row = decided(row, bram, instead="partly", instead_reasons="Voor een deel alsnog nodig.")
    assert letters_for(row) == ["objection_decision"]
    letter = send(row, anna, "objection_decision")
    text = "\n".join(says(letter).words())
    for words in (
        "uw bezwaar is gegrond", "in de plaats van het eerste: deels toegekend", "Uw huisarts schreef ons.",
        "Voor een deel alsnog nodig.", "Dan kunt u in beroep gaan bij de rechter", "waar Voorbeeldstad onder",
        f"ons kenmerk: {letter.number}, en een kopie",
    ):  # fmt: skip
        assert words in text
    assert says(letter).closing[-1] == "Bram", "in whose name it was decided"


@pytest.mark.slow
def test_of_an_unfounded_objection_nothing_takes_the_place_of_the_decision(anna, bram, row):
    text = "\n".join(says(send(decided(row, bram, "unfounded"), anna, "objection_decision")).words())
    assert "uw bezwaar is ongegrond" in text
    assert "in de plaats van" not in text


def test_printing_the_decision_on_an_objection_sends_it_and_it_is_written_once(anna, bram, row):
    row = decided(row, bram, "unfounded")
    letter = send(row, anna, "objection_decision")
    assert letters_for(row) == []
    with pytest.raises(Refused):
        send(row, anna, "objection_decision")
    letters.mark_printed(letter=set_now(letter), by=anna, now=NOW)
    found = Procedure.objects.get(pk=row.pk)
    assert (found.objection_ended_date, found.sent_date) == (TODAY, row.sent_date)
    assert letters_for(found) == []


@pytest.mark.slow
def test_a_day_of_sending_that_was_noted_stays(anna, bram, row):
    row = decided(row, bram, "unfounded")
    letter = set_now(send(row, anna, "objection_decision"))
    objections.send_objection_decision(procedure=row, sent_date=TODAY, by=anna, now=NOW)
    letters.mark_printed(letter=letter, by=anna, now=NOW.replace(day=NOW.day + 3))
    assert Procedure.objects.get(pk=row.pk).objection_ended_date == TODAY


@pytest.mark.slow
@pytest.mark.parametrize("agreed", [None, TODAY])
def test_what_is_put_off_is_told_with_its_new_day(anna, row, agreed):
    assert letters_for(row) == []
    objections.postpone_objection(
        procedure=row, told_date=TODAY, until_date=date(2027, 3, 24), agreed_date=agreed, by=anna, now=NOW
    )
    assert letters_for(row) == ["objection_postponed"]
    text = "\n".join(says(send(row, anna, "objection_postponed")).words())
    assert "uiterlijk op 24 maart 2027" in text
    assert ("U bent het hiermee eens" in text) == (agreed is not None)
