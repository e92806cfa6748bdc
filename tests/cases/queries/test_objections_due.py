"""An objection stands where the work stands: among the terms at risk and in the agenda, closed or open."""

from datetime import date, timedelta

import pytest

from cases.models import Deputyship, OpenCase, Procedure
from cases.operations import objections
from cases.queries.due import due_in_team, due_rows
from cases.queries.next_dates import TERM, dates_of, next_dates
from cases.queries.term_facts import with_term_facts
from cases.queries.term_moves import moves_by
from cases.queries.terms import running_terms, term_rows
from cases.queries.work_list import case_list, counts, mine, work_of
from sociaal.home.agenda.items import agenda_of
from tests.factories import NOW, make_member
from tests.objected import make_objected

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
DUE = date(2027, 2, 10)
BEFORE = NOW + (DUE - NOW.date()) - 7 * DAY


@pytest.fixture
def anna(db):
    return make_member("anna")


def at_risk(user, now=BEFORE):
    work = work_of(user, mine(user, now), now)
    dates = dates_of(work.rows, work.procedures, now)
    return [(row.pk, row.falls.day, row.falls.label) for row in due_rows(work.rows, dates, TERM, now.date())]


@pytest.mark.parametrize("closed", [False, True])
def test_the_term_stands_among_those_at_risk_of_who_works_on_the_case(anna, closed):
    case, row = make_objected(anna, closed=closed)
    assert [one[:2] for one in at_risk(anna)] == [(case.pk, DUE)]
    assert at_risk(make_member("bram")) == []
    objections.withdraw_objection(procedure=row, taken_back_date=NOW.date(), by=anna, now=NOW)
    assert at_risk(anna) == []


def test_a_closed_case_with_an_objection_is_no_case_in_hand(anna):
    make_objected(anna, closed=True)
    work = work_of(anna, mine(anna, NOW), NOW)
    assert [case_list(work.rows, name) for name in ("me", "others", "running")] == [[], [], []]
    assert (counts(work).me, counts(work).residents) == (0, 0)


@pytest.mark.slow
def test_the_deputy_sees_to_it_while_the_contact_person_is_away(anna):
    case, _row = make_objected(anna, closed=True)
    bram = make_member("bram")
    Deputyship.objects.create(absent=anna, deputy=bram, during=(NOW, None))
    assert [one[0] for one in at_risk(bram)] == [case.pk]


@pytest.mark.slow
def test_the_team_finds_it_in_an_open_case_among_its_terms_at_risk(anna):
    case, _row = make_objected(anna)
    rows = OpenCase.objects.filter(team=anna.team).select_related("case", "contact")
    assert [(one.pk, one.day) for one in due_in_team(rows, TERM, BEFORE)] == [(case.pk, DUE)]
    assert due_in_team(rows, TERM, NOW) == []


@pytest.mark.slow
def test_it_is_the_next_date_of_an_open_case(anna):
    case, _row = make_objected(anna)
    (row,) = OpenCase.objects.filter(pk=case.pk)
    assert next_dates([row], NOW)[case.pk].day == DUE


@pytest.mark.parametrize("closed", [False, True])
def test_it_stands_in_the_agenda_without_saying_what_it_is(anna, closed):
    case, row = make_objected(anna, closed=closed)
    (item,) = [one for one in agenda_of(anna, NOW) if one.key.startswith("term-")]
    assert (item.key, item.when) == (f"term-{row.pk}-awb_bezwaar_besluit", DUE)
    assert item.words == f"Wettelijke termijn eindigt, casus {case.number}"


@pytest.mark.slow
def test_a_decreed_day_moves_it_also_where_it_began_long_after_the_decision(anna):
    _case, row = make_objected(anna)
    moves = moves_by(DUE, adding=True, today=NOW.date())
    assert [(one.procedure, one.term, one.before, one.after) for one in moves] == [
        (row.pk, "AWB_BEZWAAR_BESLUIT", DUE, DUE + DAY)
    ]


@pytest.mark.slow
def test_after_the_decision_on_it_only_the_resident_has_time(anna):
    _case, row = make_objected(anna)
    bram = make_member("bram")
    row = objections.decide_objection(
        procedure=row, outcome="unfounded", reasons="Het klopt.", decided_date=NOW.date(), by=bram, now=NOW
    )
    objections.send_objection_decision(procedure=row, sent_date=NOW.date(), by=anna, now=NOW)
    (found,) = with_term_facts(Procedure.objects.filter(pk=row.pk))
    assert running_terms([found], NOW.date()) == []
    appeal = next(one for one in term_rows(found, NOW.date()) if one.code == "AWB_BEROEP")
    assert (appeal.due, appeal.is_ours) == (date(2026, 12, 30), False)
