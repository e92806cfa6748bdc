"""Durations are said in whole days, and in hours under two days."""

import pytest
from django.utils import translation

from regie.metrics.durations import in_words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, "not known yet"),
        (0, "less than 1 hour"),
        (0.02, "less than 1 hour"),
        (0.033, "1 hour"),
        (1, "24 hours"),
        (1.9, "46 hours"),
        (2, "2 days"),
        (52.4993, "52 days"),
        (1234.5, "1,234 days"),
        (-0.0463, "−1 hour"),
        (-3, "−3 days"),
    ],
)
def test_a_duration_is_said_as_people_say_it(days, words):
    with translation.override("en"):
        assert in_words(days) == words
