"""The address of somebody's agenda: made, used, renewed, withdrawn."""

import re
from dataclasses import replace

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from sociaal.accounts.models import CalendarLink
from sociaal.accounts.operations.users import change_user, deactivate_user, reactivate_user
from sociaal.accounts.policies import Profile
from sociaal.audit.models import Entry
from sociaal.core.log_lines import NoSecrets
from sociaal.home.views import agenda
from tests.factories import NOW, make_deciding_case, make_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


TOKEN_OR_ADDRESS = re.compile(r"[A-Za-z0-9]{64}|/agenda/[\w-]+\.ics")
"""What differs between two answers that are the same."""


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def anna(client):
    user = make_member("anna")
    client.force_login(user)
    return user


@pytest.fixture
def outside():
    """A calendar program: it never signs in."""
    return Client()


def make(client):
    return client.post(reverse("agenda_link_make")).context["address"]


def test_the_address_is_shown_once_and_kept_as_a_hash(client, anna):
    address = make(client)
    secret = address.rpartition("/")[2].removesuffix(".ics")
    assert len(secret) >= 32
    assert secret not in str(vars(CalendarLink.objects.get()))
    assert secret not in client.get(reverse("agenda_link")).content.decode()
    assert not any(secret in str(entry.codes) for entry in Entry.objects.all())


def test_a_calendar_program_reads_the_agenda_without_signing_in(client, anna, outside):
    case, _procedure = make_deciding_case(anna)
    answer = outside.get(make(client))
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    (event,) = (one for one in Calendar.from_ical(answer.content).events if case.number in one["SUMMARY"])
    assert event["URL"] == f"http://testserver/casus/{case.number}/"
    assert case.resident.last_name not in answer.content.decode()
    assert answer.headers["Cache-Control"] == "private, no-cache"


def test_reading_it_again_unchanged_sends_nothing(client, anna, outside):
    make_deciding_case(anna)
    address = make(client)
    mark = outside.get(address).headers["ETag"]
    again = outside.get(address, headers={"if-none-match": mark})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", mark)
    make_deciding_case(anna)
    assert outside.get(address, headers={"if-none-match": mark}).status_code == 200


def test_a_reading_is_no_line_of_the_log_but_what_is_done_with_the_address_is(client, anna, outside):
    outside.get(make(client))
    make(client)
    client.post(reverse("agenda_link_withdraw"))
    client.post(reverse("agenda_link_withdraw"))
    lines = Entry.objects.filter(actor=anna, action__contains="calendar_link")
    assert list(lines.order_by("pk").values_list("action", flat=True)) == [
        "make_calendar_link", "renew_calendar_link", "withdraw_calendar_link",
    ]  # fmt: skip
    assert not Entry.objects.filter(kind="read").exists()


def test_renewed_withdrawn_and_unknown_are_the_same_404_and_leave_no_trace(client, anna, outside, caplog):
    first, second = make(client), make(client)
    assert outside.get(second).status_code == 200
    client.post(reverse("agenda_link_withdraw"))
    before = Entry.objects.count()
    caplog.handler.addFilter(NoSecrets())
    unknown = reverse("agenda_feed", args=["A" * 32])
    answers = [outside.get(url) for url in (first, second, unknown)]
    assert {answer.status_code for answer in answers} == {404}
    assert len({TOKEN_OR_ADDRESS.sub("", answer.content.decode()) for answer in answers}) == 1
    assert Entry.objects.count() == before
    assert "/agenda/…" in caplog.text
    secrets = [url.rpartition("/")[2].removesuffix(".ics") for url in (first, second, unknown)]
    assert not any(secret in caplog.text for secret in secrets)


@pytest.mark.parametrize("method", ["options", "post", "put"])
def test_whatever_a_program_tries_the_secret_stays_out_of_the_log(client, anna, caplog, method):
    address = make(client)
    secret = address.rpartition("/")[2].removesuffix(".ics")
    caplog.handler.addFilter(NoSecrets())
    outside = Client(enforce_csrf_checks=True)
    assert getattr(outside, method)(address).status_code in (403, 405)
    assert outside.get(f"{address}/").status_code == 404
    assert "/agenda/…" in caplog.text
    assert secret not in caplog.text


def test_a_form_that_is_sent_again_leaves_the_address_that_was_copied(client, anna, outside):
    form = {"form_key": "een"}
    address = client.post(reverse("agenda_link_make"), form).context["address"]
    again = client.post(reverse("agenda_link_make"), form, follow=True)
    assert "is al gemaakt" in again.content.decode()
    assert outside.get(address).status_code == 200


@pytest.mark.parametrize("roles", [["manager"], None], ids=["other work", "closed"])
def test_who_comes_back_gets_another_address(client, anna, outside, roles):
    address, by = make(client), make_member("fatma")
    profile = Profile(anna.name, anna.email, tuple(anna.roles), team=anna.team)
    if roles:
        change_user(user=anna, profile=replace(profile, roles=tuple(roles)), by=by, now=NOW)
        change_user(user=anna, profile=profile, by=by, now=NOW)
    else:
        deactivate_user(user=anna, by=by, now=NOW)
        reactivate_user(user=anna, by=by, now=NOW)
    assert outside.get(address).status_code == 404


def test_a_closed_account_and_who_works_with_nobody_any_more_get_404(client, anna, outside):
    address = make(client)
    anna.roles = ["administrator"]
    anna.save(update_fields=["roles"])
    assert outside.get(address).status_code == 404
    anna.roles, anna.is_active = ["consultant"], False
    anna.save(update_fields=["roles", "is_active"])
    assert outside.get(address).status_code == 404


@pytest.mark.parametrize("who", ["esra", "fatma", "gijs"])
def test_only_who_works_with_residents_has_an_agenda(client, who):
    client.force_login(make_member(who))
    assert client.get(reverse("agenda_link")).status_code == 403
    assert client.post(reverse("agenda_link_make")).status_code == 403
    assert "agenda elders" not in client.get(reverse("account_change_password")).content.decode()


def test_the_menu_of_the_user_leads_to_it(client, anna):
    assert reverse("agenda_link") in client.get(reverse("home")).content.decode()


def test_too_often_is_told_to_wait_whether_there_is_an_agenda_or_not(client, anna, outside, monkeypatch):
    monkeypatch.setattr(agenda, "READS", agenda.Limit(2, agenda.READS.window))
    monkeypatch.setattr(agenda, "MISSES", agenda.Limit(2, agenda.MISSES.window))
    for url, usual in ((make(client), 200), (reverse("agenda_feed", args=["B" * 32]), 404)):
        assert [outside.get(url).status_code for _time in range(3)] == [usual, usual, 429]
        assert int(outside.get(url).headers["Retry-After"]) > 0


def test_how_much_stands_in_it_costs_no_more_questions(client, anna, outside, django_assert_max_num_queries):
    address = make(client)
    outside.get(address)
    for _number in range(4):
        make_deciding_case(anna)
    with django_assert_max_num_queries(10):
        outside.get(address)
