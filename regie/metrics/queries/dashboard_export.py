"""The figures as rows of a file: one figure a row, so that a spreadsheet can do with them what it likes."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from cases.enums import HandoverReason
from regie.metrics.flow import UNION
from regie.metrics.kaplan_meier import State
from regie.metrics.models import Measure
from regie.metrics.queries.dashboard_words import PARTY_LABELS, Data, step_label

Row = tuple[str, str, str, Any]


def headers() -> tuple[str, str, str, str]:
    return _("Subject"), _("Of what"), _("Figure"), _("Value")


def rows(data: Data) -> Iterator[Row]:
    """All figures; durations and waits in days, shares from 0 to 1. What is hidden says so."""
    for subject, of_what, figure, value in _all(data):
        yield subject, of_what, figure, _("hidden") if value is None else value


def _all(data: Data) -> Iterator[Row]:
    yield from _measures(data["measures"])
    for monday, came, went in data["weeks"]:
        yield _("Per week"), monday, _("Came in"), came
        yield _("Per week"), monday, _("Finished"), went
    yield _("Open now"), _("All steps"), _("Open"), data["open"]
    yield from _in_progress(data["in_progress"])
    yield from _waits(_("Waiting now"), data["waits_now"])
    yield from _waits(_("Waited in the past 13 weeks"), data["waits_quarter"])
    yield from _steps(data["steps"])
    terms = data["terms"]
    yield _("Statutory terms"), _("All laws"), _("Running"), terms["running"]
    yield _("Statutory terms"), _("All laws"), _("Due this week"), terms["this_week"]
    yield _("Statutory terms"), _("All laws"), _("Late"), terms["late"]
    for reason, times in data["handovers"].items():
        yield _("Handovers of the contact person"), str(HandoverReason(reason).label), _("Number"), times
    yield _("Contact person"), _("Past 12 months"), _("Cases"), data["contact"]["cases"]
    yield _("Contact person"), _("Past 12 months"), _("Cases with one contact person"), data["contact"]["one"]


def _measures(measures: Data) -> Iterator[Row]:
    windows = {"cohort": _("came in during the past 12 months"), "period": _("waited this month")}
    for measure in Measure:
        for window, of_what in windows.items():
            found, label = measures[measure][window], str(measure.label)
            yield label, of_what, _("Half within (days)"), _value(found["median"])
            yield label, of_what, _("Four of five within (days)"), _value(found["p80"])
            yield label, of_what, _("Reached"), found["events"]
            yield label, of_what, _("Still waiting"), found["running"]
            yield label, of_what, _("Ended otherwise"), found["otherwise"]
            yield label, of_what, _("Share ended otherwise"), found["otherwise_share"]


def _value(quantile: Data) -> Any:
    if quantile["state"] == State.TOO_FEW:
        return _("too few to say")
    if quantile["state"] == State.NOT_YET:
        return _("not known yet")
    return round(quantile["value"], 2)


def _in_progress(steps: Data) -> Iterator[Row]:
    for step, found in steps.items():
        yield _("Open now"), step_label(step), _("Open"), found["count"]
        yield _("Open now"), step_label(step), _("Older than half take"), found["over_p50"]
        yield _("Open now"), step_label(step), _("Older than four of five take"), found["over_p80"]


def _waits(subject: str, waits: Data) -> Iterator[Row]:
    labels = PARTY_LABELS | {UNION: _("For one or more of these")}
    for party, found in waits.items():
        yield subject, str(labels[party]), _("Waiting"), found["count"]
        yield subject, str(labels[party]), _("Days"), found["days"]


def _steps(steps: Data) -> Iterator[Row]:
    for step, found in steps.items():
        yield _("Value stream"), step_label(step), _("Entered"), found["entered"]
        yield _("Value stream"), step_label(step), _("Half within (days)"), _value(found["median"])
        yield _("Value stream"), step_label(step), _("Goes back"), found["returned"]
