"""Every phase x transition x role of a suggestion."""

import pytest

from regie.board.models import Move, Suggestion
from regie.board.models.suggestion import Phase
from regie.board.operations.suggestions import move_suggestion
from sociaal.audit.models import Entry
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.factories import NOW, make_member
from tests.undoing import taken_back

MACHINE = {
    "choose": ("chosen", {"proposed", "trying"}),
    "try_out": ("trying", {"chosen", "measured"}),
    "measure_it": ("measured", {"trying"}),
    "adopt": ("adopted", {"measured"}),
    "drop": ("dropped", {"proposed", "chosen", "trying", "measured"}),
    "propose_again": ("proposed", {"chosen", "dropped"}),
}
"""Transition: where it leads to, and from where it may (`design.md` section 5, improvement suggestion)."""

ROLES = {
    "anna": "yes", "bram": "yes", "carla": "yes", "esra": "yes", "dirk": "NotPermitted",
    "fatma": "NotPermitted", "gijs": "NotPermitted", "hanna": "NotFound",
}  # fmt: skip
"""All of the team move its cards, and a manager; other staff may not, and a partner knows of nothing."""


@pytest.mark.slow
@pytest.mark.parametrize("transition_name", MACHINE)
@pytest.mark.parametrize("phase", Phase.values)
def test_a_suggestion_is_moved_by_who_may_from_where_it_may(make, phase, transition_name):
    target, sources = MACHINE[transition_name]
    suggestion = make(phase)
    people = {name: _member(name, suggestion) for name in ROLES}
    outcomes = {name: _attempt(suggestion, target, user) for name, user in people.items()}
    reached = target if phase in sources else "Refused"
    assert outcomes == {name: reached if may == "yes" else may for name, may in ROLES.items()}


def test_the_table_names_exactly_the_transitions_there_are():
    found = {t.name: (str(t.target), str(t.source)) for t in Suggestion().get_all_phase_transitions()}
    assert set(found) == set(MACHINE)
    for name, (target, sources) in MACHINE.items():
        rows = [t for t in Suggestion().get_all_phase_transitions() if t.name == name]
        assert {str(t.source) for t in rows} == sources
        assert {str(t.target) for t in rows} == {target}


def test_a_manager_moves_the_cards_of_another_team_too(make):
    dirk = make_member("dirk")
    assert _attempt(make(by=dirk), "chosen", make_member("esra")) == "chosen"


def test_what_belongs_to_no_team_is_moved_by_all_staff(make):
    suggestion = make(by=make_member("fatma"))
    assert suggestion.team is None
    assert _attempt(suggestion, "chosen", make_member("dirk")) == "chosen"


def _member(name, suggestion):
    return suggestion.made_by if name == "anna" else make_member(name)


def _attempt(suggestion, target, user):
    with taken_back():
        return _move(suggestion, target, user)


def _move(suggestion, target, user):
    before = _kept(suggestion)
    try:
        move_suggestion(suggestion=suggestion, to=target, seen=0, words="Because", by=user, now=NOW)
    except (NotPermitted, NotFound, Refused) as refusal:
        assert _kept(suggestion) == before, "refused, and yet something changed"
        return type(refusal).__name__
    move = Move.objects.get(suggestion=suggestion, by=user)
    assert (move.from_phase, move.to_phase, move.words) == (suggestion.phase, target, "Because")
    assert Entry.objects.filter(action="suggestion_moved", actor=user, kind="write").count() == 1
    return Suggestion.objects.get(pk=suggestion.pk).phase


def _kept(suggestion):
    return (
        Suggestion.objects.filter(pk=suggestion.pk).values().get(),
        Move.objects.count(),
        Entry.objects.count(),
    )
