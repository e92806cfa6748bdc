"""Every state x step x relation of a letter: who may, from where, and to which state."""

import pytest

from cases.models import Letter
from cases.operations import letters
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.cases.operations.sending import send, set_now
from tests.factories import NOW
from tests.relations import RELATIONS, surrounded_case

pytestmark = pytest.mark.django_db

PRINTS = {"contact_person", "deputy", "own_team", "case_director", "care_coordinator"}
STEPS = {
    "mark_printed": {"to_print": "printed", "printed": "printed"},
    "stop": {"queued": "stopped", "to_print": "stopped"},
}
"""Saying twice that it was printed changes nothing."""
DO = {
    "mark_printed": lambda letter, by: letters.mark_printed(letter=letter, by=by, now=NOW),
    "stop": lambda letter, by: letters.stop_letter(letter=letter, reason="Dubbel", by=by, now=NOW),
}


def letter_in(state, case, by):
    letter = send(case, by)
    if state != "queued":
        letter = set_now(letter)
    if state == "printed":
        DO["mark_printed"](letter, by)
    elif state == "stopped":
        DO["stop"](letter, by)
    return Letter.objects.get(pk=letter.pk)


def outcome(letter, step, by):
    try:
        DO[step](letter, by)
    except (NotPermitted, NotFound, Refused) as refusal:
        return type(refusal)
    return Letter.objects.get(pk=letter.pk).state


@pytest.mark.slow
@pytest.mark.parametrize("state", ["queued", "to_print", "printed", "stopped"])
def test_a_step_is_taken_by_who_may_from_where_it_may_and_by_nobody_else(state):
    case, people = surrounded_case("conversation")
    for step, ways in STEPS.items():
        for relation in RELATIONS:
            letter = letter_in(state, case, people["contact_person"])
            found = outcome(letter, step, people[relation])
            if relation in PRINTS:
                assert found == ways.get(state, Refused), (step, relation)
            else:
                assert found in (NotPermitted, NotFound), (step, relation)
                assert Letter.objects.get(pk=letter.pk).state == state


def test_the_worker_sets_what_is_queued_and_nothing_else():
    case, people = surrounded_case("conversation")
    for state, after in (("queued", "to_print"), ("printed", "printed"), ("stopped", "stopped")):
        assert set_now(letter_in(state, case, people["contact_person"])).state == after


def test_the_table_names_every_transition():
    names = {one.name for one in Letter().get_all_state_transitions()}
    assert names == {"set_as_pdf", *STEPS}
