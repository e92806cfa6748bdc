"""Whatever fits the interface's description, or just does not, gets an answer that the description knows."""

from collections import Counter

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import load_all_checks
from schemathesis.specs.openapi import checks

from cases.models import HelpRequest
from intake.api import interface
from intake.operations.allowances import Limit
from intake.operations.tokens import make_token
from sociaal.wsgi import application
from tests.factories import NOW, TeamFactory, make_member

load_all_checks()
CHECKS = (
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
    checks.missing_required_header,
    checks.unsupported_method,
    checks.ignored_auth,
)


@pytest.fixture
def one_connection():
    """A real request ends with its connection closed; the test's own transaction has to outlive it."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def description(db, one_connection, monkeypatch):
    window = interface.PER_MINUTE.window
    monkeypatch.setattr(interface, "PER_MINUTE", Limit(1_000_000, window))
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@pytest.fixture
def token(db):
    TeamFactory()
    return make_token(name="Formulieren", by=make_member("fatma"), now=NOW)[1]


@pytest.mark.parametrize("mode", schemathesis.GenerationMode)
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/v1/help-requests"),
        pytest.param("GET", "/api/v1/help-requests/{reference}", marks=pytest.mark.slow),
    ],
)
def test_every_answer_is_as_described_and_none_is_our_fault(description, token, method, path, mode):
    statuses = answers_to(description[path][method].as_strategy(generation_mode=mode), token)
    assert statuses.total() > settings.default.max_examples / 3


REACHED = {"phone": "06 1234 5678", "email": "", "reporter_phone": "", "reporter_email": ""}
KNOWN = {"postcode": "9999XA", "birth_date": "1951-03-12", "wants_receipt": False}


def test_what_also_means_something_is_received(description, token):
    """Random text is hardly ever a phone number: with those fields right, the rest may be anything."""
    asked = description["/api/v1/help-requests"]["POST"].as_strategy(
        generation_mode=schemathesis.GenerationMode.POSITIVE
    )
    statuses = answers_to(asked, token, body=REACHED | KNOWN)
    assert statuses[201] > settings.default.max_examples / 3
    assert HelpRequest.objects.count() > settings.default.max_examples / 8


def answers_to(asked, token, body=None):
    """How often which status was answered, with every answer held against the description."""
    headers, statuses = {"Authorization": f"Bearer {token}"}, Counter()

    @given(case=asked)
    @settings(
        deadline=None, derandomize=True, database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )  # fmt: skip
    def ask(case):
        if body:
            case.body = {**case.body, **body}
        response = case.call_and_validate(headers=headers, checks=CHECKS)
        statuses[response.status_code] += 1

    ask()
    return statuses


def test_every_operation_is_asked(description):
    described = {(one.ok().method.upper(), one.ok().path) for one in description.get_all_operations()}
    assert described == {("POST", "/api/v1/help-requests"), ("GET", "/api/v1/help-requests/{reference}")}
