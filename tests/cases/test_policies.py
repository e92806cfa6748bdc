"""May it happen now? Each guard of `design.md` section 5, with what it says when it may not."""

from datetime import date, datetime, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import policies
from cases.enums import (
    ArrangementState,
    DataCategory,
    DocumentKind,
    HandoverReason,
    Law,
    Outcome,
    ProcedureState,
    WayIn,
    Weight,
)
from cases.policies import Essentials
from sociaal.core.errors import Refused

COMPLETE = {"own_words": "De trap", "wish": "Boven", "own_strength_asked": True, "network_asked": True,
            "domains_touched": 1}  # fmt: skip
DAY = timedelta(days=1)
REPORTED = date(2026, 1, 5)
CLOSED_AT = datetime.fromisoformat("2026-01-05T12:00:00+01:00")


def allowed(check, *args, **named):
    try:
        check(*args, **named)
    except Refused:
        return False
    return True


# --- the conversation -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "lacks", [{"own_words": " "}, {"wish": ""}, {"own_strength_asked": False}, {"network_asked": False},
              {"domains_touched": 0}],
)  # fmt: skip
def test_a_conversation_is_not_finished_without_each_essential_and_says_which(lacks):
    assert len(policies.missing_essentials(Essentials(**COMPLETE | lacks))) == 1
    with pytest.raises(Refused) as refusal:
        policies.check_essentials(Essentials(**COMPLETE | lacks))
    assert policies.missing_essentials(Essentials(**COMPLETE | lacks))[0] in str(refusal.value)


def test_a_conversation_with_all_essentials_is_finished():
    assert allowed(policies.check_essentials, Essentials(**COMPLETE))


@pytest.mark.parametrize("planned", [True, False])
def test_a_conversation_starts_when_one_is_planned(planned):
    assert allowed(policies.check_conversation_planned, planned) == planned


# --- applications and decisions -------------------------------------------------------------------------
OPEN = ("reported", "investigating", "applied")


@pytest.mark.parametrize("state", ProcedureState.values)
def test_an_open_application_keeps_the_solution_waiting_and_asks_for_a_decision(state):
    states = ["final", state]
    assert allowed(policies.check_no_open_application, states) == (state not in OPEN)
    assert allowed(policies.check_all_decided, states) == (state not in OPEN)
    assert allowed(policies.check_has_open_application, states) == (state in OPEN)


@pytest.mark.parametrize(
    ("outcomes", "pending", "nothing"),
    [
        (["refused"], 0, True), ([], 0, True), (["refused"], 1, False), (["granted"], 0, False),
        (["partly"], 0, False), (["refused", "granted"], 0, False),
    ],
)  # fmt: skip
def test_a_case_ends_after_its_decisions_when_nothing_was_granted_and_nothing_lighter_agreed(
    outcomes, pending, nothing
):
    assert policies.nothing_remains(outcomes, pending) == nothing


@pytest.mark.parametrize(
    ("law", "way_in", "days", "held", "may"),
    [
        (Law.WMO, WayIn.MUNICIPALITY, 3, False, False),
        (Law.WMO, WayIn.MUNICIPALITY, 3, True, True),
        (Law.WMO, WayIn.MUNICIPALITY, 41, False, False),
        (Law.WMO, WayIn.MUNICIPALITY, 42, False, True),  # 2.3.2 lid 9: six weeks have passed
        (Law.WMO, WayIn.GP, 3, False, True),
        (Law.JEUGDWET, WayIn.MUNICIPALITY, 0, False, True),
        (Law.WGS, WayIn.MUNICIPALITY, 0, False, True),
        (Law.PARTICIPATIEWET, WayIn.MUNICIPALITY, 0, False, True),
        (Law.JEUGDWET, WayIn.COURT, -1, True, False),
    ],
)
def test_an_application_is_made_whenever_the_law_gives_the_right(law, way_in, days, held, may):
    applied = REPORTED + days * DAY
    assert allowed(policies.check_can_apply, law, way_in, REPORTED, applied, held) == may


