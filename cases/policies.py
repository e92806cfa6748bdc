"""May it happen now? Pure rules over plain data; each raises `Refused` with what is missing, or returns
nothing.

The transitions and their guards: `design.md` section 5.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from cases.enums import (
    ArrangementState,
    CaseStatus,
    DataCategory,
    DocumentKind,
    HandoverReason,
    Law,
    Outcome,
    ProcedureState,
    WayIn,
    Weight,
)
from sociaal.core.errors import Refused

UNDO_CLOSE_WITHIN = timedelta(days=14)
PUT_BACK_WITHIN = timedelta(days=14)
READING_GRANT_FOR = timedelta(days=30)
BREAK_GLASS_FOR = timedelta(minutes=60)
WMO_INVESTIGATION = timedelta(weeks=6)
LONGEST_SUSPENSION = timedelta(days=365)
"""A day further ahead is a slip of the pen."""
REPEATED_HANDOVER_WITHIN = timedelta(days=365)

WEIGHED_IN = frozenset({CaseStatus.WEIGHING, CaseStatus.REVIEWING})
OPEN_PROCEDURES = frozenset({ProcedureState.REPORTED, ProcedureState.INVESTIGATING, ProcedureState.APPLIED})
RUNNING = frozenset({ArrangementState.STARTED, ArrangementState.PAUSED})
NEVER_GENERAL = frozenset({DocumentKind.MEDICAL, DocumentKind.INCOME})
PENDING = frozenset({ArrangementState.PROPOSED, ArrangementState.REQUESTED, ArrangementState.ACCEPTED})


@dataclass(frozen=True)
class Essentials:
    """What must be known before a conversation is finished; not more than this."""

    own_words: str
    wish: str
    own_strength_asked: bool
    network_asked: bool
    domains_touched: int


def missing_essentials(essentials: Essentials) -> list[str]:
    """What a colleague would still ask, in words."""
    checks = (
        (essentials.own_words.strip(), _("the question in the resident's own words")),
        (essentials.wish.strip(), _("what the resident wants to reach")),
        (essentials.own_strength_asked, _("what the resident can do")),
        (essentials.network_asked, _("what the network can do")),
        (essentials.domains_touched, _("at least one life domain")),
    )
    return [words for present, words in checks if not present]


def check_essentials(essentials: Essentials) -> None:
    """Guard of `finish_conversation`."""
    missing = missing_essentials(essentials)
    if missing:
        raise Refused(
            _("Before you finish the conversation, still note: %(what)s.") % {"what": ", ".join(missing)}
        )


def check_conversation_planned(planned: bool) -> None:
    """Guard of `start_conversation`: one is planned or held."""
    if not planned:
        raise Refused(_("Plan a conversation first."))


def check_no_open_application(states: Collection[str]) -> None:
    """Guard of `choose_solution`."""
    if set(states) & OPEN_PROCEDURES:
        raise Refused(_("An application is still open. Wait for the decision, or withdraw the application."))


def check_applications_decided(states: Collection[str]) -> None:
    """Guard of `close`: who applied gets a decision (Awb 4:13), and what was reported is not left lying."""
    if ProcedureState.APPLIED in states:
        raise Refused(_("An application is still open. Wait for the decision, or withdraw the application."))
    if set(states) & OPEN_PROCEDURES:
        raise Refused(_("A procedure still runs. Go on with it, or note there that it is taken back."))


def check_has_open_application(states: Collection[str]) -> None:
    """Guard of `await_decision`."""
    if not set(states) & OPEN_PROCEDURES:
        raise Refused(_("There is no open application to decide on. Open a procedure first."))


def check_all_decided(states: Collection[str]) -> None:
    """Guard of `settle_decisions`: every application decided (or withdrawn)."""
    if set(states) & OPEN_PROCEDURES:
        raise Refused(_("Not every application has been decided."))


def nothing_remains(outcomes: Collection[str], pending_arrangements: int) -> bool:
    """Whether a case ends after its decisions: nothing granted and no lighter help agreed."""
    return not set(outcomes) & {"granted", "partly"} and not pending_arrangements


def check_can_apply(law: str, way_in: str, reported: date, applied: date, conversation_held: bool) -> None:
    """An application under the Wmo follows the onderzoek, unless its six weeks have passed (2.3.2 lid 9).

    The other laws give the right to apply at any time, and so do the ways in that skip our weighing.
    """
    if applied < reported:
        raise Refused(_("The application cannot be earlier than the report."), field="applied_date")
    if law != Law.WMO or way_in != WayIn.MUNICIPALITY or conversation_held:
        return
    if applied < reported + WMO_INVESTIGATION:
        raise Refused(
            _("Under the Wmo an application follows the conversation, or the six weeks of the investigation.")
        )


def check_suspension(applied: date, first: date, last: date | None, today: date) -> None:
    """The days of a suspension: after the application came, in order, and not years ahead."""
    if first < applied:
        raise Refused(_("The term does not run before the application."), field="from_date")
    if last is not None and last < first:
        raise Refused(_("The suspension ends before it begins."), field="until_date")
    if max(first, last or first) > today + LONGEST_SUSPENSION:
        field = "until_date" if last else "from_date"
        raise Refused(_("This day is more than a year ahead."), field=field)


def check_decision_date(applied: date, decided: date) -> None:
    if decided < applied:
        raise Refused(_("The decision cannot be earlier than the application."), field="decided_date")


def check_sent_date(decided: date, sent: date) -> None:
    if sent < decided:
        raise Refused(_("The decision cannot be sent before it was made."), field="sent_date")


def check_may_start(weight: str, decision: str | None) -> None:
    """Specialist support starts only on a decision that grants it."""
    if weight == Weight.SPECIALIST and decision not in ("granted", "partly"):
        raise Refused(_("Specialist support needs a decision that grants it before it can start."))


def check_support_started(states: Collection[str]) -> None:
    """Guard of `start_support`."""
    if not set(states) & RUNNING:
        raise Refused(_("No help has started yet."))


def check_can_continue(goals_looked_at: bool, lighter_considered: str) -> None:
    """Guard of `continue_support`: goals looked at, lighter considered."""
    if not goals_looked_at:
        raise Refused(_("Look at the goals together first."))
    if not lighter_considered.strip():
        raise Refused(_("Note why lighter help is not possible yet."), field="lighter")


def check_look_again(weight: str, day: date | None, today: date) -> None:
    """Specialist support that goes on is looked at again on a day to come."""
    if day is None and weight == Weight.SPECIALIST:
        raise Refused(
            _("Choose a day on which you look again whether lighter is possible."), field="look_again_date"
        )
    if day is not None and day <= today:
        raise Refused(_("The day on which you look again must lie in the future."), field="look_again_date")


def check_can_close(states: Collection[str], outcome: str, levels_recorded: bool) -> None:
    """Guard of `close`: no arrangement runs or is on its way, outcome and levels recorded."""
    if set(states) & RUNNING:
        raise Refused(_("Help is still running. End it first."))
    if set(states) & PENDING:
        raise Refused(_("Help is still being arranged. Cancel or start it first."))
    if outcome not in set(Outcome):
        raise Refused(_("Choose how the case ended."), field="outcome")
    if not levels_recorded:
        raise Refused(_("Note how the resident manages now, in at least one life domain."))


def check_is_closed(is_open: bool) -> None:
    if is_open:
        raise Refused(_("This case is open; there is no closing to undo."))


def check_can_undo_close(closed_at: datetime, now: datetime, reason: str) -> None:
    """Guard of `undo_close`: within 14 days, with a reason."""
    if now - closed_at > UNDO_CLOSE_WITHIN:
        raise Refused(
            _("Closing can be undone within 14 days. Register a new question; it follows this case.")
        )
    check_reason(reason)


def check_can_put_back(discarded_at: datetime, now: datetime, reason: str) -> None:
    """A report that was discarded by mistake: within 14 days, with a reason."""
    if now - discarded_at > PUT_BACK_WITHIN:
        raise Refused(_("A report can be put back within 14 days. Register the question anew."))
    check_reason(reason)


def check_reason(reason: str, field: str = "reason") -> None:
    if not reason.strip():
        raise Refused(_("Write down why."), field=field)


def check_handover(reason: str, told_resident: str, explanation: str, *, by_manager: bool) -> None:
    """A handover needs a reason from the list. Overruling is for the manager, and counts as waste."""
    if reason not in set(HandoverReason):
        raise Refused(
            _("Choose a reason from the list. Workload or the end of a phase is no reason."), field="reason"
        )
    if reason == HandoverReason.OVERRULED and not by_manager:
        raise Refused(_("Only a manager can overrule."), field="reason")
    check_reason(explanation, "explanation")
    if not told_resident.strip():
        raise Refused(_("Write down what the resident was told."), field="told_resident")


def check_exception(rule: str, reason: str) -> None:
    """An exception names the rule that is in the way, and says why it harms; or there is none."""
    if reason.strip() and not rule.strip():
        raise Refused(_("Write down which law or policy is in the way."), field="exception_rule")
    if rule.strip() and not reason.strip():
        raise Refused(_("Write down why the rule harms here."), field="exception_reason")


def check_document(kind: str, category: str, dated: date, today: date) -> None:
    """What tells of somebody's health or money is not about everything in general: a partner with whom the
    general part of a case is shared would see it.
    """
    if kind in NEVER_GENERAL and category == DataCategory.GENERAL:
        raise Refused(
            _("What tells of health or money is not general. Choose what it is about."), field="category"
        )
    if dated > today:
        raise Refused(_("The date of a document cannot lie in the future."), field="dated")
