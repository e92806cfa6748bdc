"""An event of a procedure as a line of the timeline."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.enums import DecisionOutcome, EventKind, NoticeKind, ObjectionOutcome, ObjectionStep

Line = tuple[str, str, str]
"""Title, text, address."""


def procedure_line(kind: EventKind, codes: Mapping[str, Any], procedures: Mapping[int, Any]) -> Line:
    """What happened, of which procedure, and the page it leads to; of one that is not among `procedures` only
    what happened.
    """
    procedure = procedures.get(codes.get("procedure", 0))
    if procedure is None:
        return _title(kind, codes), _outcome(kind, codes), ""
    said = " · ".join(part for part in (procedure.title, _outcome(kind, codes), _until(codes)) if part)
    return _title(kind, codes), said, reverse("procedure", args=[procedure.pk])


def _title(kind: EventKind, codes: Mapping[str, Any]) -> str:
    if kind == EventKind.OBJECTION:
        return str(ObjectionStep(codes["objection"]).label)
    if kind == EventKind.DELAY_TOLD and codes["about"] == NoticeKind.OBJECTION_LATE:
        return _("Told that the decision on the objection comes later")
    if codes.get("suspension"):
        return _("The term runs again") if codes.get("resumed") else _("Term suspended")
    if codes.get("back"):
        return _("Goes on: the closing was undone")
    if codes.get("investigating"):
        return _("Being looked into")
    if codes.get("objection"):  # how it was recorded before objections had events of their own
        return str(ObjectionStep.RECEIVED.label)
    if codes.get("final"):
        return _("Decision is final")
    if codes.get("withdrawn"):
        return _("Application or question taken back")
    return str(kind.label)


def _outcome(kind: EventKind, codes: Mapping[str, Any]) -> str:
    outcome = codes.get("outcome", "")
    if not outcome:
        return ""
    if kind != EventKind.OBJECTION:
        return str(DecisionOutcome(outcome).label)
    said = str(ObjectionOutcome(outcome).label)
    if instead := codes.get("instead"):
        return _("%(outcome)s, now: %(instead)s") % {
            "outcome": said,
            "instead": str(DecisionOutcome(instead).label).lower(),
        }
    return said


def _until(codes: Mapping[str, Any]) -> str:
    """The day that was named."""
    if not codes.get("until"):
        return ""
    return _("until %(day)s") % {"day": date_format(date.fromisoformat(codes["until"]), "j F Y")}
