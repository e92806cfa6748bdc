"""The interface: a token, a key per report, and problems that name the field."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from cases.models import HelpRequest
from cases.operations import help_requests
from intake.api import interface
from intake.models import ApiToken, ReportDetails
from intake.operations.allowances import Limit
from intake.operations.tokens import make_token, revoke_token
from sociaal.audit.models import Entry
from sociaal.core.collisions import somebody_is_busy
from tests.factories import NOW, TeamFactory, make_member
from tests.threads import at_once

REPORT = {"words": "Ik kom de trap niet meer op.", "reporter": "resident", "phone": "0612345678"}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def token(db):
    TeamFactory()
    return make_token(name="Formulieren", by=make_member("fatma"), now=NOW)[1]


def post(token, body=None, key="een", **headers):
    sent = body if isinstance(body, str | bytes) else json.dumps(REPORT | (body or {}))
    given = {"Authorization": f"Bearer {token}", "Idempotency-Key": key} | headers
    return Client().post(
        reverse("api:help_request_report"), sent, content_type="application/json",
        headers={name: value for name, value in given.items() if value is not None},
    )  # fmt: skip


def test_a_report_is_received_with_a_reference_and_where_to_ask_for_it(token):
    answer = post(token, {"red_flags": ["eviction"], "last_name": "van der Berg", "birth_date": "1951-03-12"})
    assert answer.status_code == 201
    details = ReportDetails.objects.select_related("help_request").get()
    assert answer.json() == {
        "reference": details.reference, "state": "received", "received_at": "2026-11-18T11:00:00+01:00",
    }  # fmt: skip
    assert answer["Location"] == reverse("api:help_request_state", args=[details.reference])
    assert (answer["RateLimit-Limit"], answer["RateLimit-Remaining"]) == ("120", "119")
    assert details.help_request.red_flags == ["eviction"]
    assert (details.prefix, details.last_name) == ("van der", "Berg")


def test_the_log_names_the_token_and_nothing_that_was_told(token):
    post(token)
    line = Entry.objects.get(action="report_by_interface")
    assert line.codes == {"token": ApiToken.objects.get().pk}
    assert ApiToken.objects.get().last_used_at == NOW


@pytest.mark.parametrize("given", [None, "Bearer nonsense", "Bearer ", "Basic eDp5", "Bearer sociaal_x"])
def test_without_a_valid_token_nothing_is_received(token, given):
    answer = post(token, Authorization=given)
    assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
    assert answer["WWW-Authenticate"].startswith("Bearer")
    assert not HelpRequest.objects.exists()


def test_while_the_database_is_busy_the_answer_is_a_problem_to_try_again(token, monkeypatch):
    def busy(**told):
        raise somebody_is_busy()

    with monkeypatch.context() as patch:
        patch.setattr(interface, "receive_report", busy)
        answer = post(token)
    assert (answer.status_code, answer["Content-Type"]) == (503, "application/problem+json")
    assert post(token).status_code == 201


def test_a_revoked_token_opens_nothing(token):
    fatma = ApiToken.objects.get().made_by
    revoke_token(token=ApiToken.objects.get(), by=fatma, now=NOW)
    assert post(token).status_code == 401


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"words": ""}, "#/words"),
        ({"words": "   "}, "#/words"),
        ({"words": 12}, "#/words"),
        ({"words": "nul \0"}, "#/words"),
        ({"reporter": "early_signal"}, "#/reporter"),
        ({"phone": ""}, "#/phone"),
        ({"phone": "12"}, "#/phone"),
        ({"postcode": "99999"}, "#/postcode"),
        ({"birth_date": "morgen"}, "#/birth_date"),
        ({"birth_date": "2030-01-01"}, "#/birth_date"),
        ({"red_flags": ["fire"]}, "#/red_flags/0"),
        ({"email": "geen"}, "#/email"),
        ({"emial": "a@b.example"}, "#/emial"),
        ({"wants_receipt": "yes"}, "#/wants_receipt"),
        ({"wants_receipt": True}, "#/email"),
    ],
)
def test_bad_input_is_a_problem_that_names_its_field(token, wrong, pointer):
    answer = post(token, wrong)
    told = answer.json()
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert told["status"] == 422
    assert pointer in [error["pointer"] for error in told["errors"]]
    assert all(error["detail"] for error in told["errors"])
    assert not HelpRequest.objects.exists()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff",
        b'"\\ud800"',
        b'{"words": "\\ud800", "reporter": "gp"}',
        b"[" * 100_000,
        b"NaN",
        b"[]",
    ],
)
def test_what_is_no_json_or_no_text_is_refused(token, body):
    answer = post(token, body)
    assert answer.status_code in (400, 422)
    assert answer["Content-Type"] == "application/problem+json"


def test_a_body_that_is_too_large_is_refused(token):
    answer = post(token, {"words": "x" * 3_000_000})
    assert (answer.status_code, answer["Content-Type"]) == (413, "application/problem+json")


def test_a_report_needs_a_key(token):
    answer = post(token, **{"Idempotency-Key": None})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["pointer"] == "Idempotency-Key"


def test_the_same_key_and_body_gives_the_same_answer(token):
    first, second = post(token), post(token)
    assert (second.status_code, second.json()) == (first.status_code, first.json())
    assert HelpRequest.objects.count() == 1


def test_the_same_key_with_another_body_is_refused(token):
    post(token)
    answer = post(token, {"words": "Iets anders."})
    assert answer.status_code == 422
    assert answer.json()["type"] == "urn:sociaal:problem:key"
    assert HelpRequest.objects.count() == 1


def test_a_key_belongs_to_one_token(token):
    other = make_token(name="Ander systeem", by=ApiToken.objects.get().made_by, now=NOW)[1]
    post(token)
    assert post(other, {"words": "Iets anders."}).status_code == 201


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_hundred_identical_reports_at_once_are_one_help_request():
    TeamFactory()
    text = make_token(name="Formulieren", by=make_member("fatma"), now=NOW)[1]
    answers = at_once(*[lambda: post(text)] * 100)
    assert {(one.status_code, one.content) for one in answers} == {(201, answers[0].content)}
    assert HelpRequest.objects.count() == 1


def test_more_requests_than_allowed_hear_how_long_to_wait(token, monkeypatch):
    monkeypatch.setattr(interface, "PER_MINUTE", Limit(5, timedelta(minutes=1)))
    with time_machine.travel(NOW + timedelta(seconds=20), tick=False):
        assert post(token, "{").status_code == 400  # is not counted: it cost nothing
        for number in range(5):
            post(token, {"words": f"Vraag {number}"}, key=str(number))
        last = post(token, key="last")
        assert last.status_code == 429
        assert (last["Retry-After"], last["RateLimit-Remaining"]) == ("40", "0")
    with time_machine.travel(NOW + timedelta(seconds=60), tick=False):
        assert post(token, key="last").status_code == 201


def ask(token, reference):
    address = reverse("api:help_request_state", args=[reference])
    return Client().get(address, headers={"Authorization": f"Bearer {token}"})


@pytest.mark.parametrize(
    ("settle", "state"),
    [
        (None, "received"),
        (lambda row, by: help_requests.answer(help_request=row, text="Gedaan", by=by, now=NOW), "closed"),
        (lambda row, by: help_requests.discard(help_request=row, reason="Dubbel", by=by, now=NOW), "closed"),
    ],
)
def test_the_state_says_how_far_it_is_and_not_why(token, settle, state):
    reference = post(token).json()["reference"]
    if settle:
        settle(HelpRequest.objects.get(), make_member("anna"))
    answer = ask(token, reference)
    assert answer.json() == {
        "reference": reference, "state": state, "received_at": "2026-11-18T11:00:00+01:00",
    }  # fmt: skip


@pytest.mark.parametrize("reference", ["AAAA-AAAA-AAAA", "1", "x" * 500, "%00"])
def test_a_reference_that_is_none_is_not_found(token, reference):
    answer = ask(token, reference)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_another_method_and_another_address_are_problems_too(token):
    client = Client(headers={"Authorization": f"Bearer {token}"})
    assert client.get(reverse("api:help_request_report"))["Content-Type"] == "application/problem+json"
    assert client.get("/api/v1/nothing").json()["status"] == 404


def test_the_description_is_there_for_everybody(db):
    described = Client().get(reverse("api:openapi-json"))
    assert described["Content-Type"].startswith("application/json")
    body = described.json()["components"]["schemas"]["ReportIn"]
    assert body["required"] == ["words", "reporter"]
    assert body["additionalProperties"] is False


def test_a_session_opens_nothing(db):
    client = Client()
    client.force_login(make_member("anna"))
    answer = client.post(reverse("api:help_request_report"), REPORT, content_type="application/json")
    assert answer.status_code == 401
