"""Plan, hold and finish a conversation."""

from datetime import timedelta

import pytest
from psycopg.types.range import TimestamptzRange

from cases.models import Case, Deputyship, Event, Goal, LevelReading
from cases.operations.contacts import add_goal
from cases.operations.help_requests import join
from intake.merging import digest
from intake.models import Conversation
from intake.operations.conversations import (
    Appointment,
    finish,
    hold,
    plan_conversation,
    replan_conversation,
)
from intake.operations.notes import keep_said
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.factories import NOW, make_case, make_member, make_request

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
SAID = {
    "notes": "Ik ben gevallen.", "can_do": "Koken", "network_can": "Boodschappen", "cannot": "Traplopen",
    "level": 3, "own_words": "Ik kom de trap niet meer op.", "wish": "Zelf naar boven.",
    "at_table": "dochter", "support_offered": True,
}  # fmt: skip
OTHERS = [("bram", NotPermitted), ("carla", NotPermitted), ("dirk", NotPermitted), ("esra", NotPermitted),
          ("fatma", NotFound), ("gijs", NotPermitted), ("hanna", NotFound)]  # fmt: skip


def say(talk, by, **more):
    seen = {
        name: digest(getattr(talk, name, "")) for name in ("own_words", "wish", "at_table", "support_offered")
    }
    keep_said(conversation=talk, domain="housing", given=SAID | more, seen=seen, by=by, now=NOW)


def kinds(case):
    return list(Event.objects.filter(case=case).order_by("id").values_list("kind", flat=True))


def test_planning_brings_a_registered_case_into_conversation_and_keeps_the_words_of_the_report(anna):
    case = make_case(anna)
    row = plan_conversation(case=case, appointment=Appointment(NOW + HOUR, "thuis"), by=anna, now=NOW)
    assert Case.objects.get().status == "conversation"
    assert row.own_words == "Ik kom de trap niet meer op."
    assert "conversation_planned" in kinds(case)


def test_a_second_conversation_changes_no_status(anna, talk):
    plan_conversation(case=talk.case, appointment=Appointment(NOW + HOUR), by=anna, now=NOW)
    assert Case.objects.get().status == "conversation"
    assert Conversation.objects.count() == 2


def test_a_conversation_in_a_closed_case_is_refused(anna):
    case = make_case(anna, status="closed")
    with pytest.raises(Refused):
        plan_conversation(case=case, appointment=Appointment(NOW), by=anna, now=NOW)


def test_a_conversation_before_the_report_is_refused(anna):
    case = make_case(anna)
    with pytest.raises(Refused) as refusal:
        plan_conversation(case=case, appointment=Appointment(NOW - timedelta(days=9)), by=anna, now=NOW)
    assert refusal.value.field == "planned_date"


def test_another_moment_is_told_by_an_event_and_refused_once_held(anna, talk):
    moved = replan_conversation(
        conversation=talk, appointment=Appointment(NOW + HOUR, "kantoor"), by=anna, now=NOW
    )
    assert (moved.planned_at, moved.place) == (NOW + HOUR, "kantoor")
    assert kinds(talk.case).count("conversation_planned") == 2
    hold(conversation=talk, held_at=NOW, by=anna, now=NOW)
    with pytest.raises(Refused):
        replan_conversation(conversation=talk, appointment=Appointment(NOW + HOUR), by=anna, now=NOW)


def test_holding_counts_as_the_first_contact_once(anna, talk):
    for _ in range(2):
        hold(conversation=talk, held_at=NOW - HOUR, by=anna, now=NOW)
    assert kinds(talk.case).count("conversation_held") == 1
    assert kinds(talk.case).count("first_contact") == 1
    assert Event.objects.get(kind="conversation_held").occurred_at == NOW - HOUR


def test_a_conversation_that_is_still_to_come_was_not_held(anna, talk):
    with pytest.raises(Refused) as refusal:
        hold(conversation=talk, held_at=NOW + HOUR, by=anna, now=NOW)
    assert refusal.value.field == "held_at"


def test_finishing_needs_the_conversation_held_and_the_essentials(anna, talk):
    with pytest.raises(Refused) as refusal:
        finish(conversation=talk, by=anna, now=NOW)
    assert refusal.value.field == "held_at"
    hold(conversation=talk, held_at=NOW, by=anna, now=NOW)
    with pytest.raises(Refused):
        finish(conversation=talk, by=anna, now=NOW)
    say(talk, anna)
    case = finish(conversation=talk, by=anna, now=NOW)
    assert case.status == "weighing"
    reading = LevelReading.objects.get(case=case)
    assert (reading.moment, reading.domain, reading.level) == ("intake", "housing", 3)


