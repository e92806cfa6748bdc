"""Whether the right person is found, and how soon, among as many residents as a city has.

Each search is asked of the whole application, as typing in the box does: signed in, checked, answered and
logged. The share is of searches that have the right person among the first five.
"""

import gc
from collections.abc import Callable, Iterable
from random import Random
from statistics import median
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.urls import reverse
from django.utils import timezone

from benchmarks.measure import Browser, quantile
from benchmarks.residents import Population, settle
from benchmarks.residents_misspelt import KINDS, Misspelling, misspellings
from cases.models import Resident
from cases.queries.search import find_residents
from sociaal.accounts.models import User

COLUMNS = ("share", "wanted", "p50_ms", "p95_ms", "bound_ms")
HEADS = ("share", "wanted", "p50 ms", "p95 ms", "bound")
NUMBER = 200
FIRST = 5
SHARES = {"name and year": 0.95, "name only": 0.85}
"""At least so many of the searches have the right person among the first five."""
SHARES_HOLD_UNTIL = 100_000
"""Among a million too many have the very same name for a name alone to point at one person."""


def soonest(residents: int) -> int:
    """Within how many milliseconds 95 of 100 searches are answered."""
    return 50 if residents <= SHARES_HOLD_UNTIL else 100


def measure(residents: int) -> dict[str, Any]:
    """Settle so many residents in the present database and search them."""
    return search_among(settle(Population(residents)), residents)


def search_among(people: dict[int, Resident], residents: int) -> dict[str, Any]:
    """Search these people among all the residents of the present database."""
    anna = User.objects.get(email="anna@voorbeeldstad.example")
    browser = Browser.of(anna, WSGIHandler())
    browser.get(reverse("search"))  # sets the cookie a form needs
    wrong = misspellings(people, NUMBER)
    asked = {
        "name and year": [(one.key, one.with_year) for one in wrong],
        "name only": [(one.key, one.name) for one in wrong],
        "other ways": _other_ways(people),
    }
    gc.collect()
    gc.freeze()  # the people to search for are in this process's memory, which a server's are not
    for searches in asked.values():  # the planner's and the server's memory filled, as on any working day
        for _key, text in searches[:20]:
            _ask(browser, text)
    rows = [_row(name, searches, anna, browser, residents) for name, searches in asked.items()]
    return {"residents": residents, "searches": rows, "kinds": _by_kind(wrong, anna)}


def _row(
    name: str, searches: list[tuple[int, str]], anna: User, browser: Browser, residents: int
) -> dict[str, Any]:
    seconds = [_ask(browser, text) for _key, text in searches]
    found = sum(_is_found(anna, key, text) for key, text in searches)
    counts, large = name in SHARES, residents > SHARES_HOLD_UNTIL
    return {
        "search": name,
        "share": round(found / len(searches), 3) if counts else None,
        "wanted": SHARES[name] if counts and not large else None,
        "p50_ms": round(1000 * median(seconds), 1),
        "p95_ms": round(1000 * quantile(seconds, 0.95), 1),
        "bound_ms": soonest(residents),
    }


def _ask(browser: Browser, text: str) -> float:
    answer = browser.post(reverse("search"), {"q": text}, HTTP_HX_REQUEST="true")
    if answer.status != 200:
        raise RuntimeError(f"search answered {answer.status}")
    return answer.seconds


def _is_found(user: User, key: int, text: str) -> bool:
    return key in [one.pk for one in find_residents(user, text, timezone.now())[:FIRST]]


def _by_kind(wrong: Iterable[Misspelling], user: User) -> dict[str, dict[str, float]]:
    """Per kind of misspelling the share that is found, with the birth year and by name only."""
    shares: dict[str, dict[str, float]] = {}
    for kind in KINDS:
        of_kind = [one for one in wrong if one.kind == kind]
        shares[kind] = {
            "with year": sum(_is_found(user, one.key, one.with_year) for one in of_kind) / len(of_kind),
            "name only": sum(_is_found(user, one.key, one.name) for one in of_kind) / len(of_kind),
        }
    return shares


def _other_ways(people: dict[int, Resident]) -> list[tuple[int, str]]:
    """What else people type: a last name or its beginning, an address, a phone number, dates, a BSN. Many fit
    some of these, so how soon they are answered is what counts.
    """
    rng = Random(NUMBER)
    chosen = [(key, people[key]) for key in rng.sample(sorted(people), NUMBER)]
    ways: list[Callable[[Resident], str]] = [
        lambda one: one.last_name,
        lambda one: one.last_name[:4],
        lambda one: f"{one.full_name[:-2]}",
        lambda one: one.address,
        lambda one: f"{one.postcode} {one.house_number}",
        lambda one: one.phone or one.last_name,
        lambda one: f"{one.last_name} {one.birth_date:%d-%m-%y}" if one.birth_date else one.last_name,
        lambda one: f"{one.birth_date:%d-%m-%Y}" if one.birth_date else one.last_name,
        lambda one: one.bsn or one.first_names or one.last_name,
        lambda one: f"{one.last_name} {one.street}",
    ]
    return [(key, ways[place % len(ways)](one)) for place, (key, one) in enumerate(chosen)]


def report(results: dict[str, Any]) -> None:
    """Print the figures."""
    print(f"finding among {results['residents']:,} residents, the right person in the first {FIRST}")
    print(f"{'search':<24}" + "".join(f"{head:>9}" for head in HEADS))
    for row in results["searches"]:
        values = [row[column] if row[column] is not None else "-" for column in COLUMNS]
        print(f"{row['search']:<24}" + "".join(f"{value:>9}" for value in values))
    for kind, shares in results["kinds"].items():
        print(f"  {kind:<22}" + "".join(f"{name} {share:>5.1%}   " for name, share in shares.items()))


def broken(results: dict[str, Any]) -> list[str]:
    """The searches that do not keep their bound."""
    return [
        row["search"]
        for row in results["searches"]
        if row["p95_ms"] > row["bound_ms"] or (row["wanted"] and row["share"] < row["wanted"])
    ]
