"""The resident's own plan."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from cases.permissions import access_to_case
from intake.models import OwnPlan
from intake.operations.own_plan import PlanGiven, keep_own_plan
from intake.queries.own_plan import own_plan_of
from sociaal.audit.models import Entry
from sociaal.core.errors import Conflict, NotFound, NotPermitted, Refused
from tests.factories import NOW, make_case, make_member

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
DAY = timedelta(days=1)


@pytest.fixture
def case(anna):
    return make_case(anna)


def given(day=TODAY, words="Mijn dochter helpt mij met douchen.", was_read=False, seen=0):
    return PlanGiven("personal", day, words, was_read, seen)


def keep(case, by, now=NOW, **facts):
    return keep_own_plan(case=case, given=given(**facts), by=by, now=now)


def test_a_plan_is_kept_with_when_it_came_and_who_read_it(anna, case):
    plan = keep(case, anna)
    assert (plan.received_date, plan.read_at) == (TODAY, None)
    plan = keep(case, anna, was_read=True, seen=1)
    assert (plan.read_by, plan.read_at, OwnPlan.objects.count()) == (anna, NOW, 1)
    again = keep(case, anna, now=NOW + DAY, was_read=True, seen=2)
    assert again.read_at == NOW
    assert Entry.objects.filter(action="keep_own_plan", residents=[case.resident_id]).count() == 3


@pytest.mark.parametrize("day", [TODAY + DAY, TODAY - 9 * DAY])
def test_a_plan_comes_after_the_report_and_not_later_than_today(anna, case, day):
    with pytest.raises(Refused) as refusal:
        keep(case, anna, day=day)
    assert refusal.value.field == "received_date"


def test_an_empty_plan_is_no_plan(anna, case):
    with pytest.raises(Refused):
        keep(case, anna, words="  ")


def test_two_who_write_it_down_see_each_other(anna, case):
    keep(case, anna)
    with pytest.raises(Conflict):
        keep(case, anna, words="Iets anders.")
    assert OwnPlan.objects.get().words == "Mijn dochter helpt mij met douchen."


@pytest.mark.parametrize(
    ("name", "error"), [("bram", NotPermitted), ("esra", NotPermitted), ("fatma", NotFound)]
)
def test_it_is_noted_by_who_works_on_the_case(case, name, error):
    with pytest.raises(error):
        keep(case, make_member(name))


def test_a_case_has_one_own_plan(anna, case):
    keep(case, anna)
    with pytest.raises(IntegrityError), transaction.atomic():
        OwnPlan.objects.create(case=case, received_date=TODAY, words="x", by=anna)


@pytest.mark.parametrize(("days", "past", "in_time"), [(0, False, True), (5, False, True), (9, True, False)])
def test_seven_days_after_the_report_it_can_come_and_later_counts_as_well(anna, case, days, past, in_time):
    """Reported on Tuesday 17 November; the seven days end on Tuesday the 24th."""
    now = NOW + days * DAY
    keep(case, anna, now=now, day=now.date())
    state = own_plan_of(case, access_to_case(anna, case, NOW), now)
    assert state.until.isoformat() == "2026-11-24"
    assert (state.is_past, state.in_time, state.unread) == (past, in_time, True)


def test_who_may_not_see_what_it_is_about_sees_no_plan(anna, case):
    keep(case, anna)
    OwnPlan.objects.update(category="youth_safety")
    bram = make_member("bram")
    assert own_plan_of(case, access_to_case(bram, case, NOW), NOW).plan is None
