"""A question that nobody sent: after one working day the team sees it, once, and it is never swept."""

import json
from datetime import timedelta

import pytest

from cases.models import Event, HelpRequest, Resident
from intake.drafts import Content
from intake.models import Draft, ReportDetails
from intake.operations import drafts, waiting_drafts
from intake.queries.inbox import inbox_of
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.audit.models import Entry
from tests.factories import NOW, ResidentFactory, TeamFactory, make_case, make_member
from tests.intake.typing import WORDS, make_draft, typed
from tests.threads import at_once

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TOMORROW = NOW + DAY


@pytest.fixture
def anna():
    return make_member("anna")


def test_after_one_working_day_the_team_sees_it_with_its_clock_from_the_beginning(anna):
    bram = make_member("bram")
    resident = ResidentFactory()
    fields = (
        ("resident", str(resident.pk)), ("channel", "counter"), ("reporter", "gp"),
        ("reporter_name", "Dr. X"), ("reporter_phone", "0101234567"),
        ("red_flags", "eviction"), ("red_flags", "no_food"),
    )  # fmt: skip
    draft = make_draft(anna, fields=fields)
    assert waiting_drafts.enter_inbox_when_due(now=TOMORROW - timedelta(minutes=1)) == 0
    assert waiting_drafts.enter_inbox_when_due(now=TOMORROW) == 1
    request = inbox_of(bram, TOMORROW).get()
    assert (request.received_at, request.words, request.resident) == (NOW, WORDS, resident)
    assert (request.channel, request.reporter, request.reporter_name) == ("counter", "gp", "Dr. X")
    assert (request.red_flags, request.registered_by) == (["eviction", "no_food"], anna)
    draft.refresh_from_db()
    assert (draft.help_request, draft.entered_at) == (request, TOMORROW)
    reported = Event.objects.get(kind="reported")
    assert (reported.occurred_at, reported.recorded_at) == (NOW, TOMORROW)
    assert Entry.objects.get(action="draft_entered_inbox").residents == [resident.pk]


def test_twice_or_by_many_at_once_it_is_one_question(anna):
    draft = make_draft(anna)
    waiting_drafts.enter_inbox_when_due(now=TOMORROW)
    assert waiting_drafts.enter_inbox_when_due(now=TOMORROW) == 0
    assert waiting_drafts.enter_inbox(draft=draft, now=TOMORROW) is None
    assert HelpRequest.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_ten_rounds_at_the_same_moment_make_one_question(anna):
    draft = make_draft(anna)
    outcomes = at_once(*[lambda: waiting_drafts.enter_inbox(draft=draft, now=TOMORROW)] * 10)
    assert sorted(type(one).__name__ for one in outcomes) == ["HelpRequest", *["NoneType"] * 9]
    assert HelpRequest.objects.count() == 1


def test_who_is_killed_halfway_leaves_whole_ones_and_the_next_round_does_the_rest(anna, monkeypatch):
    for number in range(3):
        make_draft(anna, f"Vraag {number}.", key=f"key-{number}", now=NOW + timedelta(seconds=number))
    lines = []

    def killed(action, **about):
        lines.append(action)
        if lines.count("draft_entered_inbox") == 2:
            raise SystemExit  # after the second was registered, before that was committed

    with monkeypatch.context() as patch:
        patch.setattr(log, "wrote", killed)
        with pytest.raises(SystemExit):
            waiting_drafts.enter_inbox_when_due(now=TOMORROW + DAY)
    assert HelpRequest.objects.count() == 1
    assert waiting_drafts.enter_inbox_when_due(now=TOMORROW + DAY) == 2
    assert sorted(HelpRequest.objects.values_list("words", flat=True)) == ["Vraag 0.", "Vraag 1.", "Vraag 2."]


def test_only_questions_enter_and_not_while_they_are_typed(anna):
    case = make_case(anna)
    make_draft(anna, key="b", page=f"/casus/{case.number}/afweging/")
    make_draft(anna, "", key="c", fields=(("reporter_name", "Alleen een naam"),))
    typing = make_draft(anna)
    drafts.keep(typed=typed("Nog bezig.", at=2), by=anna, now=TOMORROW)
    before = HelpRequest.objects.count()
    assert waiting_drafts.enter_inbox_when_due(now=TOMORROW + timedelta(minutes=5)) == 0
    assert waiting_drafts.enter_inbox_when_due(now=TOMORROW + timedelta(minutes=15)) == 1
    typing.refresh_from_db()
    assert HelpRequest.objects.count() == before + 1
    assert typing.help_request.words == "Nog bezig."


