"""The pages of the nulmeting: for all staff, with every figure in words and tables."""

import io
from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import translation

from regie.metrics.event_log.mapping import check_mapping
from regie.metrics.models import Baseline, BaselineCase
from regie.metrics.operations.baseline import import_event_log
from sociaal.accounts.models import User
from sociaal.accounts.roles import STAFF, Role
from sociaal.core.errors import NotPermitted

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
COLUMNS = {
    "case": "case",
    "activity": "step",
    "time": "time",
    "resource": "by",
    "start": "start",
    "end": "end",
}
MAPPING = check_mapping({"log": {"name": "The system before", "source": "Own export"}, "columns": COLUMNS})


@pytest.fixture(autouse=True)
def english(client):
    client.cookies["sociaal_language"] = "en"
    with translation.override("en"):
        yield


def a_user(*roles):
    return User.objects.create_user(f"{'-'.join(roles) or 'none'}@example.nl", name="Anna", roles=list(roles))


def a_baseline(cases=30, by=None):
    lines = ["case,step,time,by,start,end"]
    for number in range(1, cases + 1):
        end = f"2024-03-{number:02}" if number > 1 else "2024-02-28"
        other = "Carla" if number % 2 else "Bram"
        lines += [
            f"case-{number:02},receive,2024-03-01 09:00,Bram,2024-03-01,{end}",
            f"case-{number:02},<b>answer</b>,2024-03-02 09:00,{other},2024-03-01,{end}",
        ]
    file = io.BytesIO("\n".join(lines).encode())
    return import_event_log(file=file, mapping=MAPPING, by=by, now=NOW)[0]


def page(client, baseline, query=""):
    client.force_login(a_user(Role.MANAGER))
    response = client.get(reverse("metrics:baseline", args=[baseline.pk]) + query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("role", sorted(STAFF))
def test_every_member_of_staff_may_see_the_pages(client, role):
    baseline = a_baseline(cases=1)
    client.force_login(a_user(role))
    for address in (reverse("metrics:baselines"), reverse("metrics:baseline", args=[baseline.pk])):
        assert client.get(address).status_code == 200


def test_to_a_partner_the_pages_do_not_exist(client):
    baseline = a_baseline(cases=1)
    client.force_login(a_user(Role.PARTNER))
    for address in (reverse("metrics:baselines"), reverse("metrics:baseline", args=[baseline.pk])):
        assert client.get(address).status_code == 404


def test_a_visitor_is_asked_to_sign_in(client):
    assert client.get(reverse("metrics:baselines")).status_code == 302


def test_a_page_is_only_read(client):
    client.force_login(a_user(Role.MANAGER))
    assert client.post(reverse("metrics:baselines")).status_code == 405


def test_a_baseline_that_does_not_exist_is_not_found(client):
    client.force_login(a_user(Role.MANAGER))
    assert client.get(reverse("metrics:baseline", args=[0])).status_code == 404


def test_without_baselines_the_list_says_what_to_do(client):
    client.force_login(a_user(Role.ADMINISTRATOR))
    page = client.get(reverse("metrics:baselines")).content.decode()
    assert "Ask the administrator to import the event log" in page
    assert "import_event_log" not in page  # no command for who cannot give it


def test_the_list_names_each_log_with_its_cases_and_until_when_it_holds(client):
    baseline = a_baseline(cases=3)
    client.force_login(a_user(Role.CONSULTANT))
    content = client.get(reverse("metrics:baselines")).content.decode()
    assert reverse("metrics:baseline", args=[baseline.pk]) in content
    assert "The system before" in content
    assert "2 March 2024" in content


def test_the_page_says_durations_terms_channels_routes_handovers_and_until_when_they_hold(client):
    content = page(client, a_baseline())
    for said in (
        "hold until 2 March 2024, 09.00",
        "Half of the cases: 14 days; four of five: 23 days.",
        "In 15 (50 %) cases the work never changed hands.",
        "Most cases came in through: not recorded.",
        "receive → &lt;b&gt;answer&lt;/b&gt;",
        "Source: Own export.",
    ):
        assert said in content


def test_every_chart_has_its_table_and_no_name_of_an_employee_is_shown(client):
    content = page(client, a_baseline())
    assert content.count('data-chart="') == content.count("The same numbers as a table") == 2
    assert "Bram" not in content
    assert "Carla" not in content


def test_an_odd_case_stands_there_with_what_is_odd_and_its_duration(client):
    content = page(client, a_baseline())
    assert "case-01" in content
    assert "−2 days" in content
    assert "The end lies before the start" in content
    assert "case-02" not in content


def test_without_oddities_the_page_says_so(client):
    baseline = a_baseline(cases=3)
    baseline.cases.update(oddities=[])
    assert "Nothing odd was found" in page(client, baseline)


def test_many_oddities_are_paged_and_sorted_by_the_address(client):
    baseline = a_baseline()
    BaselineCase.objects.update(oddities=["several_ends"])
    first, last = page(client, baseline), None
    last = client.get(reverse("metrics:baseline", args=[baseline.pk]) + "?sort=-key").content.decode()
    assert ("case-01" in first, "case-30" in first) == (True, False)
    assert ("case-01" in last, "case-30" in last) == (False, True)


def test_the_number_of_queries_does_not_grow_with_the_log(client, django_assert_num_queries):
    baselines = [a_baseline(cases=2), a_baseline(cases=25)]
    client.force_login(a_user(Role.MANAGER))
    for baseline in baselines:
        with django_assert_num_queries(5):  # session, user, baseline, routes, oddities
            client.get(reverse("metrics:baseline", args=[baseline.pk]))
    with django_assert_num_queries(3):  # session, user, baselines
        client.get(reverse("metrics:baselines"))


def test_only_the_administrator_imports_when_a_person_does():
    with pytest.raises(NotPermitted):
        a_baseline(by=a_user(Role.MANAGER))
    assert not Baseline.objects.exists()
    fatma = a_user(Role.ADMINISTRATOR)
    assert a_baseline(cases=1, by=fatma).imported_by == fatma
