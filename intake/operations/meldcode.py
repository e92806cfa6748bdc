"""The meldcode on its way: opened, step by step, decided. Only who must know of it can do or see any of this.

Source: Besluit verplichte meldcode huiselijk geweld en kindermishandeling. Its events hold the step, nothing
of what was seen or decided.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cases.enums import DataCategory, EventKind
from cases.models import Case
from cases.operations.recording import lock_case, record, step
from intake.enums.meldcode import Danger, EntryKind, MeldcodeDecision, MeldcodeState, OpenedBecause
from intake.meldcode import Move, move_of, reason_needed
from intake.models import Meldcode, MeldcodeEntry
from intake.permissions import check_works_on_meldcode
from intake.queries.event_words import DECIDED, OPENED
from intake.queries.meldcode import doubts_in
from sociaal.accounts.models import User
from sociaal.core.errors import Refused

ONWARD = {
    EntryKind.SIGNALS: "note_signals",
    EntryKind.COLLEAGUE: "consult",
    EntryKind.TALK: "talk",
    EntryKind.WEIGHING: "weigh",
    EntryKind.ACUTE: "go_straight_to_decision",
}


@dataclass(frozen=True)
class Done:
    """What was done: when, with whom, what came of it. `why_not` instead of `text`: there was no talk.

    `danger` belongs to the weighing.
    """

    kind: EntryKind
    at: datetime
    text: str = ""
    with_whom: str = ""
    why_not: str = ""
    danger: Danger | None = None


@dataclass(frozen=True)
class Decision:
    """What step 5 came to, why, and what those involved were told about it."""

    choice: MeldcodeDecision
    at: datetime
    reason: str = ""
    told: str = ""


@transaction.atomic
def open_meldcode(*, case: Case, by: User, now: datetime) -> Meldcode:
    """Begin with step 1, and keep why safety is in doubt; when nothing says so, somebody saw something.

    By contact person, deputy, case director or care coordinator. Raises Refused when one runs already or the
    case is closed.
    """
    case = lock_case(case)
    check_works_on_meldcode(by, case, now)
    if not case.is_open:
        raise Refused(_("This case is closed. New signals begin a new case."))
    if Meldcode.objects.filter(case=case).exclude(state=MeldcodeState.SETTLED).exists():
        raise Refused(_("The meldcode runs already in this case."))
    because = doubts_in(case) or [OpenedBecause.BY_HAND]
    row = Meldcode.objects.create(
        case=case, category=DataCategory.YOUTH_SAFETY, by=by, opened_at=now, because=because
    )
    _record(row, case, OPENED, by, now)
    return row


@transaction.atomic
def note(*, meldcode: Meldcode, done: Done, by: User, now: datetime) -> MeldcodeEntry:
    """Keep what was done. The step that comes now is completed by it; an earlier one gets one entry more.

    By who may open one. Raises Refused for a step that is not on yet, after the decision (but for what
    happened afterwards), for a moment to come, and for an entry that says nothing.
    """
    case, meldcode = _lock(meldcode, by, now)
    move = move_of(done.kind, MeldcodeState(meldcode.state))
    _check(done, move, now)
    entry = MeldcodeEntry.objects.create(
        meldcode=meldcode, kind=done.kind, at=done.at, by=by, recorded_at=now, text=done.text.strip(),
        with_whom=done.with_whom.strip(), why_not=done.why_not.strip(),
    )  # fmt: skip
    if done.kind == EntryKind.ACUTE:
        meldcode.danger = Danger.ACUTE
    elif done.kind == EntryKind.WEIGHING:
        meldcode.danger = done.danger or ""
    if move in (Move.ON, Move.STRAIGHT):
        step(meldcode, ONWARD[done.kind])
    meldcode.save()
    _record(meldcode, case, str(done.kind), by, now, done.at)
    return entry


def _check(done: Done, move: Move, now: datetime) -> None:
    if move == Move.NO:
        raise Refused(_("This step is not on yet, or the decision has been made. Look at what comes now."))
    if done.at > now:
        raise Refused(_("This moment is still to come."), field="at")
    if not done.text.strip() and not done.why_not.strip():
        raise Refused(_("Write down what was done."), field="text")
    if done.why_not.strip() and done.kind != EntryKind.TALK:
        raise Refused(_("Only the talk with those involved can be left out."), field="why_not")
    if done.kind == EntryKind.WEIGHING and done.danger is None:
        raise Refused(_("Choose how serious it is."), field="danger")


@transaction.atomic
def decide(*, meldcode: Meldcode, decision: Decision, by: User, now: datetime) -> Meldcode:
    """Step 5: report or not, help or not. With it the meldcode is settled.

    By who may open one. Raises Refused before the steps have been taken, for a moment to come, and when a
    reason is needed and not there (see `intake.meldcode.reason_needed`).
    """
    case, meldcode = _lock(meldcode, by, now)
    if meldcode.state != MeldcodeState.DECIDING:
        raise Refused(_("This step is not on yet, or the decision has been made. Look at what comes now."))
    if decision.at > now:
        raise Refused(_("This moment is still to come."), field="at")
    missing = reason_needed(decision.choice, meldcode.danger)
    if missing and not decision.reason.strip():
        raise Refused(str(missing), field="reason")
    meldcode.decision, meldcode.reason = decision.choice, decision.reason.strip()
    meldcode.told, meldcode.decided_at, meldcode.decided_by = decision.told.strip(), decision.at, by
    step(meldcode, "decide")
    meldcode.save()
    _record(meldcode, case, DECIDED, by, now, decision.at)
    return meldcode


def _lock(meldcode: Meldcode, by: User, now: datetime) -> tuple[Case, Meldcode]:
    """Case and meldcode, locked in that order, after checking that `by` may work on it."""
    case = lock_case(meldcode.case)
    check_works_on_meldcode(by, case, now)
    return case, Meldcode.objects.select_for_update(of=("self",)).get(pk=meldcode.pk)


def _record(
    row: Meldcode, case: Case, what: str, by: User, now: datetime, at: datetime | None = None
) -> None:
    record(EventKind.MELDCODE, case=case, by=by, now=now, occurred_at=at, meldcode=row.pk, what=what)
