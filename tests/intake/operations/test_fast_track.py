"""From the question to help in one transaction."""

from dataclasses import replace

import pytest

from cases.models import Arrangement, Case, Event, Procedure, Weighing
from cases.operations import procedures
from intake.merging import digest
from intake.models import Conversation, DomainNote
from intake.operations.fast_track import Answers, Decision, FastTrack, run_fast_track
from intake.operations.notes import SaidMeanwhileError
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.cases.operations.test_applicants import living_with
from tests.factories import NOW, ProvisionFactory, make_case, make_member

pytestmark = pytest.mark.django_db
WORDS = "Ik kom de trap niet meer op."
SEEN = {"own_words": digest(WORDS), "wish": digest("")}
ANSWERS = Answers(
    own_words=WORDS, wish="Naar boven.", domain="housing", can_do="Koken", network_can="De buurvrouw",
    level=3, seen=SEEN,
)  # fmt: skip


def given(weight="general", **more):
    facts = {
        "provision": ProvisionFactory(weight=weight), "behind_question": "Bang om te vallen.",
        "social_base": "De zoon maakt een leuning.", "why_not_social_base": "Hij woont ver weg.",
        "safety_at_stake": False, "clear_how": True, "stable": True, "parties_needed": 1, "answers": ANSWERS,
    }  # fmt: skip
    return FastTrack(**(facts | more))


def run(case, by, **more):
    return run_fast_track(case=case, given=given(**more), by=by, now=NOW)


def kinds(case):
    return list(Event.objects.filter(case=case).order_by("id").values_list("kind", flat=True))


def test_a_registered_question_has_help_agreed_with_every_event_on_the_way(anna):
    case = run(make_case(anna), anna)
    assert (case.status, case.track, case.weight) == ("arranging", "fast", "general")
    steps = [
        event.codes["step"] for event in Event.objects.filter(case=case, kind="status_changed").order_by("id")
    ]
    assert steps == ["start_conversation", "finish_conversation", "choose_solution"]
    expected = ["conversation_planned", "conversation_held", "first_contact", "levels_recorded", "weighed",
                "arrangement_changed", "solution_agreed"]  # fmt: skip
    happened = kinds(case)
    positions = [happened.index(kind) for kind in expected]
    assert positions == sorted(positions)


def test_help_that_starts_at_once_brings_the_case_to_support(anna):
    assert run(make_case(anna), anna, weight="social_base", start_now=True).status == "supported"
    assert Arrangement.objects.get().state == "started"


def test_a_planned_conversation_becomes_this_one(anna, talk):
    run(talk.case, anna)
    row = Conversation.objects.get()
    assert (row.held_at, row.wish) == (NOW, "Naar boven.")


def test_what_was_noted_before_stays(anna, talk):
    DomainNote.objects.create(conversation=talk, domain="housing", can_do="Zelf douchen")
    run(talk.case, anna)
    assert DomainNote.objects.get().can_do == "Zelf douchen\nKoken"


def test_words_that_a_colleague_changed_meanwhile_are_not_overwritten(anna, talk):
    Conversation.objects.update(wish="Verhuizen.")
    with pytest.raises(SaidMeanwhileError):
        run(talk.case, anna)
    assert Case.objects.get().status == "conversation"


def test_after_the_conversation_only_the_rest_is_done(anna):
    case = run(make_case(anna, status="weighing"), anna, answers=None)
    assert case.status == "arranging"
    assert not Conversation.objects.exists()


def test_a_decision_is_applied_for_and_made_in_the_same_go(anna):
    case = run(make_case(anna), anna, decision=Decision("wmo", "Past bij de wens."))
    procedure = Procedure.objects.get()
    assert (case.status, procedure.outcome, procedure.mandate_holder) == ("arranging", "granted", anna)
    assert Arrangement.objects.get().procedure == procedure
    assert {"applied", "decided"} <= set(kinds(case))


def test_an_open_procedure_of_that_law_is_used(anna):
    case = make_case(anna)
    procedures.open_procedure(case=case, law="wmo", subject="Traplift", by=anna, now=NOW)
    run(case, anna, decision=Decision("wmo", "Past bij de wens."))
    assert Procedure.objects.count() == 1


