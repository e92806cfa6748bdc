"""The parts of a baseline's page: each a sentence that says what it shows, and the same numbers as a table.

Pure: from the stored figures to words. What the figures mean stands at `regie.metrics.event_log.figures`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from regie.metrics.durations import in_words
from regie.metrics.kaplan_meier import State

LEAST_SAID = 0.005
Figures = dict[str, Any]


@dataclass(frozen=True)
class Part:
    """A sentence and its table. With `kind` and `data` also a chart of the same numbers."""

    id: str
    sentence: str
    headers: Sequence[str]
    rows: Sequence[Sequence[str]]
    kind: str = ""
    data: Any = None
    low: bool = True

    @property
    def labelled_rows(self) -> list[list[tuple[str, str]]]:
        """The rows with the header of each cell, for a narrow screen that stacks the cells."""
        return [list(zip(self.headers, row, strict=True)) for row in self.rows]


def durations(figures: Figures) -> Part:
    """How long it took from start to end and from the first event to the last."""
    quantiles, first_to_last = figures["quantiles"], figures["first_to_last_days"]
    half, most = (quantile(quantiles[name]) for name in ("median", "p80"))
    return Part(
        id="durations",
        sentence=_(
            "From start to end, open cases counted too. Half of the cases: %(half)s; four of five: %(most)s."
        )
        % {"half": half, "most": most},
        headers=(_("Duration"), _("How long"), _("95 percent interval")),
        rows=(
            (_("Start to end, half of the cases within"), half, interval(quantiles["median"])),
            (_("Start to end, four of five cases within"), most, interval(quantiles["p80"])),
            (
                _("Start to end, half of the ended cases only"),
                in_words(figures["start_to_end_days"]["median_ended"]),
                "–",
            ),
            (_("First event to last, half of the cases within"), in_words(first_to_last["median"]), "–"),
            (_("First event to last, on average"), in_words(first_to_last["mean"]), "–"),
        ),
    )


def open_after(figures: Figures) -> Part:
    """The share of cases still open, by days since the start."""
    points = figures["open_after"]
    name = _("Still open")
    return Part(
        id="open-after",
        sentence=_("The share of cases that was still open after so many days."),
        headers=(_("Days since the start"), name, _("95 percent interval")),
        rows=[
            (number(day), percent(share), f"{percent(low)} – {percent(high)}")
            for day, share, low, high in points
        ],
        kind="survival",
        data={"unit": _("days"), "series": [{"name": name, "values": [point[:2] for point in points]}]},
        low=False,
    )


def terms(figures: Figures) -> Part:
    """How many terms were met, of the cases old enough to judge."""
    due, late, running = (figures["terms"][name] for name in ("due", "due_ended_late", "due_running"))
    return Part(
        id="terms",
        sentence=_("Of %(due)s cases whose deadline had passed, %(late)s were late.")
        % {"due": number(due), "late": of(late + running, due)},
        headers=(_("Deadline passed"), _("Cases"), _("Share")),
        rows=(
            (_("Ended in time"), number(due - late - running), share_of(due - late - running, due)),
            (_("Ended late"), number(late), share_of(late, due)),
            (_("Still open, past the deadline"), number(running), share_of(running, due)),
        ),
    )


def channels(figures: Figures, counted: Sequence[tuple[str, int]]) -> Part:
    """Through which channel cases came in, most frequent first."""
    named = [(name or _("not recorded"), cases) for name, cases in counted]
    return Part(
        id="channels",
        sentence=_("Most cases came in through: %(channel)s.") % {"channel": named[0][0]},
        headers=(_("Channel"), _("Cases"), _("Share")),
        rows=[(name, number(cases), share_of(cases, figures["cases"])) for name, cases in named],
        kind="bars",
        data={
            "x": [name for name, _cases in named],
            "series": [{"name": _("Cases"), "values": [cases for _name, cases in named]}],
        },
    )


def handovers(figures: Figures) -> Part:
    """How often the work changed hands. Between which hands is not known here."""
    cases, without = figures["cases"], figures["cases_without_change"]
    return Part(
        id="handovers",
        sentence=_("In %(without)s cases the work never changed hands.") % {"without": of(without, cases)},
        headers=(_("Handovers"), _("Number"), _("Share")),
        rows=(
            (_("Cases without a change of hands"), number(without), share_of(without, cases)),
            (_("Cases with at least one"), number(cases - without), share_of(cases - without, cases)),
            (_("Changes of hands, all cases together"), number(figures["resource_changes"]), "–"),
            (
                _("Cases with more than one responsible person"),
                number(figures["several_responsible"]),
                share_of(figures["several_responsible"], cases),
            ),
        ),
    )


def quantile(stored: Figures) -> str:
    """A stored quantile in words, or why there is none."""
    if stored["state"] == State.TOO_FEW:
        return _("too few to say")
    if stored["state"] == State.NOT_YET:
        return _("not yet known (more than %(duration)s)") % {"duration": in_words(stored["more_than"])}
    return in_words(stored["value"])


def interval(stored: Figures) -> str:
    """The interval of a stored quantile; a bound beyond the data is said so."""
    if stored["low"] is None:
        return "–"
    high = _("not known yet") if stored["high"] is None else in_words(stored["high"])
    return _("%(low)s to %(high)s") % {"low": in_words(stored["low"]), "high": high}


def number(value: int) -> str:
    return number_format(value, force_grouping=True)


def percent(share: float) -> str:
    """A share in whole percents; a share that is not nothing is never said to be 0 %."""
    return "< 1 %" if 0 < share <= LEAST_SAID else f"{number_format(round(share * 100))} %"


def share_of(part: int, whole: int) -> str:
    """A share in whole percents; a dash of nothing."""
    return percent(part / whole) if whole else "–"


def of(part: int, whole: int) -> str:
    """A number with its share: "416 (31 %)"."""
    return f"{number(part)} ({share_of(part, whole)})"
