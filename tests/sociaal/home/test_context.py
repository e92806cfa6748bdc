import datetime as dt
import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import NoReverseMatch
from django.utils import timezone

from sociaal.accounts.roles import Role
from sociaal.home import context
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.sociaal.home.screen_urls")]


def signed_in(client: Client, *roles: str) -> Client:
    client.force_login(UserFactory(name="Anna <Jacobs>", roles=list(roles)))
    return client


def build(client: Client, address: str = "/test/frame/") -> context.Frame:
    return client.get(address).context["frame"]


@pytest.fixture
def every_page_exists(monkeypatch):
    monkeypatch.setattr(context, "address", lambda name: f"/{name}/")


REST = ("letters", "regie", "metrics:dashboard", "board:board")


@pytest.mark.parametrize(
    ("role", "pages"),
    [
        (Role.CONSULTANT, ["home", "inbox", "team", *REST]),
        (Role.CASE_DIRECTOR, ["home", "inbox", "team", *REST]),
        (Role.CARE_COORDINATOR, ["home", "inbox", "team", *REST]),
        (Role.MANAGER, ["inbox", "team", "regie", "metrics:dashboard", "board:board"]),
        (Role.ADMINISTRATOR, ["metrics:dashboard", "board:board", "administration"]),
        (Role.PRIVACY_OFFICER, ["metrics:dashboard", "board:board", "access_log", "break_glass_list"]),
        (Role.PARTNER, ["home", "regie"]),
    ],
)
def test_each_role_sees_its_own_navigation(client, every_page_exists, role, pages):
    assert [item.url for item in build(signed_in(client, role)).nav] == [f"/{page}/" for page in pages]


@pytest.mark.parametrize(
    ("role", "registers"),
    [(Role.CONSULTANT, True), (Role.CASE_DIRECTOR, True), (Role.MANAGER, False), (Role.PARTNER, False)],
)
def test_who_works_with_residents_searches_and_registers(client, every_page_exists, role, registers):
    frame = build(signed_in(client, role))
    assert bool(frame.new_request) is bool(frame.search) is registers


def test_a_page_that_does_not_exist_is_left_out():
    assert context.address("no-such-page") == ""
    with pytest.raises(NoReverseMatch):
        context.reverse("no-such-page")


def test_a_page_under_an_entry_is_current(client, monkeypatch):
    monkeypatch.setattr(
        context, "address", lambda name: {"team": "/test/", "inbox": "/testing/"}.get(name, "")
    )
    nav = build(signed_in(client, Role.CONSULTANT)).nav
    assert [(item.url, item.current) for item in nav] == [("/testing/", False), ("/test/", True)]


def test_an_improvement_names_the_page_and_no_person(client, every_page_exists):
    assert (
        build(signed_in(client, Role.CONSULTANT), "/test/page/").improve == "/board:suggest/?from=test_page"
    )


def test_the_frame_costs_no_query_beyond_session_and_user(client, django_assert_num_queries):
    signed_in(client, Role.CONSULTANT)
    with django_assert_num_queries(2):
        client.get("/test/frame/")


def test_names_and_search_terms_are_escaped(client, every_page_exists):
    html = signed_in(client, Role.CONSULTANT).get("/test/frame/").content.decode()
    assert "Anna &lt;Jacobs&gt;" in html
    assert 'value="&quot;&gt;&lt;b&gt;"' in html


def test_there_is_no_name_in_the_title(client):
    html = signed_in(client, Role.CONSULTANT).get("/test/page/").content.decode()
    assert re.findall(r"<title>(.*?)</title>", html) == ["Proef · Sociaal"]


def test_nothing_is_inline(client, every_page_exists):
    html = signed_in(client, Role.CONSULTANT).get("/test/page/").content.decode()
    assert re.findall(r"<script(?![^>]* src=)", html) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=|hx-on", html) == []


def test_time_left_counts_from_sign_in_and_from_the_last_extension(client):
    signed_in(client, Role.CONSULTANT)
    assert settings.SESSION_COOKIE_AGE - 60 < build(client).seconds_left <= settings.SESSION_COOKIE_AGE


def test_time_left_is_never_less_than_nothing(client, rf):
    user = UserFactory(last_login=timezone.now() - dt.timedelta(days=3))
    request = rf.get("/")
    request.user, request.session = user, {}
    assert context.seconds_left(request) == 0
    request.session = {"extended_at": timezone.now().timestamp()}
    assert context.seconds_left(request) > settings.SESSION_COOKIE_AGE - 60


def test_every_page_that_the_frame_names_exists():
    named = {name for _label, name, _roles in context.NAV} | {
        name for _label, name, _roles in context.ACCOUNT
    }
    named |= {
        "search",
        "help_request_new",
        "board:suggest",
        "account_logout",
        "set_language",
        "session_extend",
    }
    assert {name for name in named if not context.address(name)} == set()
