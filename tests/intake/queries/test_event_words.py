"""What the timeline says about a conversation."""

import pytest

from cases.models import Event
from cases.permissions import NO_ACCESS, access_to_case
from intake.operations.conversations import hold
from intake.queries.event_words import conversations
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def events(case, kind):
    return list(Event.objects.filter(case=case, kind=kind))


def test_a_planned_conversation_says_when_and_where(anna, talk):
    (event,) = events(talk.case, "conversation_planned")
    words = conversations(access_to_case(anna, talk.case, NOW), [event])[event.pk]
    assert words == "18 november 2026, 11.00 · thuis"


def test_a_held_conversation_says_what_the_resident_wants(anna, talk):
    talk.wish, talk.at_table = "Naar boven.", "dochter"
    talk.save()
    hold(conversation=talk, held_at=NOW, by=anna, now=NOW)
    (event,) = events(talk.case, "conversation_held")
    words = conversations(access_to_case(anna, talk.case, NOW), [event])[event.pk]
    assert "Naar boven." in words
    assert "dochter" in words


def test_who_may_not_see_the_category_reads_nothing(talk):
    assert conversations(NO_ACCESS, events(talk.case, "conversation_planned")) == {}
