"""The team's inbox."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from intake.operations.registration import Call, keep_for_later
from intake.typed_person import person_in
from sociaal.audit.models import Entry
from tests.factories import NOW, ResidentFactory, make_case, make_member, make_request

HOUR = timedelta(hours=1)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


def page(client, user, query=""):
    client.force_login(user)
    return client.get(reverse("inbox") + query)


def test_the_longest_waiting_question_comes_first_with_its_clock(client):
    anna = make_member("anna")
    new = make_request(anna, at=NOW - timedelta(hours=2))
    old = make_request(anna, at=NOW - timedelta(days=9))
    answer = page(client, make_member("bram"))
    assert [row.pk for row in answer.context["listing"].rows] == [old.pk, new.pk]
    assert answer.context["rows"][0].late


def test_a_caught_call_stands_there_without_a_name(client):
    anna = make_member("anna")
    request = make_request(anna)
    request.resident = None
    request.save()
    assert page(client, anna, "?who=nameless").context["listing"].rows == [request]
    assert page(client, anna, "?what=flagged").context["listing"].rows == []


def test_a_caught_call_shows_the_name_that_was_said(client):
    anna = make_member("anna")
    call = Call(words="Ik val vaak.", channel="phone", told=person_in("aaltje goudplevier 12-3-1951"))
    keep_for_later(call=call, by=anna, now=NOW)
    assert page(client, anna).context["rows"][0].said == "Aaltje Goudplevier"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?what=flagged", "ab"), ("?what=eviction", "a"), ("?channel=counter", "b"),
        ("?what=flagged&channel=phone", "a"), ("?what=nonsense", "abc"),
    ],
)  # fmt: skip
def test_filters_narrow_by_flag_and_channel_and_stand_as_chips(client, query, found):
    anna = make_member("anna")
    rows = {
        "a": make_request(anna, red_flags=["eviction", "no_food"]),
        "b": make_request(anna, red_flags=["no_food"], channel="counter"),
        "c": make_request(anna),
    }
    listing = page(client, anna, query).context["listing"]
    assert listing.rows == [rows[name] for name in found]
    assert len(listing.chips) == (0 if "nonsense" in query else query.count("="))


def test_what_i_brought_in_elsewhere_stands_there_with_the_other_team(client):
    anna, dirk = make_member("anna"), make_member("dirk")
    own, elsewhere = make_request(anna), make_request(anna, team=dirk.team, at=NOW + HOUR)
    answer = page(client, anna)
    assert [row.elsewhere for row in answer.context["rows"]] == ["", "Wijkteam West"]
    assert answer.context["numbers"].waiting == 1
    west = page(client, anna, f"?team={dirk.team_id}").context["listing"]
    assert west.rows == [elsewhere]
    assert page(client, anna, f"?team={anna.team_id}").context["listing"].rows == [own]


def test_what_i_registered_is_as_much_here_as_on_my_work(client):
    anna, bram, dirk = (make_member(name) for name in ("anna", "bram", "dirk"))
    for by, team in ((anna, anna.team), (anna, dirk.team), (bram, anna.team)):
        make_request(by, team=team)
    client.force_login(anna)
    pills = client.get(reverse("home") + "?list=drafts").context["work"].pills
    count = next(pill["count"] for pill in pills if pill["current"])
    assert count == len(page(client, anna, "?who=me").context["listing"].rows) == 2


def test_each_row_says_before_which_day(client):
    anna = make_member("anna")
    make_request(anna, red_flags=["eviction"])
    make_request(anna, reporter="early_signal", at=NOW + HOUR)
    rows = page(client, anna).context["rows"]
    assert [row.before for row in rows] == [date(2026, 11, 23), date(2026, 12, 16)]


def test_a_day_that_has_come_is_late_however_short_it_waits(client):
    anna = make_member("anna")
    make_request(anna, red_flags=["unsafe"])
    assert page(client, anna).context["rows"][0].late


def test_rows_lead_to_each_way_out(client):
    anna = make_member("anna")
    request = make_request(anna)
    text = page(client, anna).content.decode()
    address = reverse("help_request", args=[request.pk])
    for way in ("#go-on", "?do=answer", "?do=discard"):
        assert f'href="{address}{way}"' in text


def test_filters_that_fit_nothing_say_so(client):
    anna = make_member("anna")
    make_request(anna)
    assert "filter" in page(client, anna, "?channel=letter").content.decode().lower()


def test_another_team_has_its_own_inbox(client):
    make_request(make_member("anna"))
    assert page(client, make_member("dirk")).context["listing"].rows == []


def test_what_is_taken_up_is_gone(client):
    anna = make_member("anna")
    make_case(anna)
    assert page(client, anna).context["listing"].rows == []


def test_a_restricted_file_is_counted_and_not_shown(client):
    anna = make_member("anna")
    case = make_case(anna)
    case.resident.restricted = True
    case.resident.save()
    request = make_request(anna, resident=case.resident)
    answer = page(client, make_member("bram"))
    assert answer.context["listing"].rows == []
    assert answer.context["numbers"].waiting == 1
    assert page(client, anna).context["listing"].rows == [request]


def test_the_manager_sees_numbers_and_no_words(client):
    anna = make_member("anna")
    request = make_request(anna, words="Geheim van thuis", red_flags=["no_food"], at=NOW - timedelta(days=4))
    text = page(client, make_member("esra")).content.decode()
    assert "Geheim van thuis" not in text
    assert request.resident.last_name not in text
    assert "4 dagen" in text or "4 days" in text


@pytest.mark.parametrize(("name", "status"), [("fatma", 403), ("gijs", 403), ("hanna", 404), ("carla", 200)])
def test_the_inbox_is_for_who_works_with_residents_and_their_manager(client, name, status):
    assert page(client, make_member(name)).status_code == status


def test_who_is_shown_is_logged(client):
    anna = make_member("anna")
    request = make_request(anna)
    page(client, anna)
    assert Entry.objects.get(kind="read").residents == [request.resident_id]


def test_a_full_inbox_costs_as_many_queries_as_an_empty_one(client, django_assert_max_num_queries):
    anna = make_member("anna")
    for _ in range(12):
        make_request(anna, resident=ResidentFactory())
    client.force_login(anna)
    with django_assert_max_num_queries(12):
        assert len(client.get(reverse("inbox")).context["listing"].rows) == 12
