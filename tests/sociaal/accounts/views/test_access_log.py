"""The privacy officer's log."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest

from sociaal.accounts.queries import access_log as query
from sociaal.audit import log
from sociaal.audit.models import Entry
from tests.factories import NOW, make_member

URL = "/logboek/"


@pytest.fixture
def as_gijs(as_user, gijs):
    return as_user(gijs)


def line(action="case_page", *, by=None, at=NOW, kind=Entry.Kind.READ, residents=(7,), **codes):
    log.write(kind, action, by=by, now=at, residents=residents, **codes)


def actions(client, **asked):
    """The pages in the log, without the lines that looking at it makes."""
    found = client.get(URL, asked).context["listing"].lines
    return [one.action for one in found if not one.action.startswith(("access_log", "sign_in"))]


@pytest.mark.parametrize(
    ("who", "status"), [("gijs", 200), ("fatma", 403), ("esra", 403), ("anna", 403), ("hanna", 404)]
)
def test_the_log_is_the_privacy_officers(as_user, who, status):
    assert as_user(make_member(who)).get(URL).status_code == status


def test_a_refused_look_at_the_log_is_on_the_log(as_user, anna, as_gijs):
    as_user(anna).get(URL)
    refusal = Entry.objects.get(kind="refused")
    assert (refusal.actor, refusal.action, refusal.codes) == (anna, "access_log", {"answer": "403"})


def test_newest_first_with_names_of_colleagues_and_keys_of_residents(as_gijs, anna):
    line("older", by=anna)
    line("newer", by=anna, at=NOW + timedelta(hours=1), residents=(7, 9), reason="phone")
    found = [one for one in as_gijs.get(URL).context["listing"].lines if one.action in ("older", "newer")]
    assert [one.action for one in found] == ["newer", "older"]
    assert (found[0].who, found[0].residents, found[0].why) == ("Anna", (7, 9), "reason: phone")


def test_the_key_of_a_resident_leads_to_who_saw_them(as_gijs):
    line("seen", residents=(7, 9))
    assert '<a href="?resident=9">9</a>' in as_gijs.get(URL).content.decode()


def test_it_narrows_by_what_who_whom_where_and_when(as_gijs, anna, fatma):
    line("a", by=anna, residents=(7,))
    line("b", by=fatma, residents=(8,), kind=Entry.Kind.WRITE, at=NOW + timedelta(days=2))
    assert actions(as_gijs, actor=anna.pk) == ["a"]
    assert actions(as_gijs, kind="write") == ["b"]
    assert actions(as_gijs, resident=8) == ["b"]
    assert actions(as_gijs, action="a") == ["a"]
    assert actions(as_gijs, since="2026-11-19", until="2026-11-20") == ["b"]
    assert actions(as_gijs, until="2026-11-18") == ["a"]
    assert actions(as_gijs, resident=999) == []


def test_days_are_days_in_amsterdam(as_gijs):
    line("night", at=datetime(2026, 11, 18, 23, 30, tzinfo=UTC))
    assert actions(as_gijs, since="2026-11-19", until="2026-11-19") == ["night"]


def test_a_period_that_ends_before_it_begins_is_said(as_gijs):
    page = as_gijs.get(URL, {"since": "2026-11-19", "until": "2026-11-18"})
    assert "before the first one" in page.content.decode()


def test_every_limit_is_a_chip_that_can_be_taken_away(as_gijs, anna):
    page = as_gijs.get(URL, {"actor": anna.pk, "resident": 7})
    chips = {str(chip.label): (str(chip.value), chip.url) for chip in page.context["listing"].chips}
    assert chips["By whom"] == ("Anna", "?resident=7")
    assert chips["Key of the resident"] == ("7", f"?actor={anna.pk}")


def test_looking_at_the_log_is_logged_with_what_was_asked(as_gijs, gijs, anna):
    as_gijs.get(URL, {"resident": 7, "actor": anna.pk, "since": "2026-11-01"})
    look = Entry.objects.get(action="access_log")
    assert (look.kind, look.actor, look.residents) == ("read", gijs, [7])
    assert look.codes == {"asked_actor": anna.pk, "asked_since": "2026-11-01"}


def test_no_log_no_page(as_gijs, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("the log is full")

    monkeypatch.setattr(log, "write", broken)
    as_gijs.raise_request_exception = False
    assert as_gijs.get(URL).status_code == 500


def test_paging_shows_every_line_once_also_those_of_one_moment(as_gijs, monkeypatch):
    monkeypatch.setattr(query, "PAGE_SIZE", 3)
    for number in range(8):
        line(f"p{number}", at=NOW + timedelta(seconds=number // 4))
    found, url = [], f"{URL}?kind=read&resident=7"
    while url:
        listing = as_gijs.get(url).context["listing"]
        found += [one.action for one in listing.lines if one.action != "access_log"]
        url = f"{URL}{listing.older_url}" if listing.older_url else ""
    assert found == [f"p{number}" for number in reversed(range(8))]


@pytest.mark.parametrize(
    "after", ["nonsense", "2026-11-18_3", "_", "2026-11-18T10:00:00+00:00_x", "x_99999999999999999999"]
)
def test_a_place_that_is_none_is_the_newest(as_gijs, after):
    line("here")
    assert "here" in actions(as_gijs, after=after)


def test_a_place_survives_the_address():
    place = query.Place(NOW, 12)
    assert query.Place.parse(str(place)) == place


def test_the_export_holds_what_the_page_shows_and_is_logged(as_gijs, gijs, anna):
    line("a", by=anna, residents=(7, 8), reason="=1+1")
    answer = as_gijs.get(URL, {"resident": 7, "action": "a", "format": "csv"})
    rows = list(
        csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig")), delimiter=";")
    )
    assert rows[0][:4] == ["When", "What happened", "Page or operation", "By whom"]
    assert rows[1][1:] == ["Seen", "a", "Anna", "", "7, 8", "reason: =1+1"]
    assert Entry.objects.get(action="access_log_export").actor == gijs


def test_the_export_can_be_a_workbook(as_gijs):
    line("a")
    answer = as_gijs.get(URL, {"format": "xlsx"})
    assert b"".join(answer.streaming_content).startswith(b"PK")


def test_the_page_costs_the_same_for_many_lines(as_gijs, anna, django_assert_max_num_queries):
    for _number in range(60):
        log.wrote("change_user", by=anna, now=NOW, about=anna)
    with django_assert_max_num_queries(7):
        assert len(as_gijs.get(URL).context["listing"].lines) == 50
