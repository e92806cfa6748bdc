"""The pages of a working day in a large municipality, beside a small one: `make bench SCALE=1000000`.

Two databases stand side by side, one with ten thousand cases and one with as many as asked. Rounds alternate
between them, and in a round the pages alternate with the floor: whatever disturbs, disturbs all alike.
"""

import gc
import statistics
import sys
from dataclasses import dataclass
from typing import Any

from django.core.handlers.wsgi import WSGIHandler

from benchmarks import residents_finding, scratch
from benchmarks.buffers import read_for
from benchmarks.bulk.holding import broken as not_held
from benchmarks.bulk.loading import load
from benchmarks.measure import Browser, quantile
from benchmarks.residents import MADE_AT, TODAY
from benchmarks.scale_pages import Ask, add_papers, shown, subjects
from sociaal.home.demo.plan import Plan
from sociaal.home.demo.town import found

FEW = 10_000
ROUNDS, REQUESTS, WARMING = 5, 20, 8
BOUNDS = {"case": 8, "whole story": None, "documents": 8, "my work": 8, "team": 8, "team, manager": 8,
          "status change": 4}  # fmt: skip
"""At most so many times the floor. The whole story of ten years is asked for, and has no bound."""
QUERIES = {"case": 15, "documents": 15, "my work": 10, "team": 10, "team, manager": 10}
GROWTH = 1.5
"""At most so many times the time, and the blocks read for a row, among `FEW` cases."""
CONSTANT = 1.25
"""As `GROWTH`, of the blocks without those on the way down in B-trees, which are deeper in a larger town."""
HEADS = ("p50 ms", "p95 ms", "in small", "× floor", "bound", "queries", "bound", "× small", "blocks/row",
         "in small", "not down", "in small", "rows")  # fmt: skip
COLUMNS = (
    "p50_ms",
    "p95_ms",
    "p50_ms_small",
    "ratio",
    "bound",
    "queries",
    "queries_bound",
    "growth",
    "blocks_a_row",
    "blocks_a_row_small",
    "flat_blocks_a_row",
    "flat_blocks_a_row_small",
    "rows",
)
Taken = dict[str, dict[str, list[list[float]]]]


@dataclass(frozen=True)
class Looked:
    """Blocks that a page reads, those of them on the way down in B-trees, rows it shows, queries it asks."""

    blocks: int
    down: int
    rows: int
    queries: int


def measure(cases: int) -> dict[str, Any]:
    """Make both municipalities and measure them. Raises RuntimeError when an invariant does not hold."""
    with scratch.side_by_side(lambda: found(Plan(0, TODAY, []), now=MADE_AT)):
        made = {name: _made(name, number) for name, number in ((scratch.SMALL, FEW), (scratch.LARGE, cases))}
        pages = _pages({name: _subjects(name) for name in made})
        scratch.use(scratch.LARGE)
        finding = residents_finding.search_among(made[scratch.LARGE].people, cases)
    written = {
        name: {"cases": one.cases, "rows": one.rows, "seconds": one.seconds} for name, one in made.items()
    }
    return {"cases": cases, "few": FEW, "written": written, "pages": pages, "finding": finding}


def _made(name: str, number: int) -> Any:
    scratch.use(name)
    print(f"writing {number:,} residents with as many cases", flush=True)
    loaded = load(number)
    if wrong := not_held():
        raise RuntimeError(f"what was written does not hold: {wrong}")
    add_papers()
    events, seconds = loaded.rows["event"], sum(loaded.seconds.values())
    print(
        f"{loaded.cases:,} cases with {events:,} events in {seconds:.0f} s; all invariants hold"
        f" ({', '.join(f'{part} {took:.0f} s' for part, took in loaded.seconds.items())})",
        flush=True,
    )
    return loaded


def _subjects(name: str) -> dict[str, Ask]:
    scratch.use(name)
    return subjects(WSGIHandler())


