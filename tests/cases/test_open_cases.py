"""The row of each open case, by which lists are ordered and counted: always as the case itself is."""

from datetime import timedelta

import pytest
from django.db import connection

from benchmarks.bulk.holding import BROKEN
from cases.models import OpenCase
from cases.operations import contacts
from cases.operations.cases import undo_close
from cases.operations.contact_person import accept_handover, request_handover
from cases.queries.waits import with_shown_wait
from tests.factories import NOW, make_case, make_member

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


def test_a_wait_that_begins_or_ends_shows(anna):
    case = make_case(anna, status="supported")
    wait = contacts.wait_for(case=case, on="partner", why="De school belt terug.", by=anna, now=NOW)
    assert row_of(case).wait_on == "partner"
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
