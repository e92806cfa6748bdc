import json

import pytest
from django.test import Client

from sociaal.accounts.roles import Role
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.sociaal.home.screen_urls")]


@pytest.fixture
def anna(client: Client) -> Client:
    client.force_login(UserFactory(name="Anna", roles=[Role.CONSULTANT]))
    return client


@pytest.mark.parametrize(
    ("how", "status"),
    [("not-permitted", 403), ("not-found", 404), ("refused", 409), ("conflict", 409), ("collision", 409)],
)
def test_each_refusal_has_its_status(anna, how, status):
    assert anna.get(f"/test/fail/{how}/").status_code == status


def test_who_may_not_is_told_why_and_who_can_help(anna):
    html = anna.get("/test/fail/not-permitted/").content.decode()
    assert "Een collega helpt deze inwoner." in html
    assert "Dirk Bakker" in html


def test_what_may_not_be_known_answers_as_what_does_not_exist(anna):
    hidden = anna.get("/test/fail/not-found/")
    missing = anna.get("/test/fail/not-found/nothing-here/")
    assert hidden.status_code == missing.status_code == 404

    def without_form_key(response) -> str:
        html = response.content.decode().replace(
            "/test/fail/not-found/nothing-here/", "/test/fail/not-found/"
        )
        token = response.context["csrf_token"]
        return html.replace(str(token), "").partition("<main")[2]

    assert without_form_key(hidden) == without_form_key(missing)
    assert "geheim" not in hidden.content.decode()


def test_a_refusal_gives_back_what_was_typed_and_no_password(anna):
    typed = {"words": "Ik <kom> de trap niet op", "password": "geheim123", "csrfmiddlewaretoken": "t0k3n"}
    html = anna.post("/test/fail/refused/", typed).content.decode()
    assert "Ik &lt;kom&gt; de trap niet op</textarea>" in html
    assert "geheim123" not in html
    assert "t0k3n" not in html


def test_the_way_back_stays_on_our_own_pages(anna):
    own = anna.post("/test/fail/conflict/", HTTP_REFERER="http://testserver/test/page/").content.decode()
    other = anna.post("/test/fail/conflict/", HTTP_REFERER="https://example.org/").content.decode()
    assert 'href="http://testserver/test/page/"' in own
    assert "example.org" not in other


@pytest.mark.parametrize(
    ("how", "message"), [("refused", "Er loopt nog hulp."), ("conflict", "Carla wijzigde")]
)
def test_a_refused_part_of_a_page_replaces_nothing_and_speaks(anna, how, message):
    response = anna.post(f"/test/fail/{how}/", headers={"HX-Request": "true"})
    assert response.status_code == 409
    assert response["HX-Reswap"] == "none"
    assert message in json.loads(response["HX-Trigger"])["refusal"]["message"]
    assert response.content == b""


def test_a_part_that_may_not_be_known_says_nothing_of_why(anna):
    response = anna.get("/test/fail/not-found/", headers={"HX-Request": "true"})
    assert response.status_code == 404
    assert "geheim" not in response["HX-Trigger"]


def test_a_refused_part_says_who_can_help(anna):
    response = anna.post("/test/fail/not-permitted/", headers={"HX-Request": "true"})
    message = json.loads(response["HX-Trigger"])["refusal"]["message"]
    assert message.startswith("Een collega helpt deze inwoner. Dirk Bakker")


def test_another_exception_is_no_refusal(anna):
    anna.raise_request_exception = False
    response = anna.post("/test/fail/broken/", {"words": "Ik kom de trap niet op"})
    assert response.status_code == 500
    assert "Ik kom de trap niet op</textarea>" in response.content.decode()