def test_a_decision_without_the_mandate_changes_nothing():
    bram = make_member("bram")
    case = make_case(bram)
    with pytest.raises(NotPermitted):
        run(case, bram, decision=Decision("jeugdwet", "Past bij de wens."))
    assert Case.objects.get().status == "registered"


def test_specialist_support_asks_for_a_second_reader(anna):
    case = make_case(anna)
    with pytest.raises(Refused) as refusal:
        run(case, anna, weight="specialist")
    assert refusal.value.field == "second_reader"
    assert Case.objects.get().status == "registered"


def test_help_for_another_of_the_household_is_theirs_with_its_application_and_decision(anna):
    case = make_case(anna)
    partner = living_with(case.resident)
    case = run(case, anna, resident=partner, decision=Decision("wmo", "Past bij de wens."))
    assert Arrangement.objects.get().resident == Procedure.objects.get().applicant == partner
    assert case.resident != partner


def test_an_open_question_becomes_theirs_and_an_application_of_somebody_else_does_not(anna):
    case = make_case(anna)
    partner = living_with(case.resident)
    row = procedures.open_procedure(case=case, law="wmo", subject="Scootmobiel", by=anna, now=NOW)
    run(case, anna, resident=partner, decision=Decision("wmo", "Past bij de wens."))
    row = Procedure.objects.get()
    assert (row.state, row.applicant) == ("decided", partner)
    other = make_case(anna, status="weighing")
    row = procedures.open_procedure(case=other, law="wgs", subject="Schulden", by=anna, now=NOW)
    procedures.apply(procedure=row, applied_date=NOW.date(), by=anna, now=NOW)
    theirs = living_with(other.resident)
    with pytest.raises(Refused):  # the other application waits for its own decision
        run(other, anna, answers=None, resident=theirs, decision=Decision("wgs", "Past bij de wens."))
    row = Procedure.objects.get(case=other)
    assert (row.state, row.applicant) == ("applied", other.resident)


@pytest.mark.parametrize("hidden", [{}, {"confidential_address": True}])
def test_help_is_not_for_whom_the_case_does_not_concern_or_we_may_not_know(anna, hidden):
    case = make_case(anna)
    whom = living_with(case.resident, **hidden) if hidden else make_case(anna).resident
    with pytest.raises(Refused) as refusal:
        run(case, anna, resident=whom)
    assert refusal.value.field == "resident"


@pytest.mark.parametrize(
    "answer",
    [{"safety_at_stake": True}, {"clear_how": False}, {"stable": False}, {"parties_needed": 2}],
)
def test_what_is_not_simple_and_stable_takes_the_other_route(anna, answer):
    with pytest.raises(Refused):
        run(make_case(anna), anna, **answer)
    assert not Weighing.objects.exists()


@pytest.mark.parametrize(
    "missing",
    [{"behind_question": ""}, {"social_base": " "}, {"why_not_social_base": ""},
     {"answers": replace(ANSWERS, wish="")}, {"answers": replace(ANSWERS, can_do="")},
     {"answers": replace(ANSWERS, network_can="")}, {"answers": None}],
)  # fmt: skip
def test_every_guard_still_guards_and_nothing_is_left_halfway(anna, missing):
    case = make_case(anna)
    before = kinds(case)
    with pytest.raises(Refused):
        run(case, anna, **missing)
    assert Case.objects.get().status == "registered"
    assert kinds(case) == before


@pytest.mark.parametrize("status", ["arranging", "supported", "closed"])
def test_after_the_weighing_there_is_no_fast_track(anna, status):
    with pytest.raises(Refused):
        run(make_case(anna, status=status), anna)


@pytest.mark.parametrize(
    ("name", "error"),
    [("bram", NotPermitted), ("carla", NotPermitted), ("dirk", NotPermitted), ("esra", NotPermitted),
     ("fatma", NotFound), ("gijs", NotPermitted), ("hanna", NotFound)],
)  # fmt: skip
def test_only_who_works_on_the_case_runs_it(anna, name, error):
    with pytest.raises(error):
        run(make_case(anna), make_member(name))
