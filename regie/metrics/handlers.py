"""What the worker does when something changed: count it, and soon after compute the figures once."""

from datetime import datetime, timedelta

from cases.operations.recording import CASE_CHANGED, REQUEST_CHANGED
from regie.metrics.operations.figures import refresh_figures
from regie.metrics.operations.rebuilding import REBUILD, rebuild_batch
from regie.metrics.operations.recounting import recount_case, recount_request
from sociaal.outbox.handlers import register
from sociaal.outbox.posting import post

FIGURES_CHANGED = "figures_changed"
ALL = "all"
PAUSE = timedelta(seconds=2)
"""How long figures wait for more changes: a burst is one refresh."""


def case_changed(key: str, now: datetime) -> None:
    """A case changed."""
    ask_for_figures(recount_case(int(key)), now)


def request_changed(key: str, now: datetime) -> None:
    """A help request changed that is no case."""
    ask_for_figures(recount_request(int(key)), now)


def ask_for_figures(teams: set[int], now: datetime, pause: timedelta = PAUSE) -> None:
    """Have the figures of these teams, and of all, computed after a pause. In a fixed order: no deadlock."""
    for key in [*map(str, sorted(teams)), ALL]:
        post(FIGURES_CHANGED, key, now=now, delay=pause)


def figures_changed(key: str, now: datetime) -> None:
    """The figures of a team, or of all, must be computed."""
    refresh_figures(None if key == ALL else int(key), now=now)


def register_all() -> None:
    """Once, when the app is ready."""
    register(CASE_CHANGED, case_changed)
    register(REQUEST_CHANGED, request_changed)
    register(FIGURES_CHANGED, figures_changed)
    register(REBUILD, rebuild_batch)
