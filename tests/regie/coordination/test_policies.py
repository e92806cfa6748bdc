"""Rules about parties and agreements, without a database."""

from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from cases.enums import DataCategory
from regie.coordination import policies
from regie.coordination.models import Agreement
from sociaal.core.errors import Refused

TODAY = date(2026, 11, 18)


def refused_at(rule, *args):
    """The field a rule refuses at, or None."""
    with translation.override("en"):
        try:
            rule(*args)
        except Refused as refusal:
            return refusal.field
    return None


@given(st.integers(0, 20), st.text(max_size=9))
def test_only_from_the_fourth_party_on_a_reason_is_needed(present, reason):
    needed = present >= 3 and not reason.strip()
    assert refused_at(policies.check_room, present, reason) == ("why_more" if needed else None)


@given(st.sets(st.sampled_from(list(DataCategory))), st.text(max_size=9))
def test_nobody_takes_part_without_a_ground_whatever_is_shared(categories, ground):
    needed = not ground.strip()
    assert refused_at(policies.check_ground, categories, ground) == ("ground" if needed else None)


@given(st.sampled_from(list(DataCategory)), st.sets(st.sampled_from(list(DataCategory))))
def test_an_agreement_stays_within_what_is_shared(category, shared):
    assert refused_at(policies.check_within, category, shared) == (None if category in shared else "category")


@pytest.mark.parametrize(("days", "field"), [(-1, "due_date"), (0, None), (1, None)])
def test_an_agreement_is_for_today_or_later(days, field):
    assert refused_at(policies.check_agreed, "Call", "Hanna", TODAY + timedelta(days=days), TODAY) == field


@pytest.mark.parametrize(
    ("outcome", "why_not", "field"),
    [
        ("kept", "", None), ("cancelled", "", None), ("not_kept", "", "why_not"), ("not_kept", "Ill", None),
        ("made", "", "outcome"), ("perhaps", "", "outcome"),
    ],
)  # fmt: skip
def test_only_what_was_not_kept_asks_for_words(outcome, why_not, field):
    assert refused_at(policies.check_outcome, outcome, why_not) == field


def test_every_end_of_an_agreement_has_its_transition():
    transitions = {t.name: t.target for t in Agreement().get_all_state_transitions()}
    assert {
        policies.OUTCOMES[Agreement.State(target)]: target for target in transitions.values()
    } == transitions