def _pages(asks: dict[str, dict[str, Ask]]) -> list[dict[str, Any]]:
    gc.collect()
    gc.freeze()
    taken: Taken = {name: {page: [] for page in pages} for name, pages in asks.items()}
    for round_ in range(ROUNDS):
        for name, pages in asks.items():
            scratch.use(name)
            print(f"  round {round_ + 1} of {ROUNDS} in {name}", file=sys.stderr, flush=True)
            for page, seconds in _one_round(pages).items():
                taken[name][page].append(seconds)
    looked = {name: _looked_at(name, pages) for name, pages in asks.items()}
    return [_row(page, taken, looked) for page in BOUNDS]


def _one_round(pages: dict[str, Ask]) -> dict[str, list[float]]:
    for _time in range(WARMING):  # a new connection: statements prepared, the planner's memory filled
        for ask in pages.values():
            ask()
    seconds: dict[str, list[float]] = {page: [] for page in pages}
    for _request in range(REQUESTS):
        for page, ask in pages.items():
            seconds[page].append(ask().seconds)
    return seconds


def _looked_at(name: str, pages: dict[str, Ask]) -> dict[str, Looked]:
    """What each page reads, shows and asks."""
    scratch.use(name)
    scratch.vacuum()
    found_ = {}
    for page in BOUNDS:
        read, answer = read_for(pages[page])
        Browser.counts = True
        counted = pages[page]()
        Browser.counts = False
        down = sum(one.down for one in read)
        found_[page] = Looked(sum(one.pages for one in read), down, shown(answer), counted.queries)
    return found_


def _row(page: str, taken: Taken, looked: dict[str, dict[str, Looked]]) -> dict[str, Any]:
    median = statistics.median
    large, small = taken[scratch.LARGE], taken[scratch.SMALL]
    many, few = looked[scratch.LARGE][page], looked[scratch.SMALL][page]
    against = zip(large[page], large["floor"], strict=True)
    beside = zip(large[page], small[page], strict=True)
    return {
        "page": page,
        "p50_ms": round(1000 * median([median(values) for values in large[page]]), 2),
        "p95_ms": round(1000 * median([quantile(values, 0.95) for values in large[page]]), 2),
        "p50_ms_small": round(1000 * median([median(values) for values in small[page]]), 2),
        "ratio": round(median([median(mine) / median(floor) for mine, floor in against]), 2),
        "bound": BOUNDS[page],
        "queries": many.queries,
        "queries_bound": QUERIES.get(page),
        "growth": round(median([median(mine) / median(beside_it) for mine, beside_it in beside]), 2),
        "blocks_a_row": round(many.blocks / many.rows, 2),
        "blocks_a_row_small": round(few.blocks / few.rows, 2),
        "flat_blocks_a_row": round((many.blocks - many.down) / many.rows, 2),
        "flat_blocks_a_row_small": round((few.blocks - few.down) / few.rows, 2),
        "rows": many.rows,
    }


def report(results: dict[str, Any]) -> None:
    """Print the figures."""
    print(f"among {results['cases']:,} cases; small: among {results['few']:,}")
    print("not down: blocks without those on the way down in B-trees, which are deeper in a larger town")
    print(f"{'page':<14}" + "".join(f"{head:>10}" for head in HEADS))
    for row in results["pages"]:
        print(f"{row['page']:<14}" + "".join(f"{_said(row[column]):>10}" for column in COLUMNS))
    residents_finding.report(results["finding"])


def _said(value: Any) -> Any:
    return "-" if value is None else value


def broken(results: dict[str, Any]) -> list[str]:
    """What does not keep its bound."""
    over = []
    for row in results["pages"]:
        page = row["page"]
        if row["bound"] and row["ratio"] > row["bound"]:
            over.append(f"{page}: {row['ratio']} × the floor")
        if row["queries"] > QUERIES.get(page, row["queries"]):
            over.append(f"{page}: {row['queries']} queries")
        if row["growth"] > GROWTH:
            over.append(f"{page}: {row['growth']} × its time among {results['few']:,}")
        if row["blocks_a_row"] > GROWTH * row["blocks_a_row_small"]:
            over.append(f"{page}: {row['blocks_a_row']} blocks a row")
        if row["flat_blocks_a_row"] > CONSTANT * row["flat_blocks_a_row_small"]:
            over.append(f"{page}: {row['flat_blocks_a_row']} blocks a row beside the way down")
    return over + residents_finding.broken(results["finding"])
