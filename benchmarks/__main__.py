"""Measure the pages that people use all day, alternating with the floor, and say what each costs.

Prints pages per second, p50, p95, the ratio to the floor of the same round, queries and bytes: medians of
five rounds. Then settles as many residents as a city has and searches them by misspelt names: whether the
right person is among the first five, and how soon. With `--scale` they have as many cases, and the pages of a
long case, of a full work list and of a large team are measured among them as well. Writes the same to
`var/bench.json`. `--check` and `--scale` fail when a bound is not held.
"""

import argparse
import gc
import json
import os
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

from sociaal import embedded

ROUNDS = 5
BOUNDS = {"my work": 8, "search": 8, "case": 8, "dashboard": 8, "write": 4, "floor": 1.5}
"""At most this many times the floor; the floor itself against the same view without our own middleware."""
COLUMNS = ("per_second", "p50_ms", "p95_ms", "ratio", "bound", "queries", "bytes")


def main() -> None:
    """Entry of `python -m benchmarks`."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--residents", type=int, default=600)
    parser.add_argument("--search", type=int, default=100_000, help="residents to search among; 0: none")
    parser.add_argument("--scale", type=int, help="so many cases and residents: pages and search among them")
    parser.add_argument("--pages", type=int, default=40, help="requests per page and round")
    parser.add_argument("--check", action="store_true", help="fail when a bound is not held")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sociaal.settings")
    os.environ.setdefault("DEMO", "1")
    os.environ.setdefault("LOG_LEVEL", "WARNING")
    embedded.provide(os.environ)
    _prepare_django()
    from benchmarks import scratch

    with scratch.town(options.cases, options.residents):
        results = _run(options.pages)
        results["durability"] = scratch.durability()
        _report(results)
        broken = [row["page"] for row in results["pages"] if row["ratio"] > BOUNDS[row["page"]]]
        _keep(results)
        if options.search:
            broken += _find(results, options.search)
            _keep(results)
    if options.scale:
        broken += _large(results, options.scale)
        _keep(results)
    if broken and (options.check or options.scale):
        sys.exit(f"over the bound: {'; '.join(broken)}")
    print(f"over the bound: {'; '.join(broken)}" if broken else "all bounds hold")


def _keep(results: dict) -> None:
    """What is known so far stays, whatever happens to the rest."""
    (Path("var") / "bench.json").write_text(json.dumps(results, indent=2), encoding="utf-8")


def _prepare_django() -> None:
    from django.conf import settings

    settings.ROOT_URLCONF = "benchmarks.floor"
    settings.TEMPLATES[0]["DIRS"].append(Path(__file__).parent / "templates")
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    import django

    django.setup()


def _run(pages: int) -> dict:
    from django.core.handlers.wsgi import WSGIHandler

    from benchmarks.pages import bare_handler, subjects

    ours, bare = WSGIHandler(), bare_handler()
    things = subjects(ours, bare)
    for ask in things.values():  # templates compiled, pools open, caches of the planner filled
        for _ in range(5):
            ask()
    seconds: dict[str, list[list[float]]] = {name: [] for name in things}
    gc.collect()
    gc.freeze()
    for _round in range(ROUNDS):
        taken: dict[str, list[float]] = {name: [] for name in things}
        for _request in range(pages):
            for name, ask in things.items():  # alternating: whatever disturbs, disturbs all alike
                taken[name].append(ask().seconds)
        for name, values in taken.items():
            seconds[name].append(values)
    return {"rounds": ROUNDS, "requests": pages, "pages": [_row(n, seconds, things[n]) for n in BOUNDS]}


def _find(results: dict, residents: int) -> list[str]:
    """Add what finding people takes; gives what does not keep its bound."""
    from benchmarks import residents_finding

    results["finding"] = residents_finding.measure(residents)
    residents_finding.report(results["finding"])
    return residents_finding.broken(results["finding"])


def _large(results: dict, cases: int) -> list[str]:
    """Add what the pages and finding people take among so many cases; gives what does not keep its bound."""
    from benchmarks import scale

    results["scale"] = scale.measure(cases)
    scale.report(results["scale"])
    return scale.broken(results["scale"])


def _row(name: str, seconds: dict[str, list[list[float]]], ask: Callable) -> dict:
    from benchmarks.measure import Browser, quantile

    against = "bare floor" if name == "floor" else "floor"
    median = statistics.median
    Browser.counts = True
    counted = ask()
    Browser.counts = False
    rounds = zip(seconds[name], seconds[against], strict=True)
    return {
        "page": name,
        "per_second": round(1 / median([statistics.mean(values) for values in seconds[name]]), 1),
        "p50_ms": round(1000 * median([median(values) for values in seconds[name]]), 2),
        "p95_ms": round(1000 * median([quantile(values, 0.95) for values in seconds[name]]), 2),
        "ratio": round(median([median(mine) / median(floor) for mine, floor in rounds]), 2),
        "bound": BOUNDS[name],
        "queries": counted.queries,
        "bytes": len(counted.body),
    }


def _report(results: dict) -> None:
    heads = ("pages/s", "p50 ms", "p95 ms", "× floor", "bound", "queries", "bytes")
    print(f"{'page':<12}" + "".join(f"{head:>9}" for head in heads))
    for row in results["pages"]:
        print(f"{row['page']:<12}" + "".join(f"{row[key]:>9}" for key in COLUMNS))
    print("floor: against the same view without our own middleware; the others against the floor")
    print("durability:", ", ".join(f"{name} {value}" for name, value in results["durability"].items()))


if __name__ == "__main__":
    main()
