"""Plan a conversation, plan it anew, find those of a case."""

import pytest
import time_machine
from django.urls import reverse

from intake.models import Conversation, OwnPlan
from tests.factories import NOW, make_case, make_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


def address(talk):
    return reverse("conversation", args=[talk.pk])


def test_planning_and_changing_the_moment_from_their_pages(client, anna):
    case = make_case(anna)
    client.force_login(anna)
    given = {"planned_date": "2026-11-20", "planned_time": "10:00", "place": "thuis", "form_key": "k"}
    url = reverse("conversation_new", args=[case.number])
    for _ in range(2):
        assert client.post(url, given).url == reverse("case", args=[case.number])
    row = Conversation.objects.get()
    url = reverse("conversation_plan", args=[row.pk])
    assert 'value="2026-11-20"' in client.get(url).content.decode()
    client.post(url, given | {"planned_time": "14:30", "form_key": "l"})
    assert Conversation.objects.get().planned_at.hour == 13


def test_planning_without_a_date_keeps_what_was_typed(client, anna):
    client.force_login(anna)
    answer = client.post(
        reverse("conversation_new", args=[make_case(anna).number]), {"place": "bij de dochter"}
    )
    assert answer.status_code == 422
    assert "bij de dochter" in answer.content.decode()


def test_the_step_of_the_case_page_leads_to_the_conversation_or_to_planning_one(client, anna, talk):
    client.force_login(anna)
    to = reverse("case_conversation", args=[talk.case.number])
    assert client.get(to).url == address(talk)
    Conversation.objects.all().delete()
    assert client.get(to).url == reverse("conversation_new", args=[talk.case.number])


def test_the_panel_of_the_case_page_lists_the_conversations(client, anna, talk):
    client.force_login(anna)
    url = reverse("case_conversations", args=[talk.case.number])
    assert address(talk) in client.get(url, headers={"HX-Request": "true"}).content.decode()
    client.force_login(make_member("dirk"))
    assert client.get(url).status_code == 403


def test_a_conversation_that_does_not_exist_cannot_be_moved(client, anna):
    client.force_login(anna)
    assert client.get(reverse("conversation_plan", args=[999999])).status_code == 404


def test_the_panel_shows_the_own_plan_and_where_to_note_one(client, anna, talk):
    client.force_login(anna)
    url = reverse("case_conversations", args=[talk.case.number])
    assert reverse("own_plan", args=[talk.case.number]) in client.get(url).content.decode()
    OwnPlan.objects.create(case=talk.case, received_date=NOW.date(), words="Zelf douchen", by=anna)
    assert "tot en met 24 november 2026" in client.get(url).content.decode()
