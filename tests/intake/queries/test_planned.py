"""The conversations to come of some cases."""

from datetime import timedelta

import pytest

from cases.models import OpenCase
from cases.permissions import access_to_case
from cases.queries.case_file import case_file
from cases.queries.next_dates import next_dates
from intake.operations.conversations import Appointment, hold, plan_conversation
from intake.queries.planned import conversations_from
from tests.factories import NOW, make_case, make_member

pytestmark = pytest.mark.django_db


def planned(case, by, *, days):
    at = NOW + timedelta(days=days)
    return plan_conversation(case=case, appointment=Appointment(at, "thuis"), by=by, now=NOW)


def test_a_planned_conversation_is_the_next_date_of_its_case():
    anna = make_member("anna")
    case, other = make_case(anna), make_case(anna)
    planned(case, anna, days=3)
    dates = next_dates(OpenCase.objects.filter(pk__in=[case.pk, other.pk]), NOW)
    assert set(dates) == {case.pk}
    assert (dates[case.pk].day, dates[case.pk].is_late) == ((NOW + timedelta(days=3)).date(), False)


def test_the_case_page_names_the_day_of_the_conversation():
    anna = make_member("anna")
    case = make_case(anna)
    planned(case, anna, days=3)
    facts = case_file(case, access_to_case(anna, case, NOW), NOW, user=anna).identity["facts"]
    assert any("21 november 2026: " in said for _label, said, _tone in facts)


def test_a_conversation_that_was_held_or_is_past_is_no_date_to_come():
    anna = make_member("anna")
    case = make_case(anna)
    talk = planned(case, anna, days=1)
    assert conversations_from([case.pk], NOW + timedelta(days=2)) == []
    hold(conversation=talk, held_at=NOW + timedelta(days=1), by=anna, now=NOW + timedelta(days=1))
    assert conversations_from([case.pk], NOW) == []
