"""Load Voorbeeldstad, chunk by chunk, while the site answers; an interruption costs nothing."""

import gc
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _

from cases.models import Resident
from cases.operations.recording import CASE_CHANGED, REQUEST_CHANGED
from regie.metrics.operations.rebuilding import rebuild_all
from sociaal.audit import log
from sociaal.core.errors import Refused
from sociaal.home.demo.acting import REFUSALS, Acting
from sociaal.home.demo.lives import Step
from sociaal.home.demo.planning import make_plan
from sociaal.home.demo.town import found
from sociaal.outbox.models import Effect
from sociaal.outbox.posting import leaving_out

VERSION = 4
"""Goes up when the same seed no longer gives the same town."""
COUNTED = (CASE_CHANGED, REQUEST_CHANGED)
"""Not posted while loading: the figures are counted at the end."""
KEY, EFFECT = "voorbeeldstad", "demo"
CHUNK = 120
"""Steps per transaction: about a second, so that nobody waits long for a row that is held."""
NEVER_SWEPT = datetime(9000, 1, 1, tzinfo=UTC)
"""The outbox removes old effects; this one says for good that the town is there."""


@dataclass(frozen=True)
class Size:
    """Which town: the same size, seed and last day give the same one."""

    seed: int
    today: date
    cases: int = 1000
    residents: int = 600


@dataclass(frozen=True)
class Progress:
    """How far loading is: steps done, of how many, and cases opened so far."""

    done: int
    steps: int
    opened: int
    cases: int


def is_loaded() -> bool:
    """Whether the town is complete."""
    row = Effect.objects.filter(key=KEY, effect=EFFECT).first()
    return row is not None and json.loads(row.result)["done"] == "all"


def load(size: Size, *, now: datetime) -> Iterator[Progress]:
    """Load the town, or what is missing of it; yields after each chunk. A complete town stays.

    A half-loaded town is completed as it was begun: its own seed, size and day hold, not those given. `now`
    is the real time, for the figures only. Raises Refused without the demo setting, and where residents are
    that do not belong to the town.
    """
    if not settings.DEMO:
        raise Refused(_("Voorbeeldstad is only loaded where the demo setting is on."))
    size, done = _begin(size)
    if done is None:
        return
    plan = make_plan(seed=size.seed, today=size.today, cases=size.cases, residents=size.residents)
    acting = Acting(plan)
    opened = sum(step.act == "take_up" for step in plan.steps[:done])
    while done < len(plan.steps):
        chunk = plan.steps[done : done + CHUNK]
        try:
            with _in_bulk():
                _do_chunk(acting, acting.do, chunk, size, done)
        except REFUSALS:
            with transaction.atomic(), leaving_out(*COUNTED):
                _do_chunk(acting, acting.do_what_can_be, chunk, size, done)
        done += len(chunk)
        opened += sum(step.act == "take_up" for step in chunk)
        yield Progress(done, len(plan.steps), opened, len(plan.lives))
    for _place in rebuild_all(now=now):
        pass
    _remember(size, "all")


def _do_chunk(
    acting: Acting, do: Callable[[Sequence[Step]], None], chunk: Sequence[Step], size: Size, done: int
) -> None:
    if done == 0:
        found(acting.plan, now=acting.plan.beginning)
    do(chunk)
    _remember(size, done + len(chunk))


@contextmanager
def _in_bulk() -> Iterator[None]:
    """One transaction for many operations. Each is as it always is, only three costs are paid once.

    No savepoint per operation: what goes wrong here undoes the chunk anyway. Audit lines go in together, and
    the figures are counted at the end, not case by case meanwhile. Garbage is collected between chunks.
    """
    features = connection.features
    before, features.uses_savepoints = features.uses_savepoints, False
    gc.disable()
    try:
        with leaving_out(*COUNTED), log.gathered():
            yield
    finally:
        gc.enable()
        features.uses_savepoints = before


def _begin(size: Size) -> tuple[Size, int | None]:
    """Which town is being loaded and how many steps are done; None when all are."""
    with transaction.atomic():
        row = Effect.objects.filter(key=KEY, effect=EFFECT).first()
        if row is None:
            if Resident.objects.exists():
                raise Refused(_("There are residents here already. Voorbeeldstad wants an empty database."))
            _remember(size, 0)
            return size, 0
    kept = json.loads(row.result)
    begun = Size(kept["seed"], date.fromisoformat(kept["today"]), kept["cases"], kept["residents"])
    return begun, None if kept["done"] == "all" else kept["done"]


def _remember(size: Size, done: int | str) -> None:
    kept = {"version": VERSION, "seed": size.seed, "today": size.today.isoformat(), "cases": size.cases,
            "residents": size.residents, "done": done}  # fmt: skip
    Effect.objects.update_or_create(
        key=KEY, effect=EFFECT, defaults={"result": json.dumps(kept), "done_at": NEVER_SWEPT}
    )


def digest() -> str:
    """A fingerprint of all that happened, by moments and codes and not by keys: equal for equal towns."""
    question = """
        SELECT e.occurred_at, e.kind, c.number, r.search_name, r.birth_date, u.email, c.status, c.subject
        FROM cases_event e LEFT JOIN cases_case c ON c.id = e.case_id
        LEFT JOIN cases_resident r ON r.id = e.resident_id LEFT JOIN accounts_user u ON u.id = e.actor_id
        ORDER BY e.id
    """
    found_ = hashlib.sha256()
    with connection.cursor() as cursor:
        cursor.execute(question)
        for row in cursor:
            found_.update("|".join(str(value) for value in row).encode())
    return found_.hexdigest()
