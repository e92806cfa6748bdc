"""The administrator's pages of days."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from cases.models import CalendarDay
from cases.operations.calendar_days import move_terms
from cases.queries.calendar_days import decreed_days
from sociaal.outbox.models import Message
from tests.factories import NOW, make_deciding_case, make_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
ADD = {"day": "2026-12-02", "name": "Dag van rouw", "kind": "decreed", "source": "Stcrt. 2026, 12345"}
DAY = date(2026, 12, 2)


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def fatma(client):
    user = make_member("fatma")
    client.force_login(user)
    return user


def send(client, **fields):
    return client.post(reverse("calendar_day_add"), ADD | fields)


def test_the_list_shows_the_holidays_of_the_law_beside_the_table(client, fatma):
    CalendarDay.objects.create(day=date(2026, 12, 24), name="Kerstavond", kind="closed", added_at=NOW)
    text = client.get(reverse("calendar_days"), {"year": "2026"}).content.decode()
    for name in ("Koningsdag", "Bevrijdingsdag", "Vrijdag na Hemelvaartsdag", "Kerstavond"):
        assert name in text
    assert "Eerste paasdag" not in text, "a Sunday anyway"
    assert text.index("Bevrijdingsdag") < text.index("Vrijdag na Hemelvaartsdag") < text.index("Kerstavond")


@pytest.mark.parametrize("year", ["", "1800", "99999", "x", "²²²²"])
def test_a_year_that_is_none_shows_this_year(client, fatma, year):
    assert client.get(reverse("calendar_days"), {"year": year}).context["year"] == 2026


def test_first_one_sees_how_many_terms_move_and_of_nobody_who(client, fatma):
    anna = make_member("anna")
    case, _procedure = make_deciding_case(anna)
    make_deciding_case(anna)
    answer = send(client)
    assert answer.status_code == 200
    preview = answer.context["preview"]
    assert (preview.terms, preview.cases) == (2, 2)
    text = answer.content.decode()
    assert "2 lopende termijnen" in text
    assert case.number not in text
    assert case.resident.last_name not in text
    assert DAY not in decreed_days()


def test_confirmed_it_is_in_the_table_and_the_list_of_that_year_opens(client, fatma):
    answer = send(client, confirmed="on")
    assert answer.url == reverse("calendar_days") + "?year=2026"
    assert DAY in decreed_days()


def test_sent_twice_it_is_added_once(client, fatma):
    for _time in range(2):
        assert send(client, confirmed="on", form_key="key").status_code == 302
    assert CalendarDay.objects.filter(day=DAY).count() == 1


def test_going_back_keeps_what_was_typed(client, fatma):
    answer = send(client, confirmed="on", change="yes")
    assert answer.status_code == 200
    assert "Dag van rouw" in answer.content.decode()
    assert "confirmed" not in answer.content.decode(), "what is changed is looked at again first"
    assert DAY not in decreed_days()


@pytest.mark.parametrize(
    "wrong", [{"source": ""}, {"day": "2026-12-25"}, {"day": ""}, {"kind": "?"}, {"name": ""}]
)
@pytest.mark.parametrize("sent", [{}, {"confirmed": "on"}])
def test_what_is_wrong_is_said_at_its_field(client, fatma, wrong, sent):
    answer = send(client, **wrong, **sent)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == set(wrong)


def test_a_day_that_is_there_already_is_refused_with_what_was_typed(client, fatma):
    send(client, confirmed="on")
    answer = send(client, confirmed="on")
    assert answer.status_code == 422
    assert answer.context["form"].errors["day"]


def test_a_closed_day_says_that_no_term_moves(client, fatma):
    make_deciding_case(make_member("anna"))
    answer = send(client, kind="closed", source="")
    assert answer.context["preview"].terms == 0
    assert "Er verschuift geen termijn" in answer.content.decode()


def test_taking_a_day_away_asks_first_and_is_done_once(client, fatma):
    send(client, confirmed="on")
    make_deciding_case(make_member("anna"))
    url = reverse("calendar_day_remove", args=[CalendarDay.objects.get(day=DAY).pk])
    assert client.get(url).context["preview"].terms == 1
    assert DAY in decreed_days()
    assert client.post(url).status_code == 302
    assert DAY not in decreed_days()
    assert client.get(url).status_code == 404


def test_the_timeline_of_the_case_says_from_which_day_to_which(client, fatma):
    anna = make_member("anna")
    case, _procedure = make_deciding_case(anna)
    send(client, confirmed="on")
    move_terms(Message.objects.get(topic="move_terms").key, NOW)
    client.force_login(anna)
    text = client.get(reverse("case", args=[case.number])).content.decode()
    assert "van 2 december 2026 naar 3 december 2026" in text


def test_the_pages_ask_few_questions(client, fatma, django_assert_max_num_queries):
    send(client, confirmed="on")
    anna = make_member("anna")
    for _number in range(3):
        make_deciding_case(anna)
    client.get(reverse("calendar_days"))  # shows the message, once
    remove = reverse("calendar_day_remove", args=[CalendarDay.objects.get(day=DAY).pk])
    with django_assert_max_num_queries(4):
        client.get(reverse("calendar_days"))
    with django_assert_max_num_queries(4):
        client.get(remove)
