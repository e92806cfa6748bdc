"""What was said already of what the weighing asks."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from cases.models import Case
from intake.models import Conversation
from intake.operations.conversations import Appointment, plan_conversation
from intake.queries.behind import weighing_begins
from tests.factories import NOW, make_case

pytestmark = pytest.mark.django_db


def test_what_lies_behind_the_question_is_what_all_conversations_say(anna, talk):
    assert weighing_begins(talk.case) == {}
    after = Appointment(NOW + timedelta(days=7))
    second = plan_conversation(case=talk.case, appointment=after, by=anna, now=NOW)
    Conversation.objects.filter(pk=second.pk).update(behind="En zij mist haar man.")
    Conversation.objects.filter(pk=talk.pk).update(behind="Bang om te vallen.")
    told = "Bang om te vallen.\nEn zij mist haar man."
    assert weighing_begins(talk.case) == {"behind_question": told}


@pytest.mark.parametrize(("page", "status"), [("weighing", "weighing"), ("fast_track", "conversation")])
def test_it_is_not_asked_again(client, anna, page, status):
    case = make_case(anna, status=status)
    Conversation.objects.create(case=case, planned_at=NOW, by=anna, behind="Bang om te vallen.")
    client.force_login(anna)
    with time_machine.travel(NOW):
        form = client.get(reverse(page, args=[case.number])).context["form"]
    assert form["behind_question"].value() == "Bang om te vallen."
    assert Case.objects.get().status == status
