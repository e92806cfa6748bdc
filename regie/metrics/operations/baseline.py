"""Import the event log of the system a municipality had before, as the baseline to compare with."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import BinaryIO

from django.db import connection, transaction
from django.utils.translation import gettext as _

from regie.metrics.event_log.figures import BaselineFigures
from regie.metrics.event_log.lines import Progress
from regie.metrics.event_log.mapping import Mapping
from regie.metrics.event_log.reading import LogReader
from regie.metrics.event_log.tracing import TracedCase, trace_cases
from regie.metrics.models import Baseline, BaselineCase, BaselineRoute
from regie.metrics.operations.staging import staged_events
from sociaal.accounts.models import User
from sociaal.accounts.permissions import check_administers
from sociaal.audit import log
from sociaal.core.errors import Conflict

CASES_AT_A_TIME = 1000
BYTES_AT_A_TIME = 1024 * 1024


def _no_progress(done: int) -> None:
    """Nobody is watching."""


@transaction.atomic
def import_event_log(
    *,
    file: BinaryIO,
    mapping: Mapping,
    by: User | None,
    now: datetime,
    on_read: Progress = _no_progress,
    on_traced: Progress = _no_progress,
) -> tuple[Baseline, bool]:
    """Read the log in `file` (seekable) and store its figures, cases and routes: all or nothing.

    Returns the baseline, and whether it is new: the same file with the same mapping changes nothing. `by` is
    None on the command line. `on_read` hears of bytes read, `on_traced` of cases stored.
    Raises NotPermitted, LogRefused with the line that is wrong, and Conflict while another import runs.
    """
    check_administers(by)
    _one_at_a_time()
    digest = _digest(file)
    known = Baseline.objects.filter(file_digest=digest, mapping_digest=mapping.digest).first()
    if known:
        return known, False
    file.seek(0)
    reader = LogReader(mapping)
    with staged_events() as staged:
        staged.fill(reader.events(file, on_read))
        assert reader.until is not None  # a log without events was refused
        baseline = Baseline(name=mapping.name, source=mapping.source, holds_until=reader.until)
        baseline.file_digest, baseline.mapping_digest = digest, mapping.digest
        baseline.imported_at, baseline.imported_by, baseline.figures = now, by, {}
        baseline.save()
        traced = trace_cases(staged.in_order(), until=reader.until, starts_named="start" in mapping.columns)
        baseline.figures = _store(baseline, traced, reader, on_traced)
    baseline.save(update_fields=["figures"])
    log.wrote("import_event_log", by=by, now=now, about=baseline, file=digest)
    return baseline, True


def _digest(file: BinaryIO) -> str:
    digest = hashlib.sha256()
    while part := file.read(BYTES_AT_A_TIME):
        digest.update(part)
    return digest.hexdigest()


def _one_at_a_time() -> None:
    """Two imports of one file at once would both find nothing there yet."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext('import_event_log'))")
        if not cursor.fetchone()[0]:
            raise Conflict(_("Another event log is being imported. Try again when that is done."))


def _store(
    baseline: Baseline, traced: Iterator[TracedCase], reader: LogReader, on_traced: Progress
) -> dict[str, object]:
    figures = BaselineFigures(baseline.holds_until)
    activities = list(reader.activities)
    routes: dict[tuple[int, ...], int] = {}
    while batch := list(islice(traced, CASES_AT_A_TIME)):
        _store_routes(baseline, {case.route for case in batch} - routes.keys(), activities, routes)
        BaselineCase.objects.bulk_create(_row(baseline, case, routes[case.route]) for case in batch)
        for case in batch:
            figures.add(case)
        on_traced(len(batch))
    return figures.as_dict() | {"activities": len(activities), "resources": len(reader.resources)}


def _store_routes(
    baseline: Baseline,
    new: Iterable[tuple[int, ...]],
    activities: list[str],
    routes: dict[tuple[int, ...], int],
) -> None:
    """Store routes not seen before, and remember their keys in `routes`."""
    ordered = sorted(new)
    rows = [BaselineRoute(baseline=baseline, activities=[activities[n] for n in route]) for route in ordered]
    for route, row in zip(ordered, BaselineRoute.objects.bulk_create(rows), strict=True):
        routes[route] = row.pk


def _row(baseline: Baseline, case: TracedCase, route: int) -> BaselineCase:
    return BaselineCase(
        baseline=baseline,
        key=case.case,
        route_id=route,
        first_at=case.first_at,
        last_at=case.last_at,
        start_at=case.start_at,
        end_at=case.end_at,
        deadline_at=case.deadline_at,
        channel=case.channel,
        resource_changes=case.resource_changes,
        oddities=[str(oddity) for oddity in case.oddities],
    )