@pytest.mark.parametrize(("days", "may"), [(-1, False), (0, True), (1, True)])
def test_deciding_follows_applying_and_sending_follows_deciding(days, may):
    assert allowed(policies.check_decision_date, REPORTED, REPORTED + days * DAY) == may
    assert allowed(policies.check_sent_date, REPORTED, REPORTED + days * DAY) == may


# --- help -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("weight", Weight.values)
@pytest.mark.parametrize("decision", [None, "", "refused", "granted", "partly"])
def test_only_specialist_support_needs_a_decision_that_grants_it(weight, decision):
    may = weight != "specialist" or decision in ("granted", "partly")
    assert allowed(policies.check_may_start, weight, decision) == may


@pytest.mark.parametrize("state", ArrangementState.values)
def test_help_that_runs_or_is_on_its_way_keeps_a_case_open_and_help_that_runs_is_support(state):
    close = partial(policies.check_can_close, outcome=Outcome.GOALS_REACHED, levels_recorded=True)
    assert allowed(close, [state]) == (state in ("refused", "ended", "cancelled"))
    assert allowed(policies.check_support_started, [state]) == (state in ("started", "paused"))


@pytest.mark.parametrize(
    ("outcome", "levels", "may"),
    [("goals_reached", True, True), ("", True, False), ("other", True, False), ("moved", False, False)],
)
def test_a_case_is_closed_with_an_outcome_and_levels(outcome, levels, may):
    assert allowed(policies.check_can_close, [], outcome, levels) == may


@pytest.mark.parametrize(
    ("goals", "lighter", "may"),
    [(True, "Nog niet", True), (False, "Nog niet", False), (True, "  ", False)],
)
def test_help_goes_on_after_looking_at_goals_and_at_lighter_help(goals, lighter, may):
    assert allowed(policies.check_can_continue, goals, lighter) == may


# --- closing undone, handover ---------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("later", "reason", "may"),
    [
        (timedelta(0), "Fout", True), (14 * DAY, "Fout", True),
        (14 * DAY + timedelta(seconds=1), "Fout", False), (DAY, " ", False),
    ],
)  # fmt: skip
def test_a_closing_is_undone_within_14_days_and_with_a_reason(later, reason, may):
    assert allowed(policies.check_can_undo_close, CLOSED_AT, CLOSED_AT + later, reason) == may


@pytest.mark.parametrize("reason", [*HandoverReason.values, "workload", "end_of_phase", ""])
@pytest.mark.parametrize("by_manager", [True, False])
def test_a_handover_has_a_reason_from_the_list_and_only_a_manager_overrules(reason, by_manager):
    may = reason in HandoverReason.values and (reason != "overruled" or by_manager)
    check = partial(policies.check_handover, reason, "Zij weet het.", "Schulden.", by_manager=by_manager)
    assert allowed(check) == may


@pytest.mark.parametrize(("told", "why"), [("", "Schulden."), (" ", "Schulden."), ("Zij weet het.", "")])
def test_a_handover_says_why_and_what_the_resident_was_told(told, why):
    assert not allowed(policies.check_handover, "expertise", told, why, by_manager=False)


@given(st.text())
def test_a_reason_is_more_than_blanks(words):
    assert allowed(policies.check_reason, words) == bool(words.strip())


@pytest.mark.parametrize("kind", DocumentKind.values)
@pytest.mark.parametrize("category", DataCategory.values)
@pytest.mark.parametrize("later", [-1, 0, 1])
def test_a_document_about_health_or_money_is_not_general_and_none_is_of_tomorrow(kind, category, later):
    may = later < 1 and not (kind in ("medical", "income") and category == "general")
    assert allowed(policies.check_document, kind, category, REPORTED + later * DAY, REPORTED) == may
