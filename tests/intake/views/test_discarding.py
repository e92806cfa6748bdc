"""Several reports of the inbox discarded together."""

import pytest
import time_machine
from django.urls import reverse

from cases.models import Event, HelpRequest
from cases.operations import help_requests
from sociaal.audit.models import Entry
from tests.factories import NOW, ResidentFactory, make_case, make_member, make_request

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
REASON = "Reclame, geen vraag voor ons."


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def send(client):
    def sent(user, *ticked, shown=(), reason=REASON, key="k"):
        client.force_login(user)
        data = {"question": [one.pk for one in ticked], "shown": [one.pk for one in shown]}
        return client.post(reverse("inbox_discard"), data | {"reason": reason, "form_key": key})

    return sent


def look(client, user, *ticked):
    client.force_login(user)
    return client.get(reverse("inbox_discard"), {"question": [one.pk for one in ticked]})


def told(page):
    """What the page says is discarded, by the way to it."""
    keys = [int(one.url.rstrip("/").rsplit("/", 1)[1]) for one in page.context["done"]]
    return [HelpRequest.objects.get(pk=key) for key in keys]


def states(*rows):
    return [HelpRequest.objects.get(pk=row.pk).state for row in rows]


def test_what_is_ticked_goes_with_one_reason_and_an_event_each_and_the_rest_stays(send):
    anna = make_member("anna")
    first, second, other = (make_request(anna) for _number in range(3))
    page = send(anna, first, second, shown=(first, second, other))
    assert states(first, second, other) == ["discarded", "discarded", "new"]
    assert {row.discard_reason for row in HelpRequest.objects.filter(state="discarded")} == {REASON}
    assert Event.objects.filter(kind="discarded").count() == 2
    assert told(page) == [first, second]
    assert [(row.help_request, row.ticked) for row in page.context["rows"]] == [(other, False)]


def test_the_page_shows_each_in_full_and_ticked_and_logs_who_was_shown(client):
    anna = make_member("anna")
    known = make_request(anna)
    HelpRequest.objects.filter(pk=known.pk).update(words="woord " * 40 + "slot")
    page = look(client, anna, known)
    assert "slot" in page.content.decode()
    assert page.context["rows"][0].ticked
    assert known.resident_id in Entry.objects.get(kind="read", action="inbox_discard").residents


def test_sent_twice_it_happens_once(send):
    anna = make_member("anna")
    request = make_request(anna)
    for _time in range(2):
        page = send(anna, request)
        assert told(page) == [request]
    assert Event.objects.filter(kind="discarded").count() == 1


def test_what_is_urgent_and_an_early_signal_are_looked_at_one_by_one(send, client):
    anna = make_member("anna")
    urgent, plain = make_request(anna, red_flags=["eviction"]), make_request(anna)
    signal = make_request(anna)
    HelpRequest.objects.filter(pk=signal.pk).update(reporter="early_signal")
    client.force_login(anna)
    assert [row.tickable for row in client.get(reverse("inbox")).context["rows"]].count(True) == 1
    page = send(anna, urgent, plain, signal)
    assert states(urgent, plain, signal) == ["new", "discarded", "new"]
    assert page.context["failed"] == 2
    assert all(row.why and not row.can for row in page.context["rows"])


def test_what_a_colleague_settled_meanwhile_says_who_and_holds_up_nothing(send):
    anna, bram = make_member("anna"), make_member("bram")
    gone, taken, plain = (make_request(anna) for _number in range(3))
    help_requests.answer(help_request=gone, text="Gebeld.", by=bram, now=NOW)
    help_requests.take_up(help_request=taken, contact_person=bram, subject="Hulp", by=bram, now=NOW)
    page = send(anna, gone, taken, plain)
    assert states(gone, taken, plain) == ["answered", "taken_up", "discarded"]
    (row,) = page.context["rows"]
    assert "Bram" in row.why
    assert not row.can
    assert page.context["gone"] == 1


def test_what_is_refused_for_another_reason_comes_back_ticked_with_the_reason(send, monkeypatch):
    anna = make_member("anna")
    stuck, plain = make_request(anna), make_request(anna)
    discard = help_requests.discard

    def busy(*, help_request, **given):
        if help_request.pk == stuck.pk:
            raise help_requests.Refused("Een collega is hiermee bezig.")
        return discard(help_request=help_request, **given)

    monkeypatch.setattr(help_requests, "discard", busy)
    page = send(anna, stuck, plain)
    assert states(stuck, plain) == ["new", "discarded"]
    assert [(row.ticked, row.why) for row in page.context["rows"]] == [
        (True, "Een collega is hiermee bezig.")
    ]


@pytest.mark.parametrize(("ticks", "reason"), [(0, REASON), (1, " ")])
def test_without_ticks_or_a_reason_nothing_happens_and_what_was_typed_stays(send, ticks, reason):
    anna = make_member("anna")
    request = make_request(anna)
    page = send(anna, *[request] * ticks, shown=[request], reason=reason)
    assert page.status_code == 422
    assert states(request) == ["new"]
    assert [row.ticked for row in page.context["rows"]] == [bool(ticks)]


def test_questions_of_others_are_neither_shown_nor_touched(send, client):
    anna, dirk = make_member("anna"), make_member("dirk")
    elsewhere = make_request(dirk)
    case = make_case(anna, resident=ResidentFactory(last_name="Verborgen"))
    taken = case.help_requests.get()
    assert look(client, make_member("bram"), elsewhere, taken).context["rows"] == []
    send(anna, elsewhere)
    assert states(elsewhere) == ["new"]


def test_a_team_is_no_way_into_a_restricted_file(send):
    anna = make_member("anna")
    request = make_request(anna)
    request.resident.restricted = True
    request.resident.save()
    assert send(make_member("bram"), request).context["rows"] == []
    assert states(request) == ["new"]


def test_looking_takes_a_fixed_number_of_queries(client, django_assert_max_num_queries):
    anna = make_member("anna")
    rows = [make_request(anna) for _number in range(4)]
    client.force_login(anna)
    with django_assert_max_num_queries(7):
        client.get(reverse("inbox_discard"), {"question": [row.pk for row in rows]})
