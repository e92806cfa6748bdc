"""Every state x transition x relation of the meldcode, written down again by hand: what may, and no more."""

import pytest
from django.db import transaction

from cases.enums import EventKind
from cases.models import Event
from intake.enums.meldcode import Danger, EntryKind, MeldcodeDecision, MeldcodeState
from intake.models import Meldcode
from intake.operations.meldcode import Decision, Done, decide, note, open_meldcode
from sociaal.audit.models import Entry
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.cases.operations.who import FORBIDDEN, READS, UNKNOWN, YES
from tests.factories import NOW
from tests.relations import surrounded_case

pytestmark = pytest.mark.django_db

WORKS = {
    **READS,
    "own_team": UNKNOWN,
    "partner": UNKNOWN,
    "reading_grant": FORBIDDEN,
    "break_glass": FORBIDDEN,
}
"""Contact person, deputy, case director and care coordinator. To own team and partner nothing is there; who
reads along may see it and do nothing.
"""
BEFORE_DECISION = ("signals", "consulting", "talking", "weighing")
TRANSITIONS = {
    "note_signals": (EntryKind.SIGNALS, {"signals": "consulting"}),
    "consult": (EntryKind.COLLEAGUE, {"consulting": "talking"}),
    "talk": (EntryKind.TALK, {"talking": "weighing"}),
    "weigh": (EntryKind.WEIGHING, {"weighing": "deciding"}),
    "go_straight_to_decision": (EntryKind.ACUTE, dict.fromkeys(BEFORE_DECISION, "deciding")),
    "decide": (None, {"deciding": "settled"}),
}
LATER = {
    "note_signals": ("consulting", "talking", "weighing", "deciding"),
    "consult": ("talking", "weighing", "deciding"),
    "talk": ("weighing", "deciding"),
    "weigh": ("deciding",),
}
"""In these states the same is noted once more, and the step stays."""


def _take(name, meldcode, by):
    kind, _to = TRANSITIONS[name]
    if kind is None:
        return decide(meldcode=meldcode, decision=Decision(MeldcodeDecision.REPORT, NOW), by=by, now=NOW)
    danger = Danger.CONCERN if kind == EntryKind.WEIGHING else None
    return note(meldcode=meldcode, done=Done(kind, NOW, "Gedaan.", danger=danger), by=by, now=NOW)


def _meldcode_in(state):
    case, people = surrounded_case("conversation")
    by = people["contact_person"]
    row = open_meldcode(case=case, by=by, now=NOW)
    for name in ("note_signals", "consult", "talk", "weigh", "decide"):
        if Meldcode.objects.get(pk=row.pk).state == state:
            break
        _take(name, row, by)
    return Meldcode.objects.select_related("case__resident").get(pk=row.pk), people


class _TakenBackError(Exception):
    pass


def _outcome(name, row, user):
    """The state reached, or the name of the refusal: and then nothing was written."""
    try:
        with transaction.atomic():
            before = Event.objects.count(), Entry.objects.count(), row.entries.count()
            try:
                _take(name, Meldcode.objects.get(pk=row.pk), user)
            except (NotPermitted, NotFound, Refused) as refusal:
                assert (Event.objects.count(), Entry.objects.count(), row.entries.count()) == before
                result = type(refusal).__name__
            else:
                event = Event.objects.filter(kind=EventKind.MELDCODE).latest("pk")
                assert (event.actor_id, event.codes.keys()) == (user.pk, {"meldcode", "what"})
                assert Event.objects.count() == before[0] + 1
                result = str(Meldcode.objects.get(pk=row.pk).state)
            raise _TakenBackError
    except _TakenBackError:
        return result


@pytest.mark.slow
@pytest.mark.parametrize("state", MeldcodeState)
def test_a_step_of_the_meldcode_is_taken_by_who_may_from_where_it_may_and_by_nobody_else(state):
    row, people = _meldcode_in(state)
    assert row.state == state
    refusals = {FORBIDDEN: "NotPermitted", UNKNOWN: "NotFound"}
    wrong = {}
    for name, (_kind, to) in TRANSITIONS.items():
        reached = to.get(state) or (state if state in LATER.get(name, ()) else "Refused")
        for relation, user in people.items():
            expected = reached if WORKS[relation] == YES else refusals[WORKS[relation]]
            if (got := _outcome(name, row, user)) != expected:
                wrong[name, relation] = f"{got}, not {expected}"
    assert wrong == {}


def test_the_table_names_exactly_the_transitions_there_are():
    assert set(TRANSITIONS) == {one.name for one in Meldcode().get_all_state_transitions()}
