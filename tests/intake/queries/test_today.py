"""The conversations of today, for "My work"."""

from datetime import timedelta

import pytest
from django.urls import reverse
from psycopg.types.range import TimestamptzRange

from cases.models import Deputyship
from intake.operations.conversations import Appointment, hold, plan_conversation
from intake.queries.today import conversations_on
from sociaal.core.registry import registry
from tests.factories import NOW, make_case, make_member

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
HOUR = timedelta(hours=1)


def plan(case, by, at):
    return plan_conversation(case=case, appointment=Appointment(at, "thuis"), by=by, now=NOW)


def test_my_conversations_of_today_come_earliest_first(anna):
    case = make_case(anna)
    late, early = plan(case, anna, NOW + 3 * HOUR), plan(case, anna, NOW + HOUR)
    plan(case, anna, NOW + 30 * HOUR)
    found = conversations_on(anna, TODAY)
    assert [item.url for item in found] == [reverse("conversation", args=[row.pk]) for row in (early, late)]
    assert case.resident.full_name in found[0].words
    assert found[0].resident_id == case.resident_id


def test_what_was_held_and_what_is_anothers_is_not_mine_to_do(anna, talk):
    assert conversations_on(make_member("bram"), TODAY) == []
    hold(conversation=talk, held_at=NOW, by=anna, now=NOW)
    assert conversations_on(anna, TODAY) == []


def test_the_deputy_sees_the_conversations_of_who_is_away(anna, talk):
    bram = make_member("bram")
    Deputyship.objects.create(
        absent=anna, deputy=bram, during=TimestamptzRange(NOW - 24 * HOUR, NOW + 24 * HOUR)
    )
    assert len(conversations_on(bram, TODAY)) == 1


def test_it_is_one_query_and_registered_for_my_work(anna, talk, django_assert_num_queries):
    assert conversations_on in registry.today
    with django_assert_num_queries(1):
        conversations_on(anna, TODAY)
