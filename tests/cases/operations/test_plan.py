"""The plan: what comes first, who does what, how it goes."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from psycopg.types.range import DateRange

from cases.models import Case, Event, Goal, Household, HouseholdMember
from cases.operations.contacts import add_goal
from cases.operations.plan import (
    add_action,
    finish_action,
    note_progress,
    plan_of,
)
from sociaal.core.errors import NotPermitted, Refused
from tests.factories import NOW, make_case, make_member

pytestmark = pytest.mark.django_db


@dataclass
class Home:
    case: Case
    goal: Goal
    by: dict


@pytest.fixture
def home(db):
    anna = make_member("anna")
    case = make_case(anna, status="supported")
    by = {"by": anna, "now": NOW}
    return Home(case, add_goal(case=case, domain="housing", words="Naar boven.", **by), by)


def what(case):
    return [
        event.codes.get("what")
        for event in Event.objects.filter(case=case, kind="plan_changed").order_by("pk")
        if "what" in event.codes
    ]


def test_an_action_is_added_done_once_and_undone(home):
    action = add_action(goal=home.goal, who="network", name="De zoon", what="Leuning ophangen", **home.by)
    for done in (True, True, False):
        action = finish_action(action=action, done=done, **home.by)
    assert action.done_at is None
    assert what(home.case) == ["action", "done", "undone"]


@pytest.mark.parametrize(("minutes", "shared"), [(-1, False), (1, True)])
def test_the_plan_is_of_the_household_from_midnight_in_amsterdam_on(minutes, shared):
    """In UTC the day that somebody moves in begins an hour later."""
    midnight = datetime(2026, 11, 19, tzinfo=ZoneInfo("Europe/Amsterdam"))
    case, house = make_case(make_member("anna"), status="supported"), Household.objects.create(name="Gezin")
    HouseholdMember.objects.create(
        household=house, resident=case.resident, role="adult", during=DateRange(date(2026, 11, 19), None)
    )
    moment = midnight + timedelta(minutes=minutes)
    assert (plan_of(case, moment.astimezone(UTC)).household == house) is shared


def test_progress_adds_up(home):
    for words in ("Het gaat.", "Het gaat beter."):
        note_progress(goal=home.goal, words=words, **home.by)
    assert home.goal.progress.count() == 2
    assert what(home.case) == ["progress", "progress"]


def test_a_colleague_who_reads_along_changes_nothing(home):
    bram = {"by": make_member("bram"), "now": NOW}
    with pytest.raises(NotPermitted):
        add_action(goal=home.goal, who="resident", what="Bellen", **bram)


def test_the_plan_of_a_closed_case_stands(home):
    case = make_case(home.by["by"], status="closed")
    goal = Goal.objects.filter(plan__case=case).first()
    with pytest.raises(Refused):
        note_progress(goal=goal, words="Nog iets.", **home.by)
