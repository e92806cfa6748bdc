"""The dashboard Flow: what was computed, for the viewer's own team or the whole municipality.

Nothing is computed on reading. The words and tables of one set of figures are made once per process and kept.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language

from cases.permissions import followed_cases
from regie.metrics.disclosure import public
from regie.metrics.models import Figures, Measure
from regie.metrics.queries import dashboard_parts as parts
from regie.metrics.queries import dashboard_words as words
from regie.metrics.queries.baseline_parts import Part
from sociaal.accounts.models import Team, User
from sociaal.accounts.roles import CASEWORKERS, Role

TEAM, ALL = "team", "all"
WEEKS = (13, 52)


@dataclass(frozen=True)
class Scope:
    """Of whom the figures are, and whether this viewer sees small groups."""

    name: str
    team: Team | None
    in_full: bool


@dataclass(frozen=True, eq=False)
class Shown:
    """The words of one set of figures. Made once: the same figures give the same object."""

    headline: str
    month: str
    waiting: Sequence[Part]
    flow: Sequence[Part]
    curves: Sequence[Part]
    quantiles: Sequence[Part]
    this_week: str
    late: str


@dataclass(frozen=True)
class Waiter:
    """One of the longest waiting cases, as far as the viewer may see it."""

    number: str
    resident: int
    days: int
    waiting_for: str


@dataclass(frozen=True)
class Dashboard:
    """Everything the page shows. `shown` is None while nothing was computed yet."""

    scope: Scope
    holds_until: datetime | None
    shown: Shown | None
    longest: Sequence[Waiter]
    others: int


def scope_of(user: User, asked: str) -> Scope:
    """The own team unless the whole municipality is asked for. Who has no team sees the whole.

    In full: who works in the team or manages it, and so may see the cases behind the numbers.
    """
    if user.team_id is None or asked == ALL:
        return Scope(ALL, None, in_full=False)
    return Scope(TEAM, user.team, in_full=user.has_role(*CASEWORKERS, Role.MANAGER))


def dashboard(user: User, scope: Scope, weeks: int, now: datetime) -> Dashboard:
    """The figures of a scope: one query, and one more when this process has not read these figures yet."""
    own = user.team_id if scope_of(user, TEAM).in_full else None
    team = scope.team.pk if scope.team else None
    until = stamps({team, own})
    stamp = until.get(team)
    if stamp is None:
        return Dashboard(scope, None, None, (), 0)
    own_stamp = until.get(own) if scope.team is None and own else None
    shown, longest = _shown(stamp, own_stamp, scope.in_full, weeks, get_language() or "")
    waiters = tuple(waiting_longest(user, longest, now)) if scope.in_full else ()
    others = len(longest) - len(waiters) if scope.in_full else 0
    return Dashboard(scope, stamp.until, shown, waiters, others)


@dataclass(frozen=True)
class Stamp:
    """Which figures: the key of the row and until when they hold. Figures that change get another stamp."""

    pk: int
    until: datetime


def stamps(teams: Iterable[int | None]) -> dict[int | None, Stamp]:
    """Per team (None: all) the stamp of its figures."""
    rows = Figures.objects.order_by("pk").values_list("team", "pk", "holds_until")
    return {team: Stamp(pk, until) for team, pk, until in rows if team in teams}


def figures(stamp: Stamp, own: Stamp | None, *, in_full: bool) -> dict[str, Any]:
    """The figures of a stamp, without small groups unless `in_full`. `own`: those the reader sees in full."""
    keys = [stamp.pk, *([own.pk] if own else [])]
    data = dict(Figures.objects.filter(pk__in=keys).order_by("pk").values_list("pk", "data"))
    return data[stamp.pk] if in_full else public(data[stamp.pk], data[own.pk] if own else None)


@lru_cache(maxsize=64)
def _shown(
    stamp: Stamp, own: Stamp | None, in_full: bool, weeks: int, language: str
) -> tuple[Shown, Sequence[dict[str, Any]]]:
    data = figures(stamp, own, in_full=in_full)
    return words_of(data, weeks), data["longest"]


def words_of(data: dict[str, Any], weeks: int) -> Shown:
    """The parts of the page, in the present language."""
    measures = data["measures"]
    curves = {
        measure: parts.survival(measure, found[parts.COHORT])
        for measure, found in ((measure, measures[measure]) for measure in Measure)
        if found[parts.COHORT]["curve"]
    }
    to_help = curves.pop(Measure.LEAD_HELP, None)
    return Shown(
        headline=words.headline(measures[Measure.LEAD_HELP][parts.COHORT]),
        month=words.headline(measures[Measure.LEAD_HELP][parts.PERIOD]),
        waiting=[*([to_help] if to_help else []), parts.waits(data)],
        flow=[parts.inflow(data, weeks), parts.in_progress(data)],
        curves=list(curves.values()),
        quantiles=[
            parts.quantiles(data, parts.COHORT),
            parts.quantiles(data, parts.PERIOD),
            parts.value_stream(data),
            parts.handovers(data),
        ],
        this_week=words.count(data["terms"]["this_week"]),
        late=words.count(data["terms"]["late"]),
    )


def waiting_longest(user: User, longest: Sequence[dict[str, Any]], now: datetime) -> Iterable[Waiter]:
    """Those of the longest waiting that the viewer may see now; one query. Help requests are in the inbox."""
    keys = [one["key"] for one in longest if one["kind"] == "case"]
    rows = followed_cases(user, now).in_bulk(keys) if keys else {}
    for one in longest:
        case = rows.get(one["key"]) if one["kind"] == "case" else None
        since = parse_datetime(one["since"])
        if case is not None and since is not None:
            waiting_for = words.party_label(one["on"]) if one["on"] else "–"
            yield Waiter(case.number, case.resident_id, (now - since).days, waiting_for)
