"""The log of the process holds no secret of an address."""

import logging

import pytest
from django.conf import settings

from sociaal.core.log_lines import NoSecrets


@pytest.mark.parametrize(
    ("message", "args", "written"),
    [
        ("Not Found: %s", ("/agenda/Ab-9_x.ics/",), "Not Found: /agenda/…"),
        ("Forbidden (%s): %s", ("CSRF", "/agenda/secret.ics?x=1"), "Forbidden (CSRF): /agenda/…?x=1"),
        (
            "Method Not Allowed (%s): %s",
            ("OPTIONS", "/agenda/s.ics"),
            "Method Not Allowed (OPTIONS): /agenda/…",
        ),
        ("Not Found: %s", ("/casus/2026-000001/",), "Not Found: /casus/2026-000001/"),
        ("100 % without arguments", (), "100 % without arguments"),
    ],
)
def test_an_address_of_an_agenda_is_written_without_its_secret(message, args, written):
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, message, args, None)
    assert NoSecrets().filter(record)
    assert record.getMessage() == written


def test_every_handler_writes_so():
    assert all("no_secrets" in handler["filters"] for handler in settings.LOGGING["handlers"].values())
