"""Counting after each change comes to the same as counting everything anew."""

from datetime import timedelta
from random import Random

import pytest
from django.core.management import call_command
from django.db import transaction

from cases.models import Event
from cases.operations import cases, help_requests
from regie.metrics.handlers import case_changed
from regie.metrics.models import Figures, HandoverFact, Measure, Spell, StepSpell, WaitSpell
from regie.metrics.operations import rebuilding
from regie.metrics.operations.figures import compute, refresh_figures
from regie.metrics.operations.rebuilding import rebuild_all, start_rebuild
from regie.metrics.operations.recounting import recount_case, recount_request
from sociaal.outbox.models import Message
from sociaal.outbox.relaying import relay_all
from tests.factories import NOW, make_case, make_deciding_case, make_member, make_request
from tests.regie.metrics.histories import live

pytestmark = pytest.mark.django_db
TABLES = (Spell, WaitSpell, StepSpell, HandoverFact)
SECOND = timedelta(seconds=1)


def everything():
    """All counted rows, without their keys."""
    fields = {model: [f.attname for f in model._meta.fields if f.name != "id"] for model in TABLES}
    return {model.__name__: sorted(map(repr, model.objects.values_list(*fields[model]))) for model in TABLES}


def settle(now):
    """Let the worker do all that was asked, and the figures after their pause."""
    while relay_all(now=now):
        now += 3 * SECOND
    return now


@pytest.fixture
def anna():
    return make_member("anna")


def grow(seed, anna, bram, lives=14):
    """Some histories, counted by the worker every few of them, as in real life. Returns the moment after."""
    random = Random(seed)
    for number in range(lives):
        live(random, anna, bram, NOW - timedelta(days=random.randint(1, 400)), steps=random.randint(3, 14))
        if number % 4 == 0:
            settle(NOW + SECOND)
    return settle(NOW + timedelta(days=30))


@pytest.mark.parametrize("seed", [7, pytest.param(1984, marks=pytest.mark.slow)])
def test_the_incremental_way_and_a_full_rebuild_come_to_the_same(anna, seed):
    now = grow(seed, anna, make_member("bram"))
    kinds = set(Event.objects.values_list("kind", flat=True))
    assert {"support_started", "closed", "handover_answered"} <= kinds, "a dull town"
    for team in (None, *Figures.objects.exclude(team=None).values_list("team", flat=True)):
        refresh_figures(team, now=now)
    counted, shown = everything(), {row.team_id: row.data for row in Figures.objects.all()}
    for model in (*TABLES, Figures):
        model.objects.all().delete()
    list(rebuild_all(now=now))
    assert everything() == counted
    assert {row.team_id: row.data for row in Figures.objects.all()} == shown


def test_a_rebuild_leaves_what_is_right_and_mends_what_was_spoiled(anna):
    now = grow(42, anna, make_member("bram"), lives=6)
    before = everything()
    keys = {model: set(model.objects.values_list("pk", flat=True)) for model in TABLES}
    list(rebuild_all(now=now))
    assert everything() == before
    assert {model: set(model.objects.values_list("pk", flat=True)) for model in TABLES} == keys
    Spell.objects.update(started_at=NOW, ended_at=None, end="")
    WaitSpell.objects.filter(pk__in=WaitSpell.objects.values("pk")[:5]).delete()
    some = StepSpell.objects.first()
    StepSpell.objects.create(case_id=some.case_id, number=99, team=some.team, step="weighing", started_at=NOW)
    list(rebuild_all(now=now))
    assert everything() == before


def test_a_rebuild_by_the_worker_goes_batch_by_batch(anna, monkeypatch):
    monkeypatch.setattr(rebuilding, "BATCH", 2)
    for _turn in range(5):
        make_case(anna)
    make_request(anna)
    Message.objects.all().delete()
    with transaction.atomic():
        start_rebuild(now=NOW)
    settle(NOW)
    places = list(Message.objects.order_by("pk").values_list("key", flat=True))
    assert places[0] == "case:0"
    assert places[-1] == "figures:0"
    assert len(places) == 3 + 4 + 1
    assert not Message.objects.exclude(state="done").exists()
    assert Spell.objects.filter(measure=Measure.LEAD_TOTAL).count() == 6


