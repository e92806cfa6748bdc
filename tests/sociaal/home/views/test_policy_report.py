"""A browser says what our Content-Security-Policy stopped: one line in the log, about nobody."""

import json

import pytest
from django.urls import reverse

from sociaal.home.views import policy_report

LOG = "sociaal.home.views.policy_report"


@pytest.fixture(autouse=True)
def _nothing_written():
    policy_report._written.clear()


def report(**said):
    return {"csp-report": {"violated-directive": "script-src", "blocked-uri": "inline", **said}}


def send(client, body):
    text = body if isinstance(body, bytes) else json.dumps(body)
    answer = client.post(reverse("policy_report"), text, content_type="application/csp-report")
    assert (answer.status_code, answer.content) == (204, b"")


def lines(caplog):
    return [record.getMessage() for record in caplog.records if record.name == LOG]


def test_the_policy_names_the_address_that_takes_reports(settings):
    assert settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["report-uri"] == reverse("policy_report")


def test_the_rule_what_it_stopped_and_the_part_of_the_site_are_logged_and_no_resident(client, caplog):
    whose = "https://stad.example/inwoners/4711/?naam=De+Vries"
    send(client, report(**{"document-uri": whose, "blocked-uri": "https://cdn.example/x.js?bsn=999900006"}))
    assert lines(caplog) == ["Content-Security-Policy: script-src stopped cdn.example in /inwoners"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[1]",
        b"7",
        b'{"csp-report": 3}',
        b"[" * 5000,
        b"\xff\xfe",
        b'{"csp-report":{}}' + b" " * 9000,
    ],
    ids=repr,
)
def test_what_is_no_report_is_no_fault_and_no_line(client, caplog, body):
    send(client, body)
    assert lines(caplog) == []


def test_what_a_stranger_writes_in_it_makes_no_line_of_its_own(client, caplog):
    send(client, report(**{"blocked-uri": "x\nERROR root: all is lost", "document-uri": "https://[x/\n"}))
    (line,) = lines(caplog)
    assert "\n" not in line
    assert len(line) < 200


def test_who_sends_thousands_fills_no_log(client, caplog):
    for _ in range(30):
        send(client, report())
    assert len(lines(caplog)) == policy_report.LINES
