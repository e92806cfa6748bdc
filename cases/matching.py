"""Which provisions fit a question: by life domain, by neighbourhood, and who waits how long. Pure.

It narrows and orders, it does not choose: the weighing does, rung by rung (design, section 5).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

LEAST_WAITING = 5
"""Fewer residents than this who wait now are not told about: they could be recognised."""


class Place(StrEnum):
    """Whether it is given where the resident lives."""

    EVERYWHERE = "everywhere"
    HERE = "here"
    UNKNOWN = "unknown"
    """Given in some neighbourhoods; we do not know where the resident lives."""
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True)
class Offer:
    """A provision as the rule reads it. Without domains or neighbourhoods: for all of them."""

    key: int
    name: str
    weight: str
    domains: frozenset[str] = frozenset()
    neighbourhoods: frozenset[str] = frozenset()
    waiting_weeks: int = 0
    """As the catalogue has it."""
    places: int | None = None


@dataclass(frozen=True)
class Use:
    """How a provision is used now: places taken, who waits, and for how many whole weeks the longest."""

    running: int = 0
    waiting: int = 0
    longest_weeks: int = 0


@dataclass(frozen=True)
class Need:
    """What the question is about; without domains it may be about anything. Blank: where is not known."""

    domains: frozenset[str] = frozenset()
    neighbourhood: str = ""


@dataclass(frozen=True)
class Fit:
    """A provision that fits, with why. `weeks`: how long one waits for it at present."""

    offer: Offer
    domains: frozenset[str]
    """Those of the question that it is for; empty when it is for anything, or the question is about nothing
    in particular."""
    place: Place
    weeks: int
    is_full: bool
    waits_longer: bool
    """Residents wait longer at present than the catalogue says."""


def place_of(offer: Offer, neighbourhood: str) -> Place:
    """Names of neighbourhoods are compared without regard to capitals."""
    if not offer.neighbourhoods:
        return Place.EVERYWHERE
    if not neighbourhood.strip():
        return Place.UNKNOWN
    known = {one.strip().casefold() for one in offer.neighbourhoods}
    return Place.HERE if neighbourhood.strip().casefold() in known else Place.ELSEWHERE


def fit(offer: Offer, need: Need, use: Use = Use()) -> Fit | None:
    """None when it is for other life domains, or given in other neighbourhoods only."""
    place = place_of(offer, need.neighbourhood)
    shared = offer.domains & need.domains
    if place == Place.ELSEWHERE or (offer.domains and need.domains and not shared):
        return None
    seen = use.waiting >= LEAST_WAITING and use.longest_weeks > offer.waiting_weeks
    return Fit(
        offer=offer, domains=shared, place=place, waits_longer=seen,
        weeks=use.longest_weeks if seen else offer.waiting_weeks,
        is_full=offer.places is not None and use.running >= offer.places,
    )  # fmt: skip


def best_first(fits: Iterable[Fit]) -> Sequence[Fit]:
    """Room before full, near before unknown, shortest waiting, most of what the question is about."""
    return sorted(
        fits,
        key=lambda one: (
            one.is_full, one.place == Place.UNKNOWN, one.weeks, -len(one.domains), one.offer.name
        ),
    )  # fmt: skip


def fitting(offers: Iterable[Offer], need: Need, uses: Collection[tuple[int, Use]] = ()) -> Sequence[Fit]:
    """All that fit, best first; nothing is known of the use of an offer that `uses` does not name."""
    known = dict(uses)
    found = (fit(offer, need, known.get(offer.key, Use())) for offer in offers)
    return best_first(one for one in found if one is not None)
