"""Opening, noting and deciding: what is kept, and what is refused."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from cases.models import Case, Event, HelpRequest
from cases.operations.cases import withdraw
from intake.enums.meldcode import Danger, EntryKind, MeldcodeDecision
from intake.models import DomainNote, Meldcode, MeldcodeEntry
from intake.operations.meldcode import Decision, Done, decide, note, open_meldcode
from sociaal.core.errors import Refused
from tests.factories import NOW, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(talk):
    return talk.case


@pytest.fixture
def running(case, anna):
    return open_meldcode(case=case, by=anna, now=NOW)


def _note(row, by, kind, **more):
    return note(meldcode=row, done=Done(kind, NOW, **{"text": "Gezien."} | more), by=by, now=NOW)


def _until_decision(row, by, danger=Danger.CONCERN):
    for kind in (EntryKind.SIGNALS, EntryKind.COLLEAGUE, EntryKind.TALK):
        _note(row, by, kind)
    _note(row, by, EntryKind.WEIGHING, danger=danger)


def test_it_keeps_why_safety_was_in_doubt(case, talk, anna):
    HelpRequest.objects.filter(case=case).update(red_flags=["unsafe"])
    DomainNote.objects.create(conversation=talk, domain="parenting", level=2, category="youth_safety")
    assert open_meldcode(case=case, by=anna, now=NOW).because == ["red_flag", "level"]


def test_by_hand_is_a_reason_too(running):
    assert (running.because, running.category, running.state) == (["by_hand"], "youth_safety", "signals")


def test_a_second_one_is_refused_while_one_runs_and_welcome_after_the_decision(case, anna, running):
    with pytest.raises(Refused):
        open_meldcode(case=case, by=anna, now=NOW)
    _until_decision(running, anna)
    decide(meldcode=running, decision=Decision(MeldcodeDecision.HELP, NOW), by=anna, now=NOW)
    assert open_meldcode(case=case, by=anna, now=NOW).pk != running.pk


def test_a_closed_case_begins_none_but_a_running_one_can_be_decided(case, anna, running):
    withdraw(case=case, who="Inwoner", reason="Verhuisd", outcome="moved", by=anna, now=NOW)
    _note(running, anna, EntryKind.ACUTE)
    decide(meldcode=running, decision=Decision(MeldcodeDecision.REPORT, NOW), by=anna, now=NOW)
    with pytest.raises(Refused):
        open_meldcode(case=Case.objects.get(pk=case.pk), by=anna, now=NOW)


def test_each_entry_keeps_when_with_whom_and_by_whom(running, anna):
    _note(running, anna, EntryKind.SIGNALS)
    colleague = make_member("bram")
    entry = note(
        meldcode=running,
        done=Done(EntryKind.COLLEAGUE, NOW - timedelta(hours=3), "Wij twijfelen.", with_whom=" Bram "),
        by=anna,
        now=NOW,
    )
    kept = MeldcodeEntry.objects.get(pk=entry.pk)
    assert (kept.with_whom, kept.by, kept.recorded_at) == ("Bram", anna, NOW)
    assert kept.at == NOW - timedelta(hours=3)
    assert colleague != kept.by


def test_a_talk_that_was_not_held_needs_its_reason_and_goes_on(running, anna):
    _note(running, anna, EntryKind.SIGNALS)
    _note(running, anna, EntryKind.COLLEAGUE)
    with pytest.raises(Refused):
        _note(running, anna, EntryKind.TALK, text=" ")
    _note(running, anna, EntryKind.TALK, text="", why_not="Het kind zou gevaar lopen.")
    running.refresh_from_db(fields=["danger"])
    assert Meldcode.objects.get(pk=running.pk).state == "weighing"


@pytest.mark.parametrize(
    "done",
    [
        Done(EntryKind.SIGNALS, NOW + timedelta(minutes=1), "Straks."),
        Done(EntryKind.SIGNALS, NOW, "  "),
        Done(EntryKind.SIGNALS, NOW, why_not="Geen zin."),
        Done(EntryKind.WEIGHING, NOW, "Ernstig."),
        Done(EntryKind.AFTERWARDS, NOW, "Veilig Thuis belde."),
    ],
)
def test_an_entry_that_cannot_be_is_refused(running, anna, done):
    with pytest.raises(Refused):
        note(meldcode=running, done=done, by=anna, now=NOW)
    assert not MeldcodeEntry.objects.exists()


def test_the_weighing_asks_how_serious_it_is(running, anna):
    for kind in (EntryKind.SIGNALS, EntryKind.COLLEAGUE, EntryKind.TALK):
        _note(running, anna, kind)
    with pytest.raises(Refused) as refusal:
        _note(running, anna, EntryKind.WEIGHING)
    assert refusal.value.field == "danger"


def test_acute_danger_goes_straight_to_a_decision_in_which_not_reporting_needs_a_reason(running, anna):
    _note(running, anna, EntryKind.ACUTE, text="Het mes lag op tafel.")
    row = Meldcode.objects.get(pk=running.pk)
    assert (row.state, row.danger) == ("deciding", "acute")
    with pytest.raises(Refused) as refusal:
        decide(meldcode=row, decision=Decision(MeldcodeDecision.HELP, NOW), by=anna, now=NOW)
    assert refusal.value.field == "reason"
    given = Decision(
        MeldcodeDecision.HELP, NOW, reason="De politie heeft al gemeld.", told="Moeder weet het."
    )
    settled = decide(meldcode=row, decision=given, by=anna, now=NOW)
    assert (settled.decision, settled.reason, settled.told) == ("help", given.reason, given.told)
    assert (settled.decided_by, settled.decided_at) == (anna, NOW)


def test_what_happens_afterwards_is_added_and_changes_nothing(running, anna):
    _until_decision(running, anna)
    decide(meldcode=running, decision=Decision(MeldcodeDecision.BOTH, NOW), by=anna, now=NOW)
    _note(running, anna, EntryKind.AFTERWARDS, text="Veilig Thuis doet onderzoek.")
    with pytest.raises(Refused):
        _note(running, anna, EntryKind.VEILIG_THUIS)
    assert Meldcode.objects.get(pk=running.pk).decision == "both"


def test_its_events_hold_the_step_and_no_content(running, anna):
    _until_decision(running, anna, Danger.ACUTE)
    decide(meldcode=running, decision=Decision(MeldcodeDecision.REPORT, NOW), by=anna, now=NOW)
    codes = list(Event.objects.filter(kind="meldcode").order_by("pk").values_list("codes", flat=True))
    steps = ["opened", "signals", "colleague", "talk", "weighing", "decided"]
    assert codes == [{"meldcode": running.pk, "what": step} for step in steps]


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"category": "general"}, "meldcode_is_about_safety"),
        ({"state": "settled"}, "meldcode_settled_with_decision"),
        ({"state": "deciding"}, "meldcode_weighed"),
        ({"state": "gone"}, "meldcode_state_known"),
        ({"decision": "neither"}, "meldcode_"),
    ],
)
def test_the_database_holds_what_must_never_be(running, change, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Meldcode.objects.filter(pk=running.pk).update(**change)


def test_the_database_allows_one_running_meldcode_a_case(running, case, anna):
    with pytest.raises(IntegrityError, match="one_running_meldcode"), transaction.atomic():
        Meldcode.objects.create(case=case, category="youth_safety", by=anna, opened_at=NOW)
