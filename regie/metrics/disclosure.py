"""The figures for who may not see the residents behind them, and as they leave in a file.

Pure: figures in, the same figures out with None for what is hidden. Durations stay: each is an estimate over
at least ten people. See `suppression` for the rule.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from regie.metrics.flow import UNION
from regie.metrics.kaplan_meier import State
from regie.metrics.suppression import FEWEST, Shown, suppress

Data = Mapping[str, Any]


def _part(own: Data | None, *path: str) -> Any:
    """What the reader knows of a part, or None."""
    for name in path:
        own = None if own is None else own[name]
    return own


def public(data: Data, own: Data | None = None) -> dict[str, Any]:
    """The figures without small groups. `own`: figures of a part (their own team) that the reader knows."""
    total, in_progress = _in_progress(data["in_progress"], _part(own, "in_progress"))
    return {
        "measures": _measures(data["measures"], _part(own, "measures")),
        "weeks": _weeks(data["weeks"], _part(own, "weeks")),
        "open": total,
        "in_progress": in_progress,
        "waits_now": _waits(data["waits_now"]),
        "waits_quarter": _waits(data["waits_quarter"]),
        "steps": {step: _step(found) for step, found in data["steps"].items()},
        "terms": _terms(data["terms"], _part(own, "terms")),
        "longest": [],
        "handovers": _handovers(data["handovers"], _part(own, "handovers")),
        "contact": _contact(data["contact"], _part(own, "contact")),
    }


def _hide(counts: Sequence[int], part: Sequence[int] | None) -> Shown:
    """The parts of two figures are of two moments: a part never counts for more than its whole."""
    known = None if part is None else [min(pair) for pair in zip(counts, part, strict=True)]
    return suppress(counts, part=known)


def _measures(data: Data, own: Data | None) -> dict[str, Any]:
    return {
        measure: {name: _estimate(found, _part(own, measure, name)) for name, found in estimates.items()}
        for measure, estimates in data.items()
    }


def _estimate(found: Data, own: Data | None) -> dict[str, Any]:
    names = ("events", "otherwise", "running")
    shown = _hide([found[name] for name in names], None if own is None else [own[name] for name in names])
    counts = dict(zip(names, shown.counts, strict=True))
    share = found["otherwise_share"] if counts["otherwise"] is not None else None
    return {
        **counts,
        "total": shown.total,
        "otherwise_share": share,
        "median": _quantile(found["median"]),
        "p80": _quantile(found["p80"]),
        "curve": _curve(found),
    }


def _quantile(stored: Data) -> dict[str, Any]:
    """The number of events is hidden: it may be one of the small ones."""
    at_risk = stored["at_risk"]
    small = at_risk is not None and at_risk < FEWEST
    return {**stored, "events": None, "at_risk": None if small else at_risk}


def _curve(found: Data) -> list[list[float]]:
    """Only points between which at least five people left, and only while at least five wait."""
    if found["median"]["state"] == State.TOO_FEW:
        return []
    points: list[list[float]] = []
    for point in found["curve"]:
        far_enough = not points or points[-1][-1] - point[-1] >= FEWEST
        if far_enough and point[-1] >= FEWEST:
            points.append(point)
    return points


def _weeks(data: Sequence[Sequence[Any]], own: Sequence[Sequence[Any]] | None) -> list[list[Any]]:
    days = [day for day, *_counts in data]
    known = None if own is None else {day: counts for day, *counts in own}
    shown = []
    for place in (0, 1):
        part = None if known is None else [known.get(day, (0, 0))[place] for day in days]
        shown.append(_hide([row[place + 1] for row in data], part).counts)
    return [list(row) for row in zip(days, *shown, strict=True)]


def _in_progress(data: Data, own: Data | None) -> tuple[int | None, dict[str, Any]]:
    shown = _hide(
        [one["count"] for one in data.values()],
        None if own is None else [own[step]["count"] for step in data],
    )
    steps = {
        step: {"count": count, **(_ages(found) if count else {"over_p50": count, "over_p80": count})}
        for (step, found), count in zip(data.items(), shown.counts, strict=True)
    }
    return shown.total, steps


def _ages(found: Data) -> dict[str, int | None]:
    half, most = found["over_p50"], found["over_p80"]
    groups = suppress([most, half - most, found["count"] - half]).counts
    whole = None not in groups
    return {"over_p50": half if whole else None, "over_p80": most if whole else None}


def _waits(data: Data) -> dict[str, Any]:
    """Parties overlap, so there is no total; what is left of the union without one must not be small."""
    union = data[UNION]["count"]
    hidden = {
        party
        for party, found in data.items()
        if 0 < found["count"] < FEWEST or (party != UNION and 0 < union - found["count"] < FEWEST)
    }
    return {
        party: {"count": None, "days": None} if party in hidden else dict(found)
        for party, found in data.items()
    }


def _step(found: Data) -> dict[str, Any]:
    returned, left, entered = found["returned"], found["left"], found["entered"]
    shown = suppress([returned, left - returned, entered - left])
    back, on, _stay = shown.counts
    return {
        "entered": shown.total,
        "left": None if back is None or on is None else left,
        "returned": back,
        "median": _quantile(found["median"]),
        "waits": found["waits"] if shown.total else {},
    }


def _terms(data: Data, own: Data | None) -> dict[str, int | None]:
    def groups(terms: Data) -> list[int]:
        return [terms["late"], terms["this_week"], terms["running"] - terms["late"] - terms["this_week"]]

    shown = _hide(groups(data), None if own is None else groups(own))
    return {"late": shown.counts[0], "this_week": shown.counts[1], "running": shown.total}


def _handovers(data: Data, own: Data | None) -> dict[str, int | None]:
    reasons = sorted(data)
    shown = _hide(
        [data[reason] for reason in reasons],
        None if own is None else [own.get(reason, 0) for reason in reasons],
    )
    return dict(zip(reasons, shown.counts, strict=True))


def _contact(data: Data, own: Data | None) -> dict[str, int | None]:
    def groups(found: Data) -> list[int]:
        return [found["one"], found["cases"] - found["one"]]

    shown = _hide(groups(data), None if own is None else groups(own))
    return {"cases": shown.total, "one": shown.counts[0]}