def test_a_worker_killed_halfway_a_rebuild_ends_in_the_same_figures(anna, monkeypatch):
    monkeypatch.setattr(rebuilding, "BATCH", 2)
    for _turn in range(5):
        make_case(anna, status="supported")
    Message.objects.all().delete()
    recount, times = rebuilding.SOURCES["case"][1], []

    def killed(keys):
        touched = recount(keys)
        times.append(keys)
        if len(times) == 2:
            raise SystemExit
        return touched

    monkeypatch.setitem(rebuilding.SOURCES, "case", (rebuilding.SOURCES["case"][0], killed))
    with transaction.atomic():
        start_rebuild(now=NOW)
    now = NOW
    with pytest.raises(SystemExit):
        settle(now)
    half = Spell.objects.values("case").distinct().count()
    assert half == 2, "the batch that was killed left nothing"
    now = settle(NOW + timedelta(minutes=5))
    interrupted = everything()
    for model in TABLES:
        model.objects.all().delete()
    list(rebuild_all(now=now))
    assert everything() == interrupted


def test_the_command_does_the_same_here_and_now(anna, capsys):
    make_case(anna)
    call_command("rebuild_figures")
    assert Figures.objects.filter(team=None).exists()
    assert "counted anew" in capsys.readouterr().out


def test_a_help_request_counts_until_it_is_a_case(anna):
    request = make_request(anna)
    recount_request(request.pk)
    assert Spell.objects.filter(help_request=request, ended_at=None).count() == 4
    case = help_requests.take_up(help_request=request, contact_person=anna, subject="Trap", by=anna, now=NOW)
    recount_case(case.pk)
    assert not Spell.objects.filter(help_request=request).exists()
    recount_request(request.pk)
    assert not Spell.objects.filter(help_request=request).exists()
    assert Spell.objects.filter(case=case).count() == 4


def test_a_decision_is_counted_for_its_procedure(anna):
    case, procedure = make_deciding_case(anna)
    recount_case(case.pk)
    assert Spell.objects.get(measure=Measure.LEAD_DECISION).about == f"procedure:{procedure.pk}"


def test_an_undone_closing_is_counted_as_open_again(anna):
    case = make_case(anna, status="closed")
    recount_case(case.pk)
    assert Spell.objects.get(measure=Measure.LEAD_TOTAL).end == "event"
    cases.undo_close(case=case, reason="Dit was een vergissing.", by=anna, now=NOW + SECOND)
    recount_case(case.pk)
    assert Spell.objects.get(measure=Measure.LEAD_TOTAL).ended_at is None
    assert StepSpell.objects.get(ended_at=None).step == "reviewing"


def test_a_burst_of_changes_is_one_refresh(anna):
    for _turn in range(3):
        make_case(anna, status="weighing")
    relay_all(now=NOW)
    waiting = Message.objects.filter(topic="figures_changed")
    assert sorted(waiting.values_list("key", "state")) == [(str(anna.team_id), "waiting"), ("all", "waiting")]
    assert not Figures.objects.exists()
    assert relay_all(now=NOW + 3 * SECOND) == 2
    assert Figures.objects.count() == 2


def test_a_case_that_moved_to_another_team_changes_the_figures_of_both(anna):
    dirk = make_member("dirk")
    case = make_case(anna)
    recount_case(case.pk)
    type(case).objects.filter(pk=case.pk).update(team=dirk.team)
    assert recount_case(case.pk) == {anna.team_id, dirk.team_id}
    assert set(Spell.objects.values_list("team", flat=True)) == {dirk.team_id}


def test_being_told_twice_does_no_harm(anna):
    case = make_case(anna, status="supported")
    case_changed(str(case.pk), NOW)
    before = everything()
    case_changed(str(case.pk), NOW)
    assert everything() == before


def test_figures_hold_no_key_of_a_person(anna):
    make_case(anna, status="supported")
    list(rebuild_all(now=NOW))
    data = compute(anna.team_id, now=NOW)
    assert "user" not in repr(data)
    assert "resident'" not in repr(
        {name: part for name, part in data.items() if not name.startswith(("waits", "steps"))}
    )
