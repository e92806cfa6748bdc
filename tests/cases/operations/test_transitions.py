"""Every state x transition x relation of every state machine: what may happens, and nothing else."""

from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django_fsm import FSMField

from cases.models import Event
from sociaal.audit.models import Entry
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.cases.operations.machines import MACHINES
from tests.cases.operations.who import FORBIDDEN, UNKNOWN, YES
from tests.undoing import taken_back

ROOT = Path(__file__).resolve().parents[3]
IN_OTHER_TABLES = {
    "cases.Letter": "tests/cases/operations/test_letter_transitions.py",
    "cases.LetterTemplate": "tests/cases/operations/test_letter_templates.py",
    "coordination.Agreement": "tests/regie/coordination/test_agreement_transitions.py",
    "board.Suggestion": "tests/regie/board/test_transitions.py",
    "intake.Meldcode": "tests/intake/operations/test_meldcode_transitions.py",
    "intake.QuestionSet": "tests/intake/operations/test_question_sets.py",
}
"""Machines that are not of the file, and where their own table stands."""

ERRORS = {FORBIDDEN: NotPermitted, UNKNOWN: NotFound}
STATES = [
    pytest.param(machine, state, id=f"{machine.model.__name__}-{state}")
    for machine in MACHINES
    for state in dict(machine.model._meta.get_field(machine.field).choices)
]
KEPT = """
    SELECT (SELECT count(*) FROM cases_event), (SELECT count(*) FROM audit_entry),
           (SELECT string_agg(t::text, ' ') FROM {table} t WHERE id = %s),
           (SELECT string_agg(c::text, ' ' ORDER BY id) FROM cases_case c)
"""


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize(("machine", "state"), STATES)
def test_a_step_is_taken_by_who_may_from_where_it_may_and_by_nobody_else(machine, state):
    thing, people = machine.make(state)
    assert getattr(thing, machine.field) == state
    expected = {
        (name, relation): _expected((step.who or machine.who)(state)[relation], step.to.get(state))
        for name, step in machine.steps.items()
        for relation in people
    }
    outcomes = {
        (name, relation): outcome
        for name, step in machine.steps.items()
        for relation, outcome in _by_everybody(machine, step, thing, people)
    }
    wrong = {
        key: f"{outcomes[key]}, not {value}" for key, value in expected.items() if outcomes[key] != value
    }
    assert wrong == {}


def _expected(allowed, target):
    if allowed != YES:
        return ERRORS[allowed].__name__
    return target or Refused.__name__


def _by_everybody(machine, step, thing, people):
    with taken_back():
        step.prepare(thing)
        before = _all_that_is_kept(thing)
        return [(relation, _attempt(machine, step, thing, user, before)) for relation, user in people.items()]


def _attempt(machine, step, thing, user, before):
    with taken_back():
        return _take(machine, step, thing, user, before)


def _take(machine, step, thing, user, before):
    """The state reached, or the name of the refusal: and then nothing has changed."""
    try:
        step.do(machine.model.objects.get(pk=thing.pk), user)
    except (NotPermitted, NotFound, Refused) as refusal:
        assert _all_that_is_kept(thing) == before, "refused, and yet something changed"
        return type(refusal).__name__
    resident = _resident(thing)
    lines = Entry.objects.order_by("-pk")[: Entry.objects.count() - before[1]]
    assert any(one.actor_id == user.pk and resident in one.residents for one in lines), "no audit line"
    assert {one.kind for one in lines} == {"write"}
    events = Event.objects.order_by("-pk")[: Event.objects.count() - before[0]]
    assert any(one.actor_id == user.pk and one.resident_id == resident for one in events), "no event"
    return str(getattr(machine.model.objects.get(pk=thing.pk), machine.field))


def _resident(thing):
    return thing.case.resident_id if hasattr(thing, "law") else thing.resident_id


def _all_that_is_kept(thing):
    """How much both logs hold, the thing itself, and all cases."""
    with connection.cursor() as cursor:
        cursor.execute(KEPT.format(table=thing._meta.db_table), [thing.pk])
        return cursor.fetchone()


def _machines_of_the_project():
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, FSMField):
                yield model, field


def _transitions(model, field):
    return {t.name for t in getattr(model(), f"get_all_{field.name}_transitions")()}


def test_every_state_machine_of_the_project_is_in_a_table():
    found = {model._meta.label for model, _field in _machines_of_the_project()}
    assert found == {m.model._meta.label for m in MACHINES} | set(IN_OTHER_TABLES)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.model.__name__)
def test_the_table_names_exactly_the_transitions_there_are(machine):
    field = machine.model._meta.get_field(machine.field)
    assert set(machine.steps) == _transitions(machine.model, field)


@pytest.mark.parametrize("label", IN_OTHER_TABLES)
def test_a_table_elsewhere_names_every_transition_of_its_machine(label):
    ((model, field),) = [pair for pair in _machines_of_the_project() if pair[0]._meta.label == label]
    text = (ROOT / IN_OTHER_TABLES[label]).read_text(encoding="utf-8")
    assert [name for name in _transitions(model, field) if name not in text] == []