def test_the_wish_becomes_a_goal_in_the_residents_words_where_it_goes_worst(anna, talk):
    say(talk, anna, wish="  Zelf naar boven.  ")
    keep_said(
        conversation=talk, domain="justice", given={"notes": "Boetes.", "level": 1}, seen={}, by=anna, now=NOW
    )
    hold(conversation=talk, held_at=NOW, by=anna, now=NOW)
    finish(conversation=talk, by=anna, now=NOW)
    goal = Goal.objects.get(plan__case=talk.case)
    assert (goal.words, goal.domain, goal.category) == ("Zelf naar boven.", "justice", "justice")
    assert "plan_changed" in kinds(talk.case)


def test_a_goal_that_is_there_already_is_not_doubled(anna, talk):
    add_goal(case=talk.case, domain="housing", words="Ik slaap boven.", by=anna, now=NOW)
    say(talk, anna)
    hold(conversation=talk, held_at=NOW, by=anna, now=NOW)
    finish(conversation=talk, by=anna, now=NOW)
    assert [goal.words for goal in Goal.objects.all()] == ["Ik slaap boven."]


def test_a_long_wish_is_a_goal_that_says_that_it_goes_on(anna, talk):
    say(talk, anna, wish="Heel lang. " * 60)
    hold(conversation=talk, held_at=NOW, by=anna, now=NOW)
    finish(conversation=talk, by=anna, now=NOW)
    goal = Goal.objects.get()
    assert len(goal.words) == 300
    assert goal.words.endswith("…")


def test_a_next_conversation_starts_from_what_no_earlier_one_holds(anna, talk):
    report = make_request(anna, resident=talk.case.resident, words="En nu is de traplift stuk.")
    join(help_request=report, case=talk.case, by=anna, now=NOW)
    second = plan_conversation(case=talk.case, appointment=Appointment(NOW + HOUR), by=anna, now=NOW)
    assert second.own_words == "En nu is de traplift stuk."


def test_another_moment_with_other_company_is_not_overwritten_by_an_open_form(anna, talk):
    seen = {"at_table": digest("")}
    keep_said(conversation=talk, domain="housing", given={"at_table": "dochter"}, seen=seen, by=anna, now=NOW,
              form="k", turn=1)  # fmt: skip
    replan_conversation(conversation=talk, appointment=Appointment(NOW, at_table="zoon"), by=anna, now=NOW)
    kept = keep_said(conversation=talk, domain="housing", given={"at_table": "dochters"}, seen=seen, by=anna,
                     now=NOW, form="k", turn=2)  # fmt: skip
    assert kept.conflicts == {"at_table": "zoon"}


def test_two_conversations_add_up(anna, talk):
    say(talk, anna, wish="", network_can="")
    second = plan_conversation(case=talk.case, appointment=Appointment(NOW + HOUR), by=anna, now=NOW)
    given = SAID | {"notes": "", "can_do": "", "level": None}
    keep_said(
        conversation=second, domain="social_network", given=given, by=anna, now=NOW,
        seen={"own_words": digest(second.own_words), "support_offered": digest(False)},
    )  # fmt: skip
    hold(conversation=second, held_at=NOW, by=anna, now=NOW)
    assert finish(conversation=second, by=anna, now=NOW).status == "weighing"


@pytest.mark.parametrize(("name", "error"), OTHERS)
def test_only_the_contact_person_plans_holds_notes_and_finishes(talk, name, error):
    other = make_member(name)
    for operation in (
        lambda: plan_conversation(case=talk.case, appointment=Appointment(NOW), by=other, now=NOW),
        lambda: replan_conversation(conversation=talk, appointment=Appointment(NOW), by=other, now=NOW),
        lambda: hold(conversation=talk, held_at=NOW, by=other, now=NOW),
        lambda: say(talk, other),
        lambda: finish(conversation=talk, by=other, now=NOW),
    ):
        with pytest.raises(error):
            operation()


def test_the_deputy_may_do_it_while_the_contact_person_is_away(anna, talk):
    bram = make_member("bram")
    Deputyship.objects.create(absent=anna, deputy=bram, during=TimestamptzRange(NOW - HOUR, NOW + HOUR))
    say(talk, bram)
    hold(conversation=talk, held_at=NOW, by=bram, now=NOW)
    assert finish(conversation=talk, by=bram, now=NOW).status == "weighing"
