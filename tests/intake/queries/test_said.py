"""What the conversations of a case say together, for who may see it."""

from datetime import timedelta

import pytest

from cases.enums import LifeDomain
from cases.permissions import access_to_case
from intake.operations.conversations import Appointment, plan_conversation
from intake.operations.notes import ask_nothing, keep_said
from intake.queries.said import added_up, earlier_about, levels_of, report_of, said_so_far
from tests.factories import NOW, make_member

pytestmark = pytest.mark.django_db
D = LifeDomain
WEEK = timedelta(days=7)


@pytest.fixture
def second(anna, talk):
    """A second conversation, a week after the first, in which more was said of the house."""
    row = plan_conversation(case=talk.case, appointment=Appointment(NOW + WEEK), by=anna, now=NOW)
    for conversation, domain, given in (
        (talk, "housing", {"notes": "De trap is steil.", "level": 2}),
        (talk, "justice", {"notes": "Een boete."}),
        (row, "housing", {"goes_well": "Er is een leuning.", "level": 4}),
    ):
        keep_said(conversation=conversation, domain=domain, given=given, seen={}, by=anna, now=NOW)
    return row


def seen_by(talk, user):
    return said_so_far(talk.case, access_to_case(user, talk.case, NOW))


def test_what_was_said_before_stands_beside_what_is_said_now(anna, talk, second):
    so_far = seen_by(talk, anna)
    (before,) = earlier_about(so_far, second, D.HOUSING)
    assert (before.at, before.note.notes) == (talk.planned_at, "De trap is steil.")
    assert earlier_about(so_far, talk, D.HOUSING) == []
    assert so_far.before(second) == [talk]


def test_the_picture_shows_the_latest_level_and_the_way_to_it(anna, talk, second):
    ask_nothing(conversation=talk, domain="finances", nothing=True, by=anna, now=NOW)
    housing, money, daytime = levels_of(seen_by(talk, anna), [D.HOUSING, D.FINANCES, D.DAYTIME])
    assert (housing.level, housing.words) == (4, "Voldoende zelfredzaam")
    assert list(housing.earlier) == [(talk.planned_at, 2)]
    assert (money.level, money.no_questions, daytime.no_questions) == (None, True, False)


def test_conversations_add_up_to_one_story_per_domain(anna, talk, second):
    housing = next(one for one in added_up(seen_by(talk, anna)) if one.domain == D.HOUSING)
    assert (housing.notes, housing.goes_well, housing.level) == ("De trap is steil.", "Er is een leuning.", 4)
    (part, *_more) = report_of(seen_by(talk, anna), [D.HOUSING, D.JUSTICE])
    assert [note.level for note in part.notes] == [2, 4]


def test_a_colleague_of_the_team_hears_nothing_of_justice(talk, second):
    so_far = seen_by(talk, make_member("bram"))
    assert so_far.hidden == {D.JUSTICE}
    assert [note.domain for note in so_far.notes] == ["housing", "housing"]
    assert "boete" not in str(added_up(so_far)).lower()


def test_two_queries_whatever_was_said(anna, talk, second, django_assert_num_queries):
    access = access_to_case(anna, talk.case, NOW)
    with django_assert_num_queries(2):
        said_so_far(talk.case, access)
