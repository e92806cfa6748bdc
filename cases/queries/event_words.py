"""An event as a line of the timeline: title, text and the page it leads to."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.enums import (
    ArrangementState,
    CaseRoleKind,
    CaseStatus,
    ContactKind,
    DocumentKind,
    EventKind,
    HandoverReason,
    LevelMoment,
    Outcome,
    Weight,
)
from cases.permissions import Access
from cases.queries.procedure_words import Line, procedure_line
from cases.terms import TermCode
from sociaal.core.links import link

LEFT_OUT = (
    EventKind.WAIT_OPENED,
    EventKind.WAIT_CLOSED,
    EventKind.REPORTED,
    EventKind.JOINED,
    EventKind.TERM_CLOSED,
)
"""Not told as moments: waits are stretches, questions tell themselves, a term ends where the next begins."""


@dataclass(frozen=True)
class Known:
    """What events point at, by key."""

    contacts: Mapping[int, Any] = field(default_factory=dict)
    arrangements: Mapping[int, Any] = field(default_factory=dict)
    procedures: Mapping[int, Any] = field(default_factory=dict)
    goals: Mapping[int, Any] = field(default_factory=dict)
    documents: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    """What the newest event says of each (`documents_of`)."""
    weighings: Mapping[int, Any] = field(default_factory=dict)
    people: Mapping[int, str] = field(default_factory=dict)
    outcome_note: str = ""


def tell(event: Any, known: Known, access: Access) -> Line | None:
    """The line of this event, or None when it says nothing that another line does not say."""
    teller = TELLERS.get(event.kind)
    if teller:
        return teller(event.codes, known, access)
    return str(EventKind(event.kind).label), "", ""


def hidden() -> str:
    return _("This part of the file is not shown to you.")


def _contact(codes: Mapping[str, Any], known: Known, access: Access) -> Line:
    moment = known.contacts.get(codes.get("contact", 0))
    how = codes.get("how", "")
    title = str(ContactKind(how).label) if how in set(ContactKind) else str(EventKind.CONTACT.label)
    if moment is None:
        return title, "", ""
    return title, moment.summary if access.may_see(moment.category) else hidden(), ""


def _first_contact(codes: Mapping[str, Any], known: Known, access: Access) -> Line:
    if not codes.get("how"):  # the conversation itself, which tells its own line
        return str(EventKind.FIRST_CONTACT.label), "", ""
    title, text, url = _contact(codes, known, access)
    return _("First contact: %(how)s") % {"how": title.lower()}, text, url


def _step(codes: Mapping[str, Any], known: Known, access: Access) -> Line | None:
    told_elsewhere = (CaseStatus.CLOSED, CaseStatus.ARRANGING, CaseStatus.SUPPORTED)
    to = codes.get("to", "")
    if to not in set(CaseStatus) or (to in told_elsewhere and codes.get("from") != CaseStatus.CLOSED):
        return None
    return _("Step: %(step)s") % {"step": CaseStatus(to).label}, "", ""


def _weighed(codes: Mapping[str, Any], known: Known, access: Access) -> Line:
    weighing = known.weighings.get(codes.get("weighing", 0))
    weight = weighing.weight if weighing else codes.get("weight", "")
    text = weighing.behind_question if weighing else ""
    title = (
        _("Weighed: %(weight)s") % {"weight": Weight(weight).label} if weight else _("Weighing in progress")
    )
    return title, text, ""


def _second_read(codes: Mapping[str, Any], known: Known, access: Access) -> Line:
    weighing = known.weighings.get(codes.get("weighing", 0))
    title = _("The second reader agrees") if codes.get("agrees") else _("The second reader does not agree")
    return title, weighing.second_reader_words if weighing else "", ""


def _exception(codes: Mapping[str, Any], known: Known, access: Access) -> Line:
    title = _("Exception allowed") if codes.get("allowed") else _("Exception not allowed")
    return title, "", ""


def _agreed(codes: Mapping[str, Any], known: Known, access: Access) -> Line:
    weight = codes.get("weight", "")
    return str(EventKind.SOLUTION_AGREED.label), str(Weight(weight).label) if weight else "", ""


def _procedure(kind: EventKind) -> Callable[..., Line]:
    return lambda codes, known, access: procedure_line(kind, codes, known.procedures)


def _arrangement(codes: Mapping[str, Any], known: Known, access: Access) -> Line | None:
    arrangement = known.arrangements.get(codes.get("arrangement", 0))
    state = str(ArrangementState(codes["state"]).label) if codes.get("state") else ""
    if arrangement is None or not access.may_see(arrangement.category):
        return _("Help: %(state)s") % {"state": state.lower()}, "", ""
    title = f"{arrangement.name}: {state.lower()}"
    said = _("Goes on: the closing was undone") if codes.get("back") else ""
    return title, said, link("arrangement", arrangement.pk)


def _levels(codes: Mapping[str, Any], known: Known, access: Access) -> Line:
    moment = codes.get("moment", "")
    about = str(LevelMoment(moment).label) if moment in set(LevelMoment) else ""
    return str(EventKind.LEVELS_RECORDED.label), about, ""


def _plan(codes: Mapping[str, Any], known: Known, access: Access) -> Line:
    goal, what = known.goals.get(codes.get("goal", 0)), codes.get("what", "")
    if what in PLAN_WORDS:
        return str(PLAN_WORDS[what]), "", ""
    if goal is None:
        return str(EventKind.PLAN_CHANGED.label), "", ""
    return _("Goal added"), goal.words if access.may_see(goal.category) else hidden(), ""


PLAN_WORDS = {
    "conditions": gettext_lazy("Plan: what must be in order first"),
    "met": gettext_lazy("A condition is met"),
    "unmet": gettext_lazy("A condition is not met after all"),
    "action": gettext_lazy("Plan: an action added"),
    "done": gettext_lazy("Plan: an action is done"),
    "undone": gettext_lazy("Plan: an action is not done after all"),
    "progress": gettext_lazy("Plan: how it goes"),
}


def _role(codes: Mapping[str, Any], known: Known, access: Access) -> Line:
    kind, name = codes.get("role", ""), known.people.get(codes.get("user", 0), "")
    title = str(CaseRoleKind(kind).label) if kind in set(CaseRoleKind) else str(EventKind.ROLE_GIVEN.label)
    return f"{title}: {name}" if name else title, "", ""


def _term(codes: Mapping[str, Any], known: Known, access: Access) -> Line:
    name = known.people.get(codes.get("user", 0), "")
    label = str(EventKind.TERM_OPENED.label)
    return f"{label}: {name}" if name else label, "", ""


def _handover(codes: Mapping[str, Any], known: Known, access: Access) -> Line:
    reason = codes.get("reason", "")
    said = str(HandoverReason(reason).label) if reason in set(HandoverReason) else ""
    if "accepted" not in codes:
        return str(EventKind.HANDOVER_ASKED.label), said, link("handover", codes["handover"])
    title = _("Handover accepted") if codes["accepted"] else _("Handover refused")
    if codes.get("taken_back"):
        title = _("Handover taken back")
    return title, said, link("handover", codes["handover"])


def documents_of(events: Iterable[Any]) -> Mapping[int, Mapping[str, Any]]:
    """Of these events, newest first: by document the codes of its newest event, so what kind it is and what
    it is about since it was last changed.
    """
    found: dict[int, Mapping[str, Any]] = {}
    for event in events:
        if document := event.codes.get("document"):
            found.setdefault(document, event.codes)
    return found


def _document(kind: EventKind) -> Callable[..., Line | None]:
    """All there is to tell stands in the events: the document itself, which may be out of sight, is not asked
    for. Whom it is not for by what it is about now, is not told of what came before either.
    """

    def told(codes: Mapping[str, Any], known: Known, access: Access) -> Line | None:
        now = known.documents.get(codes.get("document", 0), codes)
        if not access.may_see(now.get("about", "")):
            return None
        title = _("Newer version of a document") if codes.get("version", 1) > 1 else str(kind.label)
        if codes.get("changed"):
            title = _("Document described otherwise")
        what = str(DocumentKind(now["what"]).label) if now.get("what") in set(DocumentKind) else ""
        leads = kind == EventKind.DOCUMENT_ADDED and codes.get("document")
        return title, what, link("document", codes["document"]) if leads else ""

    return told


def _support(codes: Mapping[str, Any], known: Known, access: Access) -> Line | None:
    """The arrangement that started tells it already, at the same moment."""
    return None if codes.get("arrangement") else (str(EventKind.SUPPORT_STARTED.label), "", "")


def _closed(codes: Mapping[str, Any], known: Known, access: Access) -> Line:
    outcome = codes.get("outcome", "")
    said = str(Outcome(outcome).label) if outcome in set(Outcome) else ""
    return str(EventKind.CLOSED.label), "\n".join(part for part in (said, known.outcome_note) if part), ""


def _moved(codes: Mapping[str, Any], known: Known, access: Access) -> Line:
    """A day came into the table of decreed days, or left it, and a term ends on another day."""
    title, procedure = str(EventKind.TERM_MOVED.label), known.procedures.get(codes.get("procedure", 0))
    if procedure is None:
        return title, "", ""
    words = _("%(term)s: from %(before)s to %(after)s. %(day)s counts as a Sunday by decree.")
    if not codes["added"]:
        words = _("%(term)s: from %(before)s to %(after)s. %(day)s no longer counts as a Sunday.")
    days = {name: date_format(date.fromisoformat(codes[name]), "j F Y") for name in _MOVED}
    told = words % {"term": TermCode(codes["term"]).label, **days}
    return title, told, link("procedure", procedure.pk)


_MOVED = ("before", "after", "day")
TELLERS: dict[str, Callable[..., Line | None]] = {
    EventKind.CONTACT: _contact,
    EventKind.FIRST_CONTACT: _first_contact,
    EventKind.STATUS_CHANGED: _step,
    EventKind.WEIGHED: _weighed,
    EventKind.SECOND_READ: _second_read,
    EventKind.EXCEPTION_DECIDED: _exception,
    EventKind.SOLUTION_AGREED: _agreed,
    EventKind.ARRANGEMENT_CHANGED: _arrangement,
    EventKind.LEVELS_RECORDED: _levels,
    EventKind.PLAN_CHANGED: _plan,
    EventKind.ROLE_GIVEN: _role,
    EventKind.TERM_OPENED: _term,
    EventKind.HANDOVER_ASKED: _handover,
    EventKind.HANDOVER_ANSWERED: _handover,
    EventKind.SUPPORT_STARTED: _support,
    EventKind.CLOSED: _closed,
    EventKind.TERM_MOVED: _moved,
    EventKind.DOCUMENT_ADDED: _document(EventKind.DOCUMENT_ADDED),
    EventKind.DOCUMENT_HIDDEN: _document(EventKind.DOCUMENT_HIDDEN),
    EventKind.DOCUMENT_BACK: _document(EventKind.DOCUMENT_BACK),
} | {
    str(kind): _procedure(kind)
    for kind in (
        EventKind.PROCEDURE_OPENED,
        EventKind.APPLIED,
        EventKind.DEFAULT_NOTICE,
        EventKind.DELAY_TOLD,
        EventKind.DECIDED,
        EventKind.DECISION_SENT,
        EventKind.OBJECTION,
        EventKind.PROCEDURE_ENDED,
    )
}
