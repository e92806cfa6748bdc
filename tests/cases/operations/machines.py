"""The state machines of the file as the design describes them, for the one table-driven test of them all.

Written down again here, by hand, from `design.md` section 5: the test compares this with what the code does.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from cases.models import Arrangement, Case, Handover, HelpRequest, Procedure
from tests.cases.operations import doing
from tests.cases.operations.who import (
    FROM_SUPPORTED,
    IN_TEAM,
    READS,
    RECEIVES,
    TAKES_BACK,
    UNDOES,
    WORKS_ON,
    of_case,
)

Who = Mapping[str, str]
"""Relation to yes, 403 or 404."""


@dataclass(frozen=True)
class Step:
    """One transition: from which states to which, who may take it, and how it is done."""

    to: Mapping[str, str]
    """State before to state after."""
    do: Callable[..., object]
    """`do(thing, by)` calls the operation."""
    who: Callable[[str], Who] | None = None
    """From the state to who may; None: as the machine's other steps."""
    prepare: Callable[[Any], None] = doing.nothing
    """Makes the guard true in every state, so that it is the state that refuses."""


@dataclass(frozen=True)
class Machine:
    model: type[models.Model]
    field: str
    make: Callable[[str], tuple[Any, dict[str, Any]]]
    """From a state to a thing in that state, and everybody around it."""
    who: Callable[[str], Who]
    """From the state to who may take the steps, where a step does not say otherwise."""
    steps: Mapping[str, Step]


def each(target: str, *sources: str) -> dict[str, str]:
    return dict.fromkeys(sources, target)


HELP_STATES = (
    "proposed", "requested", "accepted", "refused", "started", "paused", "ended", "cancelled",
)  # fmt: skip


def itself(*states: str) -> dict[str, str]:
    """Back to the state it had when the closing ended it; what had ended before stays so."""
    return {state: state for state in states}


OPEN = ("registered", "conversation", "weighing", "deciding", "arranging", "supported", "reviewing")

CASE = Machine(
    Case, "status", doing.case_in, lambda state: of_case(state, WORKS_ON),
    {
        "start_conversation": Step(each("conversation", "registered"), doing.start_conversation),
        "answer_directly": Step(each("closed", "registered"), doing.answer_directly),
        "finish_conversation": Step(each("weighing", "conversation"), doing.finish_conversation),
        "choose_solution": Step(
            each("arranging", "weighing"), doing.choose_solution, prepare=doing.weighed_and_settled
        ),
        "await_decision": Step(
            each("deciding", "weighing"), doing.await_decision, prepare=doing.weighed_and_applied
        ),
        "settle_decisions": Step(each("arranging", "deciding"), doing.settle, prepare=doing.granted),
        "close_after_refusal": Step(each("closed", "deciding"), doing.settle, prepare=doing.refused),
        "start_support": Step(each("supported", "arranging"), doing.start_support, prepare=doing.helped),
        "start_review": Step(each("reviewing", "supported"), doing.start_review),
        "continue_support": Step(each("supported", "reviewing"), doing.continue_support),
        "change_support": Step(
            each("arranging", "reviewing"), doing.change_support, prepare=doing.weighed_and_settled
        ),
        "close": Step(
            each("closed", "arranging", "supported", "reviewing"), doing.close, prepare=doing.finished
        ),
        "withdraw": Step(each("closed", *OPEN), doing.withdraw),
        "undo_close": Step(
            each("reviewing", "closed"), doing.undo_close, who=lambda state: of_case(state, UNDOES)
        ),
    },
)  # fmt: skip

PROCEDURE = Machine(
    Procedure, "state", doing.procedure_in, lambda state: WORKS_ON,
    {
        "investigate": Step(each("investigating", "reported"), doing.investigate),
        "apply": Step(each("applied", "reported", "investigating"), doing.apply),
        "decide": Step(each("decided", "applied"), doing.decide, who=lambda state: READS),
        "become_final": Step(each("final", "decided"), doing.make_final, prepare=doing.sent),
        "withdraw": Step(
            each("withdrawn", "reported", "investigating", "applied"), doing.withdraw_application
        ),
        "undo_withdraw": Step(
            itself("reported", "investigating", "applied", "decided", "final", "withdrawn"),
            doing.undo_close_around, who=lambda state: of_case("closed", UNDOES), prepare=doing.withdrawn,
        ),
    },
)  # fmt: skip

ARRANGEMENT = Machine(
    Arrangement, "state", doing.arrangement_in, lambda state: FROM_SUPPORTED,
    {
        "request": Step(each("requested", "proposed"), doing.request),
        "accept": Step(each("accepted", "requested"), doing.accept),
        "refuse": Step(each("refused", "requested"), doing.refuse),
        "start": Step(each("started", "accepted"), doing.start),
        "pause": Step(each("paused", "started"), doing.pause),
        "resume": Step(each("started", "paused"), doing.resume),
        "end": Step(each("ended", "started", "paused"), doing.end),
        "cancel": Step(each("cancelled", "proposed", "requested", "accepted"), doing.cancel),
        "undo_end": Step(
            itself(*HELP_STATES), doing.undo_close_around,
            who=lambda state: of_case("closed", UNDOES), prepare=doing.withdrawn,
        ),
        "undo_cancel": Step(
            itself(*HELP_STATES), doing.undo_close_around,
            who=lambda state: of_case("closed", UNDOES), prepare=doing.withdrawn,
        ),
    },
)  # fmt: skip

HELP_REQUEST = Machine(
    HelpRequest, "state", doing.request_in, lambda state: IN_TEAM,
    {
        "take_up": Step(each("taken_up", "new"), doing.take_up),
        "join": Step(each("joined", "new"), doing.join),
        "give_answer": Step(each("answered", "new"), doing.answer),
        "discard": Step(each("discarded", "new"), doing.discard),
        "put_back": Step(each("new", "discarded"), doing.put_back),
    },
)  # fmt: skip

HANDOVER = Machine(
    Handover, "state", doing.handover_in, lambda state: RECEIVES,
    {
        "accept": Step(each("accepted", "asked"), doing.accept_handover),
        "refuse": Step(each("refused", "asked"), doing.refuse_handover),
        "cancel": Step(each("cancelled", "asked"), doing.cancel_handover, who=lambda state: TAKES_BACK),
    },
)  # fmt: skip

MACHINES = (CASE, PROCEDURE, ARRANGEMENT, HELP_REQUEST, HANDOVER)
