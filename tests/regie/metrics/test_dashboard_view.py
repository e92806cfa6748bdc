"""Stroom: everybody of the municipality sees flow; small groups and cases only who may."""

import csv
import io
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from regie.metrics.models import Figures
from regie.metrics.operations.figures import refresh_figures
from regie.metrics.operations.rebuilding import rebuild_all
from sociaal.accounts.models import Team
from sociaal.audit.models import Entry
from tests.factories import NOW, make_case, make_member
from tests.undoing import taken_back

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=3)
PAGE = "metrics:dashboard"


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(LATER, tick=False)


@pytest.fixture(scope="module")
def whole_town(django_db_setup, django_db_blocker):
    """Twelve cases of Anna's team, three of Dirk's; each test takes back what it adds."""
    with django_db_blocker.unblock(), time_machine.travel(LATER, tick=False), taken_back():
        anna, dirk = make_member("anna"), make_member("dirk")
        for status in ("registered", "conversation", "supported") * 4:
            make_case(anna, status=status)
        for _turn in range(3):
            make_case(dirk, status="supported")
        list(rebuild_all(now=LATER))
        yield {"anna": anna, "dirk": dirk}


@pytest.fixture
def town(whole_town, clock):
    return whole_town


def page(client, user, query=""):
    client.force_login(user)
    return client.get(reverse(PAGE) + query)


def test_everybody_of_the_municipality_sees_the_dashboard(client, town):
    for name in ("anna", "carla", "esra", "fatma", "gijs"):
        user = town.get(name) or make_member(name)
        assert page(client, user).status_code == 200, name


def test_a_partner_does_not_know_of_it(client, clock):
    hanna = make_member("hanna")
    for name in (PAGE, "metrics:export_csv", "metrics:export_xlsx"):
        client.force_login(hanna)
        assert client.get(reverse(name)).status_code == 404


def test_without_figures_the_page_says_when_they_come(client, clock):
    Figures.objects.all().delete()
    answer = page(client, make_member("esra"))
    assert answer.status_code == 200
    assert answer.context["page"].shown is None
    assert client.get(reverse("metrics:export_csv")).status_code == 404


def test_who_works_in_the_team_sees_small_groups_of_it(client, town):
    shown = page(client, town["anna"]).context["page"]
    assert shown.scope.in_full
    rows = {row[0]: row[1] for row in shown.shown.flow[1].rows}
    assert list(rows.values()).count("4") == 3


def test_the_whole_municipality_hides_what_the_own_team_subtracted_leaves_small(client, town):
    shown = page(client, town["anna"], "?of=all").context["page"]
    assert not shown.scope.in_full
    counts = [row[1] for row in shown.shown.flow[1].rows]
    # seven get help now, four of Anna's own team: the difference would be three
    assert "7" not in counts


def test_the_longest_waiting_are_there_for_who_may_see_them_and_that_is_logged(client, town):
    manager = make_member("esra")
    shown = page(client, manager).context["page"]
    assert len(shown.longest) == 5
    assert {waiter.days for waiter in shown.longest} == {4}
    entry = Entry.objects.get(kind=Entry.Kind.READ, actor=manager)
    assert set(entry.residents) == {waiter.resident for waiter in shown.longest}


def test_of_another_team_nobody_is_named(client, town):
    for user in (town["dirk"], make_member("fatma")):
        shown = page(client, user, "?of=all").context["page"]
        assert not shown.longest
        assert not Entry.objects.filter(kind=Entry.Kind.READ, actor=user).exists()


def test_nothing_is_computed_on_reading(client, town):
    before = page(client, town["anna"]).context["page"].holds_until
    make_case(town["anna"])
    again = page(client, town["anna"]).context["page"]
    assert again.holds_until == before == LATER


def test_fresh_figures_are_shown_at_once(client, town, time_machine):
    team = Team.objects.get(name="Wijkteam Oost")
    assert "12" in page(client, town["anna"]).context["page"].shown.flow[1].sentence
    make_case(town["anna"])
    list(rebuild_all(now=LATER + timedelta(seconds=1)))
    shown = page(client, town["anna"]).context["page"]
    assert "13" in shown.shown.flow[1].sentence
    assert Figures.objects.get(team=team).holds_until == shown.holds_until


def test_the_page_is_cheap(client, town, django_assert_max_num_queries):
    page(client, town["anna"])
    with django_assert_max_num_queries(8):
        client.get(reverse(PAGE))


def test_a_year_back_has_a_row_per_week(client, town):
    assert len(page(client, town["anna"]).context["page"].shown.flow[0].rows) == 14
    assert len(page(client, town["anna"], "?weeks=52").context["page"].shown.flow[0].rows) == 53


def test_no_name_of_a_resident_or_colleague_stands_on_it(client, town):
    content = page(client, make_member("esra")).content.decode()
    assert "Testpersoon" not in content
    assert "Anna" not in content


def cells(answer):
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_in_a_file_small_groups_are_hidden_also_for_the_own_team(client, town):
    client.force_login(town["anna"])
    found = [row[3] for row in cells(client.get(reverse("metrics:export_csv")))[1:]]
    numbers = [float(value.replace(",", ".")) for value in found if value.isdigit()]
    assert not [number for number in numbers if 0 < number < 5]


def test_files_open_in_a_spreadsheet(client, town):
    client.force_login(town["anna"])
    sheet = client.get(reverse("metrics:export_xlsx"), {"of": "all"})
    assert b"".join(sheet.streaming_content)[:2] == b"PK"
    assert sheet["Content-Disposition"].endswith('-all.xlsx"')


def test_figures_of_one_team_are_one_row(town):
    team = Team.objects.get(name="Wijkteam Oost")
    refresh_figures(team.pk, now=LATER)
    refresh_figures(None, now=LATER)
    assert Figures.objects.count() == 3
