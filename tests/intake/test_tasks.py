"""What the clock asks of the way in."""

from datetime import timedelta

import pytest
import time_machine

from cases.models import HelpRequest
from intake import tasks
from intake.models import Draft
from intake.operations import drafts
from tests.factories import NOW
from tests.intake.typing import make_draft, typed

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_a_round_brings_questions_in_and_the_same_quarter_does_nothing_twice(anna):
    make_draft(anna)
    with time_machine.travel(NOW + DAY, tick=False):
        tasks.enter_inbox()
        assert HelpRequest.objects.count() == 1
        make_draft(anna, key="b")
        tasks.enter_inbox()
    assert HelpRequest.objects.count() == 1
    with time_machine.travel(NOW + DAY + tasks.ROUND, tick=False):
        tasks.enter_inbox()
    assert HelpRequest.objects.count() == 2


def test_a_night_removes_empty_drafts(anna):
    make_draft(anna, key="empty")
    drafts.keep(typed=typed("", key="empty", at=2, nothing=True), by=anna, now=NOW)
    make_draft(anna)
    with time_machine.travel(NOW + 2 * DAY, tick=False):
        tasks.sweep_drafts()
    assert Draft.objects.count() == 1
