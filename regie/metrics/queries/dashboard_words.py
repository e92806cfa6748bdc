"""Figures in the words of the dashboard: labels, durations, shares, and what is hidden."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.enums import CaseStatus, WaitParty
from regie.metrics.durations import in_words
from regie.metrics.journey import REPORT
from regie.metrics.kaplan_meier import State
from regie.metrics.models import Measure
from regie.metrics.queries.baseline_parts import interval, number, percent, quantile

Data = Mapping[str, Any]
STEP_LABELS = {REPORT: gettext_lazy("Report, not taken up yet"), **{str(s): s.label for s in CaseStatus}}
PARTY_LABELS = {str(party): party.label for party in WaitParty}
FROM_TO = {
    Measure.WAIT_FIRST_CONTACT: gettext_lazy("from the report to the first contact"),
    Measure.WAIT_CONVERSATION: gettext_lazy("from the report to the conversation"),
    Measure.LEAD_DECISION: gettext_lazy("from the application to the decision that was sent"),
    Measure.WAIT_SUPPORT: gettext_lazy("from the agreed solution to the start of help"),
    Measure.LEAD_HELP: gettext_lazy("from the report to help or an answer"),
    Measure.LEAD_TOTAL: gettext_lazy("from the report to the end of the case"),
}


def count(value: int | None) -> str:
    """A number, or that it is hidden."""
    return _("hidden") if value is None else number(value)


def share(part: int | None, whole: int | None) -> str:
    """A share in whole percents; a dash of nothing and of what is hidden."""
    return "–" if part is None or not whole else percent(part / whole)


def step_label(step: str) -> str:
    return str(STEP_LABELS[step])


def party_label(party: str) -> str:
    return str(PARTY_LABELS[party])


def within(found: Data, name: str) -> str:
    """A quantile in words: "19 days", "not yet known (more than 30 days)" or "too few to say"."""
    return quantile(found[name])


def with_bounds(found: Data, name: str) -> str:
    """The same with its 95 % interval, when there is one: "19 days (15 days to 23 days)"."""
    said = within(found, name)
    return f"{said} ({interval(found[name])})" if found[name]["state"] == State.KNOWN else said


def at_risk(found: Data, name: str) -> str:
    """How many still waited just before the quantile; hidden when that is a small group."""
    stored = found[name]
    return count(stored["at_risk"]) if stored["state"] == State.KNOWN else "–"


def headline(found: Data) -> str:
    """The one sentence on top: how long residents wait for help."""
    half, most = found["median"], found["p80"]
    if half["state"] == State.TOO_FEW:
        return _("Too few residents have got help or an answer to say how long it takes.")
    if half["state"] == State.NOT_YET:
        return _("Of the residents who waited for help, less than half have it now.")
    words = {"half": in_words(half["value"]), "most": quantile(most)}
    if most["state"] == State.NOT_YET:
        return _("Half of the residents have help within %(half)s; four of five: %(most)s.") % words
    return _("Half of the residents have help within %(half)s; four of five within %(most)s.") % words
