"""Two people at one form: the second sees what changed, keeps what they typed, overwrites nothing unseen."""

from html import unescape
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from sociaal.accounts.models import User
from tests.architecture.access_table import TABLE
from tests.factories import UserFactory, make_case, make_member
from tests.properties.editing import EDITS, OTHERS
from tests.webforms import filled

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.django_db


def _given(changes):
    return {name: value() if callable(value) else value for name, value in changes.items()}


def _colleague(user):
    """Somebody with the same rights, in another browser."""
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.slow
@pytest.mark.parametrize("name", EDITS)
def test_the_second_sees_what_changed_and_keeps_what_they_typed(name):
    edit = EDITS[name]
    user = make_member(edit.by)
    url = reverse(name, args=edit.keys(user))
    first, second = _colleague(user), _colleague(user)
    one, two = (filled(browser.get(url).content.decode()) for browser in (first, second))
    mine, theirs = _given(edit.second), _given(edit.first)
    assert first.post(url, one | theirs).status_code == 302
    after_first = edit.stands()
    answer = second.post(url, two | mine)
    html = unescape(answer.content.decode())
    assert answer.status_code == 409
    assert "Intussen gewijzigd" in html
    assert User.objects.get(pk=user.pk).name in html, "who changed it"
    assert edit.stands() == after_first, "nothing is overwritten unseen"
    again = filled(answer.content.decode())
    assert {field: again.get(field) for field in mine} == mine, "what they typed is kept"
    for field, value in theirs.items():
        if field not in mine:
            assert again[field].splitlines() == value.splitlines(), "what they did not touch is taken over"
    assert second.post(url, again).status_code == 302
    assert edit.stands() != after_first


@pytest.mark.slow
@pytest.mark.parametrize("name", EDITS)
def test_who_comes_second_with_the_same_is_not_stopped_by_what_they_saw(name):
    edit = EDITS[name]
    user = make_member(edit.by)
    url = reverse(name, args=edit.keys(user))
    browser = _colleague(user)
    for changes in (_given(edit.first), _given(edit.second)):
        page = filled(browser.get(url).content.decode())
        assert browser.post(url, page | changes).status_code == 302


@pytest.mark.slow
def test_who_names_a_case_director_second_reads_who_became_it_meanwhile():
    anna = make_member("anna")
    case = make_case(anna)
    carla = make_member("carla")
    other = UserFactory(name="Dora", roles=["case_director"], team=anna.team)
    url = reverse("role_give", args=[case.number])
    first, second = _colleague(anna), _colleague(anna)
    one, two = (filled(browser.get(url).content.decode()) for browser in (first, second))
    assert first.post(url, one | {"user": carla.pk}).status_code == 302
    answer = second.post(url, two | {"user": other.pk})
    assert answer.status_code == 409
    assert "Carla heeft deze rol intussen" in answer.content.decode()
    assert case.roles.get(until=None).user == carla
    again = filled(answer.content.decode())
    assert again["user"] == str(other.pk)
    assert second.post(url, again).status_code == 302
    assert case.roles.get(until=None).user == other


def test_every_page_with_a_form_is_here_or_has_a_reason():
    forms = {name for name, (get, post) in TABLE.items() if get is not None and post is not None}
    assert forms == EDITS.keys() | OTHERS.keys()
    assert not EDITS.keys() & OTHERS.keys()
    assert [
        path for path in OTHERS.values() if path.startswith("tests/") and not (ROOT / path).exists()
    ] == []
