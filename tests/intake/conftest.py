"""A case in conversation, with its contact person."""

import pytest

from intake.models import Conversation
from intake.operations.conversations import Appointment, plan_conversation
from tests.factories import NOW, make_case, make_member


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def talk(anna) -> Conversation:
    """A conversation planned for now, in a case of which Anna is the contact person."""
    return plan_conversation(case=make_case(anna), appointment=Appointment(NOW, "thuis"), by=anna, now=NOW)
