"""Two at one conversation: what a page hears when it asks what is new."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from psycopg.types.range import TimestamptzRange

from cases.models import Deputyship
from intake.models import Conversation
from intake.operations.notes import keep_said
from sociaal.audit.models import Entry
from tests.factories import NOW, make_member

pytestmark = [pytest.mark.django_db]
HOUR = timedelta(hours=1)


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as moment:
        yield moment


@pytest.fixture
def bram(anna):
    deputy = make_member("bram")
    Deputyship.objects.create(absent=anna, deputy=deputy, during=TimestamptzRange(NOW - HOUR, NOW + HOUR))
    return deputy


class Window:
    """The conversation open in somebody's browser, at one domain."""

    def __init__(self, user, talk, domain="housing"):
        self.client, self.talk = Client(), talk
        self.client.force_login(user)
        page = self.client.get(reverse("conversation", args=[talk.pk]), {"domain": domain})
        self.form = {"domain": domain, "form_key": page.context["form"]["form_key"].value()}
        self.form |= {"stand": page.context["stand"]}
        self.form |= {f"seen_{name}": mark for name, mark in page.context["page"].seen.items()}

    def save(self, **said):
        return self.client.post(
            reverse("conversation", args=[self.talk.pk]), self.form | said | {"autosave": "1"}
        )

    def ask(self):
        answer = self.client.post(reverse("conversation_changes", args=[self.talk.pk]), self.form)
        if answer.status_code == 200:
            self.form["stand"] = answer.context["stand"]
        return answer


@pytest.fixture
def windows(clock, anna, bram, talk):
    return Window(anna, talk), Window(bram, talk)


def test_when_nothing_is_new_nothing_is_shown_and_nothing_is_logged(windows):
    one, _two = windows
    before = Entry.objects.count()
    answer = one.ask()
    assert (answer.status_code, answer.content) == (204, b"")
    assert Entry.objects.count() == before


def test_one_sees_that_a_colleague_is_here_until_they_leave(windows, clock):
    one, two = windows
    two.ask()
    assert "Bram is ook in dit gesprek." in one.ask().content.decode()
    clock.shift(timedelta(seconds=60))
    assert "Bram" not in one.ask().content.decode()


def test_what_another_wrote_comes_with_who_and_when(windows):
    one, two = windows
    two.save(notes="De trap is steil.", turn="1")
    text = one.ask().content.decode()
    assert 'data-theirs="notes"' in text
    assert "De trap is steil." in text
    assert "Bram" in text
    assert "11.00" in text


def test_what_i_wrote_myself_does_not_come_back_to_me(windows):
    one, _two = windows
    one.save(notes="De trap is steil.", turn="1")
    assert one.ask().context["theirs"] == []


def test_what_was_noted_in_another_domain_shows_on_the_map_only(windows, anna, talk):
    one, _two = windows
    keep_said(conversation=talk, domain="justice", given={"notes": "Boete."}, seen={}, by=anna, now=NOW)
    answer = one.ask()
    assert answer.context["theirs"] == []
    assert [tab.code for tab in answer.context["page"].tabs if tab.said] == ["justice"]


def test_it_is_shown_once(windows):
    one, two = windows
    two.save(notes="De trap is steil.")
    assert one.ask().status_code == 200
    assert one.ask().status_code == 204


def test_reading_along_is_logged_and_does_not_flood_the_log(windows):
    one, two = windows
    for turn in range(1, 6):
        two.save(notes="woord " * turn, turn=str(turn))
        assert one.ask().status_code == 200
    (line,) = Entry.objects.filter(action="conversation_changes")
    assert line.residents == [one.talk.case.resident_id]


def test_asking_costs_few_queries_when_nothing_is_new(windows, django_assert_max_num_queries):
    one, _two = windows
    one.ask()
    with django_assert_max_num_queries(11):  # two savepoints, session and user among them
        assert one.ask().status_code == 204


def test_keeping_costs_a_fixed_number_of_queries(windows, django_assert_max_num_queries):
    one, _two = windows
    one.save(notes="Een.", turn="1")
    with django_assert_max_num_queries(20):
        one.save(notes="Een twee.", turn="2")


@pytest.mark.parametrize(("name", "status"), [("carla", 403), ("dirk", 403), ("fatma", 404), ("hanna", 404)])
def test_who_does_not_write_here_hears_nothing(clock, client, talk, name, status):
    client.force_login(make_member(name))
    assert client.post(reverse("conversation_changes", args=[talk.pk])).status_code == status


def test_asking_is_no_get(client, anna, talk):
    client.force_login(anna)
    assert client.get(reverse("conversation_changes", args=[talk.pk])).status_code == 405
    assert Conversation.objects.get().version == talk.version
