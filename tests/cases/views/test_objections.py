"""An objection on the page of its procedure: its term, its steps, and what is decided."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.models import Procedure, TermNotice
from cases.operations.objections import decide_objection
from tests.factories import NOW, UserFactory, make_deciding_case, make_member
from tests.objected import make_objected

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TODAY = NOW.date().isoformat()
DUE, LONGEST = date(2027, 2, 10), date(2027, 3, 24)
DECISION = {
    "outcome": "founded", "reasons": "De huisarts schreef een brief.", "instead": "granted",
    "instead_reasons": "Alsnog nodig.", "decided_date": TODAY,
}  # fmt: skip


@pytest.fixture
def anna(db):
    return make_member("anna")


@pytest.fixture
def bram(db):
    return make_member("bram")


@pytest.fixture
def row(anna):
    return make_objected(anna)[1]


def take(visit, user, row, step, key="", **data):
    return visit(user, "procedure_step", row.pk, step, data={"form_key": f"{step}{key}", **data})


def steps(visit, user, row):
    return [step.name for step, _form in visit(user, "procedure", row.pk).context["steps"]]


def test_the_steps_of_an_objection_are_those_that_can_follow(visit, anna, bram, row):
    assert steps(visit, anna, row) == ["committee", "postpone", "delay", "objection_back"]
    assert steps(visit, bram, row) == ["objection_decide"]


def test_who_made_the_decision_reads_that_somebody_else_decides_on_the_objection(visit, anna, row):
    page = visit(anna, "procedure", row.pk)
    assert dict(page.context["objection"])["Wie beslist erop"] == "iemand met mandaat, niet Anna"
    answer = take(visit, anna, row, "objection_decide", **DECISION)
    assert answer.status_code == 422
    assert "Awb 10:3" in answer.content.decode()
    assert "De huisarts schreef een brief." in answer.content.decode()


def test_it_is_decided_on_sent_and_both_decisions_can_be_read(visit, anna, bram, row):
    assert take(visit, bram, row, "objection_decide", **DECISION).status_code == 302
    assert "objection_send" in steps(visit, anna, row)
    take(visit, anna, row, "objection_send", sent_date=TODAY)
    page = visit(anna, "procedure", row.pk)
    facts, objection = dict(page.context["facts"]), dict(page.context["objection"])
    assert (facts["Uitkomst"], facts["Redenen"]) == ("Geweigerd", "Niet nodig.")
    assert objection["In plaats daarvan besloten"] == "Toegekend (was: geweigerd)"
    assert "Alsnog nodig." in page.content.decode()
    assert {"AWB_BEROEP", "AWB_BEZWAAR_BESLUIT"} <= {term.code for term in page.context["terms"]}
    assert b"Besluit op het bezwaar verstuurd" in visit(anna, "case", row.case.number).content


@pytest.mark.slow
@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({"instead": ""}, {"instead"}),
        ({"instead": "", "instead_reasons": ""}, {"instead", "instead_reasons"}),
        ({"outcome": "unfounded"}, {"instead"}),
        ({"reasons": ""}, {"reasons"}),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(visit, bram, row, changed, fields):
    answer = take(visit, bram, row, "objection_decide", **DECISION | changed)
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, fields)
    assert answer.context["form"].data["decided_date"] == TODAY
    assert Procedure.objects.get(pk=row.pk).objection_outcome == ""


@pytest.mark.slow
def test_the_second_of_two_who_decide_is_refused_and_keeps_what_they_typed(visit, bram, row):
    dora = UserFactory(name="Dora", mandates=["wmo"], team=bram.team)
    decide_objection(
        procedure=row, outcome="unfounded", reasons="Klopt.", decided_date=NOW.date(), by=dora, now=NOW
    )
    answer = take(visit, bram, row, "objection_decide", **DECISION)
    assert answer.status_code == 422
    assert "De huisarts schreef een brief." in answer.content.decode()
    assert Procedure.objects.get(pk=row.pk).objection_reasons == "Klopt."


@pytest.mark.slow
def test_it_is_put_off_once_and_the_page_says_to_when_and_why(visit, anna, row):
    until = LONGEST.isoformat()
    assert take(visit, anna, row, "postpone", told_date=TODAY, until_date=until).status_code == 302
    assert take(visit, anna, row, "postpone", told_date=TODAY, until_date=until).status_code == 302
    assert TermNotice.objects.count() == 1, "sent twice is done once"
    page = visit(anna, "procedure", row.pk)
    term = next(one for one in page.context["terms"] if one.code == "AWB_BEZWAAR_BESLUIT")
    assert term.due == LONGEST
    assert "Awb art. 7:10 lid 3" in page.content.decode()
    answer = take(visit, anna, row, "postpone", "2", told_date=TODAY, until_date="2027-04-30")
    assert set(answer.context["form"].errors) == {"agreed_date"}


@pytest.mark.slow
def test_a_committee_makes_it_twelve_weeks(visit, anna, row):
    take(visit, anna, row, "committee", told_date=TODAY)
    page = visit(anna, "procedure", row.pk)
    assert "AWB_BEZWAAR_COMMISSIE" in {term.code for term in page.context["terms"]}
    assert "committee" not in steps(visit, anna, row)


@pytest.mark.slow
def test_late_stays_late_with_the_day_that_was_named(visit, anna):
    _case, applied = make_deciding_case(anna)
    late = NOW + 20 * DAY
    with time_machine.travel(late, tick=False):
        until = (late + 9 * DAY).date().isoformat()
        assert (
            take(
                visit, anna, applied, "delay", told_date=late.date().isoformat(), until_date=until
            ).status_code
            == 302
        )
        page = visit(anna, "procedure", applied.pk).content.decode()
        assert "6 dagen te laat" in page
        assert "Op 8 december zeiden we: uiterlijk 17 december" in page
        case = visit(anna, "case", applied.case.number).content.decode()
        assert "op 8 december zeiden we: uiterlijk 17 december" in case


@pytest.mark.slow
def test_a_closed_case_leads_to_its_objection_and_stands_among_the_terms_at_risk(visit, anna):
    case, row = make_objected(anna, closed=True)
    url = reverse("procedure", args=[row.pk])
    assert visit(anna, "case", case.number).context["step"].url == url
    with time_machine.travel(NOW + (DUE - NOW.date()), tick=False):
        page = visit(anna, "home", list="terms").content.decode()
    assert "in deze afgesloten casus loopt een bezwaar" in page
    assert f'value="{case.number}"' not in page, "no task is put in a closed case"


@pytest.mark.slow
def test_who_closes_the_case_reads_that_the_objection_goes_on(visit, anna):
    case, row = make_objected(anna, outcome="granted")
    page = visit(anna, "withdraw", case.number).content.decode()
    assert reverse("procedure", args=[row.pk]) in page


def test_for_an_objection_the_page_asks_only_more_whether_it_was_put_off(
    visit, anna, row, django_assert_max_num_queries
):
    _case, other = make_deciding_case(anna)
    visit(anna, "procedure", other.pk)
    with CaptureQueriesContext(connection) as plain:
        visit(anna, "procedure", other.pk)
    with django_assert_max_num_queries(len(plain) + 1):
        visit(anna, "procedure", row.pk)
