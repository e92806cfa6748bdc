import itertools
import re

import pytest
from django.conf import settings
from django.test import override_settings

from sociaal.core.frontend import ROOT
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
ADDRESS = "/ontwikkel/onderdelen/"


@pytest.fixture
def html(client) -> str:
    client.force_login(UserFactory())
    with override_settings(DEBUG=True):
        return client.get(ADDRESS).content.decode()


def test_there_is_no_component_page_outside_development(client):
    client.force_login(UserFactory())
    assert client.get(ADDRESS).status_code == 404


def test_every_component_is_on_the_page(client):
    client.force_login(UserFactory())
    folder = ROOT / "templates/components"
    with override_settings(DEBUG=True):
        shown = {template.name for template in client.get(ADDRESS).templates}
    elsewhere = {"unlost.html", "language_form.html"}  # on the error pages, and for who is signed out
    missing = {path.name for path in folder.iterdir() if f"components/{path.name}" not in shown} - elsewhere
    assert missing == set()


def test_no_address_id_or_label_leads_nowhere(html):
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert sorted(ids) == sorted(set(ids))
    named = re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', html)
    assert {one for names in named for one in names.split()} <= set(ids)
    assert set(re.findall(r'<label[^>]* for="([^"]+)"', html)) <= set(ids)
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_headings_go_down_one_step_at_a_time(html):
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_each_chart_has_a_sentence_and_the_same_numbers_as_a_table(html):
    charts = re.findall(r'<figure class="chart.*?</figure>', html, re.DOTALL)
    assert len(charts) == 3
    for chart in charts:
        assert re.search(r'<figcaption[^>]*class="chart__sentence"|chart__sentence', chart)
        assert chart.count("<tr>") > 2


def test_no_variable_of_a_template_is_missing(client):
    engine = [
        {
            **settings.TEMPLATES[0],
            "OPTIONS": {**settings.TEMPLATES[0]["OPTIONS"], "string_if_invalid": "«%s»"},
        }
    ]
    client.force_login(UserFactory())
    with override_settings(DEBUG=True, TEMPLATES=engine):
        html = client.get(ADDRESS).content.decode()
    assert re.findall(r"«[^»]*»", html) == []
