"""Which colleagues have a conversation open."""

from datetime import timedelta

import pytest
from psycopg.types.range import TimestamptzRange

from cases.models import Deputyship
from intake.models import Presence
from intake.operations.presence import HERE_FOR, ONE_READING, be_here, log_reading_along
from sociaal.audit.models import Entry
from sociaal.core.errors import NotFound, NotPermitted
from tests.factories import NOW, make_member

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def bram(anna):
    """The deputy, while Anna is there as well."""
    deputy = make_member("bram")
    Deputyship.objects.create(absent=anna, deputy=deputy, during=TimestamptzRange(NOW - HOUR, NOW + HOUR))
    return deputy


def test_one_sees_who_else_is_here_and_not_oneself(anna, bram, talk):
    assert be_here(conversation=talk, by=anna, now=NOW) == []
    assert be_here(conversation=talk, by=bram, now=NOW) == [anna]
    assert be_here(conversation=talk, by=anna, now=NOW) == [bram]
    assert Presence.objects.count() == 2


def test_who_does_not_ask_any_more_is_gone(anna, bram, talk):
    be_here(conversation=talk, by=bram, now=NOW)
    assert be_here(conversation=talk, by=anna, now=NOW + HERE_FOR) == []


@pytest.mark.parametrize(
    ("name", "error"), [("carla", NotPermitted), ("dirk", NotPermitted), ("hanna", NotFound)]
)
def test_only_who_writes_in_it_is_here(talk, name, error):
    with pytest.raises(error):
        be_here(conversation=talk, by=make_member(name), now=NOW)


def test_reading_along_for_a_while_is_one_line_of_the_log(anna, talk):
    be_here(conversation=talk, by=anna, now=NOW)
    for seconds in (0, 3, 6, 200):
        log_reading_along(conversation=talk, by=anna, now=NOW + timedelta(seconds=seconds))
    line = Entry.objects.get(action="conversation_changes")
    assert (line.kind, line.residents, line.actor_id) == ("read", [talk.case.resident_id], anna.pk)
    log_reading_along(conversation=talk, by=anna, now=NOW + ONE_READING)
    assert Entry.objects.filter(action="conversation_changes").count() == 2


def test_each_who_reads_along_has_a_line_of_their_own(anna, bram, talk):
    for user in (anna, bram):
        be_here(conversation=talk, by=user, now=NOW)
        log_reading_along(conversation=talk, by=user, now=NOW)
    assert Entry.objects.filter(action="conversation_changes").count() == 2
