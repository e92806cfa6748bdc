"""What `check --deploy` says about the virus scanner."""

import pytest

from sociaal.core.checks import virus_scanner


@pytest.mark.parametrize(
    ("address", "demo", "found"),
    [
        ("clamav:3310", False, []),
        ("none", False, ["sociaal.W001"]),
        ("clamav", False, ["sociaal.E001"]),
        ("clamav:port", False, ["sociaal.E001"]),
        ("", False, ["sociaal.W002"]),
        ("", True, []),
    ],
)
def test_a_production_server_has_a_scanner_or_says_that_it_has_none(settings, address, demo, found):
    settings.VIRUS_SCANNER, settings.DEMO, settings.DEBUG = address, demo, False
    assert [message.id for message in virus_scanner(None)] == found