def test_what_cannot_be_used_as_it_stands_does_not_keep_a_question_back(anna):
    fields = (("channel", "postduif"), ("reporter", ""), ("red_flags", "?"), ("reporter_name", "x" * 500))
    make_draft(anna, fields=fields)
    waiting_drafts.enter_inbox_when_due(now=TOMORROW)
    request = HelpRequest.objects.get()
    assert (request.channel, request.reporter, request.red_flags) == ("phone", "resident", [])
    assert request.reporter_name == "x" * 120


def test_a_draft_that_cannot_be_read_keeps_no_other_question_from_the_team(anna, caplog):
    broken = make_draft(anna, "Onleesbaar.", key="a")
    Draft.objects.filter(pk=broken.pk).update(content="{")
    make_draft(anna, key="b", now=NOW + timedelta(minutes=1))
    assert waiting_drafts.enter_inbox_when_due(now=TOMORROW + DAY) == 1
    assert HelpRequest.objects.get().words == WORDS
    assert f"draft {broken.pk} cannot enter" in caplog.text


def test_a_sign_that_the_database_takes_in_no_text_keeps_no_question_back(anna):
    content = json.dumps({"title": "T", "fields": [["words", "Ik\0 val."]], "hidden": []})
    make_draft(anna)
    Draft.objects.update(content=content)
    assert waiting_drafts.enter_inbox_when_due(now=TOMORROW) == 1
    assert HelpRequest.objects.get().words == "Ik val."


def test_a_newcomer_goes_along_unchecked_and_becomes_no_resident_by_itself(anna):
    fields = (("new_first_names", "Aaltje"), ("new_last_name", "Vries"), ("new_birth_date", "1951-03-12"))
    make_draft(anna, fields=fields)
    make_draft(anna, key="b", fields=(("new_last_name", "Bakker"), ("new_birth_date", "1951-13-45")))
    waiting_drafts.enter_inbox_when_due(now=TOMORROW)
    first, second = ReportDetails.objects.order_by("pk")
    assert (first.first_names, first.last_name, str(first.birth_date)) == ("Aaltje", "Vries", "1951-03-12")
    assert (second.last_name, second.birth_date) == ("Bakker", None)
    assert not Resident.objects.exists()


def test_whoever_left_leaves_no_question_behind(anna):
    resident = ResidentFactory()
    make_draft(anna, fields=(("resident", str(resident.pk)),))
    User.objects.filter(pk=anna.pk).update(is_active=False)
    waiting_drafts.enter_inbox_when_due(now=TOMORROW)
    request = HelpRequest.objects.get()
    assert (request.registered_by, request.team, request.resident) == (None, anna.team, resident)


def test_without_any_team_it_stays_where_its_owner_sees_it(anna):
    draft = make_draft(anna)
    User.objects.filter(pk=anna.pk).update(team=None)
    Draft.objects.update(team=None)
    assert waiting_drafts.enter_inbox_when_due(now=TOMORROW) == 0
    User.objects.filter(pk=anna.pk).update(team=TeamFactory(name="Wijkteam West"))
    assert waiting_drafts.enter_inbox_when_due(now=TOMORROW) == 1
    draft.refresh_from_db()
    assert draft.help_request.team.name == "Wijkteam West"


def test_empty_drafts_go_at_night_and_nothing_else_ever(anna):
    empty = make_draft(anna, key="empty")
    drafts.keep(typed=typed("", key="empty", at=2, nothing=True), by=anna, now=NOW)
    kept = [make_draft(anna, key="a"), make_draft(anna, key="b", page="/")]
    assert waiting_drafts.sweep(now=NOW + timedelta(hours=23)) == 0
    assert waiting_drafts.sweep(now=NOW + timedelta(hours=25)) == 1
    waiting_drafts.sweep(now=NOW + timedelta(days=4000))
    assert not Draft.objects.filter(pk=empty.pk).exists()
    assert set(Draft.objects.all()) == set(kept)


def test_what_entered_the_inbox_goes_after_a_month_unless_something_was_added(anna):
    make_draft(anna, key="a")
    make_draft(anna, key="b")
    waiting_drafts.enter_inbox_when_due(now=TOMORROW)
    drafts.keep(typed=typed("Met meer erbij.", key="b", at=2), by=anna, now=TOMORROW + DAY)
    waiting_drafts.sweep(now=TOMORROW + timedelta(days=29))
    assert Draft.objects.count() == 2
    waiting_drafts.sweep(now=TOMORROW + timedelta(days=31))
    assert Content.read(Draft.objects.get().content).question == "Met meer erbij."
