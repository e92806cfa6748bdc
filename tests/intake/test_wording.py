"""Short words made from long ones."""

from datetime import timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from intake.wording import SUBJECT_LENGTH, subject_of, waited
from tests.factories import NOW


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("Ik kom de trap niet meer op.", "Ik kom de trap niet meer op"),
        ("Ik kom de trap niet op. En mijn man is ziek.", "Ik kom de trap niet op"),
        ("Kan  iemand\nhelpen? Het is veel.", "Kan iemand helpen"),
        ("", ""),
    ],
)
def test_a_case_is_called_by_the_first_sentence(words, subject):
    assert subject_of(words) == subject


@given(st.text())
def test_a_subject_is_never_too_long_for_a_list(words):
    assert len(subject_of(words)) <= SUBJECT_LENGTH + 2
    assert "\n" not in subject_of(words)


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(minutes=1), "1 minute"),
        (timedelta(minutes=59), "59 minutes"),
        (timedelta(hours=5), "5 hours"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=9, hours=23), "9 days"),
        (-timedelta(hours=1), "0 minutes"),
    ],
)
def test_waiting_is_said_in_the_largest_unit_that_fits(ago, said):
    with translation.override("en"):
        assert waited(NOW - ago, NOW) == said
