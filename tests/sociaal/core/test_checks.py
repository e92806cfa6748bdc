"""What `check --deploy` says about the virus scanner and the theme."""

import pytest

from sociaal.core.checks import theme, virus_scanner


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


@pytest.mark.parametrize(
    ("name", "found"), [("theme/voorbeeld.css", []), ("theme/elsewhere.css", ["sociaal.E002"])]
)
def test_the_theme_of_a_municipality_is_a_file_that_is_there(settings, name, found):
    settings.THEME_CSS = name
    assert [message.id for message in theme(None)] == found
