"""Words after which one asks on about wanting to live."""

import pytest

from intake.signs import speaks_of_death


@pytest.mark.parametrize(
    "text",
    [
        "Soms denkt zij aan zelfmoord.",
        "Hij heeft een suïcidepoging gedaan",
        "Ik wil niet meer leven",
        "Zij zou er liever niet meer zijn",
        "Hij is liever dood",
        "Ik maak er een eind aan",
    ],
)
def test_who_does_not_want_to_live_is_heard(text):
    assert speaks_of_death(["Het gaat wel.", text])


@pytest.mark.parametrize(
    "text", ["", "Haar man is overleden", "De dood van haar zus", "Er is niet meer geld"]
)
def test_speaking_of_the_dead_is_something_else(text):
    assert not speaks_of_death([text])
