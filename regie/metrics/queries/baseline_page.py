"""Imported logs, shaped for their pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from regie.metrics.durations import in_words
from regie.metrics.event_log.oddities import Oddity
from regie.metrics.models import Baseline, BaselineCase
from regie.metrics.queries import baseline_parts as parts
from regie.metrics.queries.baseline import channels, dominant_routes, odd_cases
from regie.metrics.queries.baseline_parts import Part
from sociaal.core.listing import Column, Listing, list_page

ODD_COLUMNS = (
    Column("key", _("Case"), "key"),
    Column("what", _("What is odd")),
    Column("days", _("Start to end"), number=True),
)


@dataclass(frozen=True)
class Route:
    """A sequence of activities and how many cases took it."""

    activities: Sequence[str]
    cases: str
    share: str


@dataclass(frozen=True)
class OddCase:
    """A case with what is odd about it, in words."""

    key: str
    what: Sequence[str]
    duration: str


@dataclass(frozen=True)
class BaselinePage:
    """Everything the page of one baseline shows."""

    baseline: Baseline
    facts: Sequence[tuple[str, str]]
    charts: Sequence[Part]
    tables: Sequence[Part]
    routes: Sequence[Route]
    odd: Listing


def baseline_page(baseline: Baseline, get: QueryDict) -> BaselinePage:
    """The page of this baseline; `get` pages and sorts its oddities."""
    figures = baseline.figures
    return BaselinePage(
        baseline=baseline,
        facts=_facts(baseline),
        charts=(parts.open_after(figures), parts.channels(figures, channels(baseline))),
        tables=(parts.durations(figures), parts.terms(figures), parts.handovers(figures)),
        routes=_routes(baseline),
        odd=_odd(baseline, get),
    )


def _facts(baseline: Baseline) -> list[tuple[str, str]]:
    figures = baseline.figures
    return [
        (str(_("Cases")), parts.number(figures["cases"])),
        (str(_("Of which ended")), parts.of(figures["ended"], figures["cases"])),
        (str(_("Events")), parts.number(figures["events"])),
        (str(_("Kinds of activity")), parts.number(figures["activities"])),
        (str(_("Different routes")), parts.number(figures["routes"])),
    ]


def _routes(baseline: Baseline) -> list[Route]:
    cases = baseline.figures["cases"]
    return [
        Route(activities, parts.number(taken), parts.share_of(taken, cases))
        for activities, taken in dominant_routes(baseline)
    ]


def _odd(baseline: Baseline, get: QueryDict) -> Listing:
    listing = list_page(odd_cases(baseline), get, columns=ODD_COLUMNS, default="key")
    return replace(listing, rows=[_odd_case(case) for case in listing.rows])


def _odd_case(case: BaselineCase) -> OddCase:
    what = [str(Oddity(code).label) for code in case.oddities]
    return OddCase(case.key, what, in_words(case.start_to_end_days))
