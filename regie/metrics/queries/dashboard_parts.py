"""The parts of the dashboard: each a sentence that says what it shows, a chart, and its numbers as a table.

Pure: from stored figures (whole, or with small groups hidden) to words. What they mean: `docs/metrics.md`.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.enums import HandoverReason
from regie.metrics.estimates import TABLE_DAYS
from regie.metrics.flow import UNION
from regie.metrics.journey import STEPS
from regie.metrics.models import Measure
from regie.metrics.queries import dashboard_words as words
from regie.metrics.queries.baseline_parts import Part, percent
from regie.metrics.queries.dashboard_words import Data, count, party_label, share, step_label

COHORT, PERIOD = "cohort", "period"


def survival(measure: Measure, found: Data) -> Part:
    """How many still wait, by days since it began. Perhaps there is no curve."""
    name = _("Still waiting")
    said = {
        "what": _capital(str(words.FROM_TO[measure])),
        "half": words.within(found, "median"),
        "most": words.within(found, "p80"),
    }
    return Part(
        id=f"curve-{measure.replace('_', '-')}",
        sentence=_("%(what)s. Half within: %(half)s; four of five within: %(most)s.") % said,
        headers=(_("Days"), name, _("95 percent interval"), _("Number at risk")),
        rows=[
            (count(int(day)), percent(left), f"{percent(low)} – {percent(high)}", count(int(at_risk)))
            for day, left, low, high, at_risk in _table_points(found["curve"])
        ],
        kind="survival",
        data={
            "unit": _("days"),
            "series": [{"name": name, "values": [point[:2] for point in found["curve"]]}],
        },
    )


def _table_points(curve: Sequence[Sequence[float]]) -> list[Sequence[float]]:
    """Some ten rows are enough to read; the picture has them all."""
    chosen = [point for point in curve if point[0] in TABLE_DAYS]
    return chosen if len(chosen) > 2 else list(curve)[:10]


def quantiles(figures: Data, window: str) -> Part:
    """The six durations below each other."""
    sentences = {
        COHORT: _("Who came in during the past 12 months. Who still waits counts too."),
        PERIOD: _("Everybody who waited this month, also who came in before. Who still waits counts too."),
    }
    return Part(
        id=f"quantiles-{window}",
        sentence=sentences[window],
        headers=(
            _("Duration"),
            _("Half within (95 percent interval)"),
            _("Four of five within (95 percent interval)"),
            _("Number at risk then"),
            _("Reached"),
            _("Still waiting"),
            _("Ended otherwise"),
        ),
        rows=[_quantile_row(measure, figures["measures"][measure][window]) for measure in Measure],
    )


def _quantile_row(measure: Measure, found: Data) -> tuple[str, ...]:
    share_otherwise = found["otherwise_share"]
    return (
        str(measure.label),
        words.with_bounds(found, "median"),
        words.with_bounds(found, "p80"),
        words.at_risk(found, "p80"),
        count(found["events"]),
        count(found["running"]),
        _("hidden") if share_otherwise is None else percent(share_otherwise),
    )


def inflow(figures: Data, weeks: int) -> Part:
    """Per week how many questions came in and how many were finished; the week that runs is the last."""
    rows = figures["weeks"][-weeks - 1 :]
    whole = rows[:-1]
    came, went = ([row[place] for row in whole if row[place] is not None] for place in (1, 2))
    said = {"weeks": weeks, "came": count(sum(came)), "went": count(sum(went))}
    sentence = _("In the past %(weeks)s full weeks %(came)s questions came in and %(went)s were finished.")
    if len(came) + len(went) < 2 * len(whole):
        sentence = _(
            "In the past %(weeks)s full weeks at least %(came)s questions came in and %(went)s were "
            "finished. Small numbers are hidden."
        )
    if not any(came) and not any(went) and len(came) + len(went) < 2 * len(whole):
        sentence = _("How many questions came in and were finished is hidden: the numbers are small.")
    labels = [_week(monday) for monday, *_counts in rows]
    return Part(
        id="inflow",
        sentence=sentence % said,
        headers=(_("Week from"), _("Came in"), _("Finished")),
        rows=[(label, count(row[1]), count(row[2])) for label, row in zip(labels, rows, strict=True)],
        kind="columns",
        data={
            "x": labels,
            "series": [
                {"name": _("Came in"), "values": [row[1] for row in rows]},
                {"name": _("Finished"), "values": [row[2] for row in rows]},
            ],
        },
    )


def waits(figures: Data) -> Part:
    """For whom residents wait: now, and in days over the past 13 weeks."""
    now, past = figures["waits_now"], figures["waits_quarter"]
    parties = [party for party in now if party != UNION]
    total = sum(past[party]["days"] or 0 for party in parties)
    most = max(parties, key=lambda party: past[party]["days"] or 0)
    sentence = _("In the past 13 weeks nobody waited.")
    if total:
        sentence = _(
            "Of all days that residents waited in the past 13 weeks, %(share)s was for: %(party)s."
        ) % {
            "share": share(past[most]["days"], total),
            "party": party_label(most),
        }
    return Part(
        id="waits",
        sentence=sentence,
        headers=(
            _("Waiting for"),
            _("Now waiting"),
            _("Days so far"),
            _("Days in the past 13 weeks"),
            _("Share of days"),
        ),
        rows=[
            *(
                (
                    party_label(party),
                    count(now[party]["count"]),
                    _whole(now[party]["days"]),
                    _whole(past[party]["days"]),
                    share(past[party]["days"], total),
                )
                for party in parties
            ),
            (
                _("For one or more of these"),
                count(now[UNION]["count"]),
                _whole(now[UNION]["days"]),
                _whole(past[UNION]["days"]),
                "–",
            ),
        ],
        kind="bars",
        data={
            "x": [party_label(party) for party in parties],
            "series": [
                {"name": _("Days in the past 13 weeks"), "values": [past[party]["days"] for party in parties]}
            ],
        },
    )


def in_progress(figures: Data) -> Part:
    """What is open now, per step, and what is old against how long it usually takes."""
    found = figures["in_progress"]
    sentence = _("How many questions are open now is hidden: the groups are small.")
    if figures["open"] is not None:
        sentence = _("Questions that are open now: %(number)s.") % {"number": count(figures["open"])}
    return Part(
        id="in-progress",
        sentence=sentence,
        headers=(_("Step"), _("Open"), _("Older than half take"), _("Older than four of five take")),
        rows=[
            (
                step_label(step),
                count(found[step]["count"]),
                count(found[step]["over_p50"]),
                count(found[step]["over_p80"]),
            )
            for step in STEPS
        ],
        kind="bars",
        data={
            "x": [step_label(step) for step in STEPS],
            "series": [{"name": _("Open"), "values": [found[step]["count"] for step in STEPS]}],
        },
    )


def value_stream(figures: Data) -> Part:
    """Step by step from report to help: how many, how long, waiting for whom, and how many go back."""
    found = figures["steps"]
    return Part(
        id="value-stream",
        sentence=_("From report to help, step by step: who entered a step in the past 12 months."),
        headers=(_("Step"), _("Entered"), _("Half within"), _("Waited for most"), _("Goes back")),
        rows=[
            (
                step_label(step),
                count(found[step]["entered"]),
                words.within(found[step], "median"),
                _most_waited(found[step]["waits"]),
                share(found[step]["returned"], found[step]["left"]),
            )
            for step in STEPS
        ],
    )


def _most_waited(days: Data) -> str:
    total = sum(days.values())
    if not total:
        return "–"
    most = max(days, key=lambda party: days[party])
    return f"{party_label(most)} ({share(days[most], total)})"


def handovers(figures: Data) -> Part:
    """Whether residents keep one contact person, and why they get another."""
    contact, reasons = figures["contact"], figures["handovers"]
    sentence = _("How many residents kept one contact person is hidden: the groups are small.")
    if contact["one"] is not None and contact["cases"] is not None:
        sentence = _("Of the cases of the past 12 months %(share)s kept one contact person.") % {
            "share": share(contact["one"], contact["cases"])
        }
    return Part(
        id="handovers",
        sentence=sentence,
        headers=(_("Reason of the handover"), _("How many times")),
        rows=[(str(HandoverReason(reason).label), count(reasons[reason])) for reason in sorted(reasons)],
    )


def _whole(days: Any) -> str:
    return count(None if days is None else round(days))


def _week(monday: str) -> str:
    return date_format(dt.date.fromisoformat(monday), "j b")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
