"""The row of each open case, by which lists are ordered and counted: always as the case itself is."""

import re
from datetime import timedelta

import pytest
from django.db import connection

from benchmarks.bulk.holding import BROKEN
from cases.models import OpenCase
from cases.operations import arrangements, contacts, objections, procedures
from cases.operations.cases import undo_close
from cases.operations.contact_person import accept_handover, request_handover
from cases.policies import OPEN_PROCEDURES, PENDING, RUNNING
from cases.queries.waits import with_shown_wait
from tests.factories import NOW, ProvisionFactory, make_case, make_deciding_case, make_member
from tests.objected import make_objected

pytestmark = pytest.mark.django_db
KNOWN = BROKEN["an open case that its list does not know as it is"]


def row_of(case):
    return OpenCase.objects.get(pk=case.pk)


def not_known():
    with connection.cursor() as cursor:
        cursor.execute(KNOWN)
        return cursor.fetchone()[0]


@pytest.fixture
def anna(db):
    return make_member("anna")


@pytest.mark.parametrize("status", ["registered", "conversation", "weighing", "arranging", "supported"])
def test_it_shows_the_wait_that_the_case_shows(anna, status):
    case = make_case(anna, status=status)
    shown = with_shown_wait(type(case).objects.filter(pk=case.pk)).get()
    row = row_of(case)
    assert (row.wait_on, row.wait_since) == (shown.wait_on, shown.wait_since)
    assert (row.team_id, row.contact_id) == (case.team_id, anna.pk)
    assert (row.status, row.resident_id) == (status, case.resident_id)


def test_a_wait_that_begins_or_ends_shows(anna):
    case = make_case(anna, status="supported")
    wait = contacts.wait_for(case=case, on="partner", why="De school belt terug.", by=anna, now=NOW)
    assert (row_of(case).wait_on, row_of(case).us_by_hand) == ("partner", False)
    contacts.wait_for(case=case, on="us", why="Brief maken.", by=anna, now=NOW)
    assert row_of(case).wait_on == "us"
    contacts.stop_waiting(wait=wait, by=anna, now=NOW)
    assert row_of(case).wait_on == "us"


def test_a_closed_case_has_none_until_the_closing_is_undone(anna):
    case = make_case(anna, status="closed")
    assert not OpenCase.objects.filter(pk=case.pk).exists()
    undo_close(case=case, reason="Te vroeg gesloten.", by=anna, now=NOW + timedelta(days=1))
    assert row_of(case).contact_id == anna.pk
    assert not_known() == 0


def test_a_new_contact_person_shows_in_every_open_case(anna):
    bram = make_member("bram")
    case = make_case(anna)
    other = make_case(anna, resident=case.resident)
    handover = request_handover(
        resident=case.resident, to=bram, reason="resident_asks", explanation="Dat wil zij graag.",
        told_resident="Dat Bram belt.", by=anna, now=NOW,
    )  # fmt: skip
    accept_handover(handover=handover, by=bram, now=NOW)
    assert [row_of(one).contact_id for one in (case, other)] == [bram.pk, bram.pk]
    assert not_known() == 0


def test_that_we_are_waited_for_shows_also_how_long_and_whether_by_hand(anna):
    case = make_case(anna, status="supported")
    later = NOW + timedelta(hours=1)
    wait = contacts.wait_for(case=case, on="us", why="Brief maken.", by=anna, now=NOW)
    assert (row_of(case).us_since, row_of(case).us_by_hand) == (NOW, True)
    contacts.stop_waiting(wait=wait, by=anna, now=later)
    assert (row_of(case).us_since, row_of(case).us_by_hand) == (None, False)


def test_a_procedure_shows_until_it_has_ended(anna):
    case, procedure = make_deciding_case(anna)
    assert row_of(case).has_procedure
    procedures.withdraw_application(procedure=procedure, reason="Toch niet nodig.", by=anna, now=NOW)
    assert not row_of(case).has_procedure
    assert not_known() == 0


def test_an_objection_shows_until_it_has_come_to_an_end(anna):
    case, procedure = make_objected(anna)
    assert row_of(case).has_procedure
    assert not_known() == 0
    objections.withdraw_objection(procedure=procedure, taken_back_date=NOW.date(), by=anna, now=NOW)
    assert not row_of(case).has_procedure
    assert not_known() == 0


def test_the_first_day_on_which_help_is_looked_at_again_shows_while_it_runs(anna):
    case, days = make_case(anna, status="arranging"), [NOW.date() + timedelta(days=n) for n in (90, 30)]
    rows = [
        arrangements.propose(case=case, provision=ProvisionFactory(), review_date=day, by=anna, now=NOW)
        for day in days
    ]
    assert row_of(case).review_date == days[1]
    arrangements.cancel(arrangement=rows[1], reason="Toch niet nodig.", by=anna, now=NOW)
    assert row_of(case).review_date == days[0]
    assert not_known() == 0


@pytest.mark.parametrize(
    ("function", "states"),
    [("keep_open_case_procedure", OPEN_PROCEDURES), ("keep_open_case_review", PENDING | RUNNING)],
)
def test_the_database_means_the_same_states_as_the_rules(db, function, states):
    with connection.cursor() as cursor:
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = %s", [function])
        ((source,),) = cursor.fetchall()
    assert set(re.findall(r"'(\w+)'", source)) == {str(state) for state in states}
