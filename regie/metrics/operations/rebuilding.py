"""Count everything anew, batch by batch, as if nothing had been counted before.

Each batch is a message of the outbox, which is closed in the transaction of its effect and asks for the next:
so a worker that is killed, or a broker that loses everything, costs at most one batch done twice.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db import models, transaction

from cases.models import Case, HelpRequest
from regie.metrics.operations.figures import refresh_figures
from regie.metrics.operations.recounting import recount_cases, recount_requests
from sociaal.accounts.models import Team
from sociaal.outbox.posting import post

BATCH = 200
REBUILD = "figures_rebuild"
SOURCES: dict[str, tuple[type[models.Model], Callable[[list[int]], Any]]] = {
    "case": (Case, recount_cases),
    "request": (HelpRequest, recount_requests),
}
AFTER = {"case": "request", "request": "figures"}


def start_rebuild(*, now: datetime) -> None:
    """Ask the worker for a full rebuild. Belongs inside a transaction."""
    post(REBUILD, "case:0", now=now)


def rebuild_batch(place: str, now: datetime) -> None:
    """Do the batch at `place` ("case:1200": the cases with a key above 1200) and ask for the next."""
    following = do_batch(place, now)
    if following:
        # in the next round of the relay, after what people changed meanwhile
        post(REBUILD, following, now=now, delay=timedelta(milliseconds=1))


def rebuild_all(*, now: datetime) -> Iterator[str]:
    """Rebuild here and now; yields the place of each batch that is done. Each batch is a transaction."""
    place = "case:0"
    while place:
        with transaction.atomic():
            following = do_batch(place, now)
        yield place
        place = following


def do_batch(place: str, now: datetime) -> str:
    """Do one batch; returns the place of the next, or "" when all is done."""
    source, _colon, after = place.partition(":")
    if source not in SOURCES:
        refresh_everything(now)
        return ""
    model, recount = SOURCES[source]
    keys = list(
        model._default_manager.filter(pk__gt=int(after)).order_by("pk").values_list("pk", flat=True)[:BATCH]
    )
    recount(keys)
    return f"{source}:{keys[-1]}" if len(keys) == BATCH else f"{AFTER[source]}:0"


def refresh_everything(now: datetime) -> None:
    """The figures of every team and of all; those of a team that is no more are removed with it."""
    for team in [None, *Team.objects.order_by("pk").values_list("pk", flat=True)]:
        refresh_figures(team, now=now)
