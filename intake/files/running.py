"""An uploaded file, read by the worker: some rows with each message of the outbox, and then the next."""

import io
from datetime import datetime
from itertools import islice

from django.db import transaction

from intake.files.kinds import BacklogTaker, SignalTaker, Taker
from intake.files.reading import CsvRows
from intake.files.refused import as_text
from intake.files.taking import BATCH, Tally, take_batch
from intake.models import FileImport
from sociaal.audit import log
from sociaal.outbox.posting import post

COUNTED = ("read", "made", "joined", "known", "refused", "doubtful")


@transaction.atomic
def read_on(key: str, now: datetime) -> None:
    """Handler of the outbox: the next rows of this file, and a message for those after it.

    Rows, counts and message are one transaction: a worker killed halfway begins this part again, and no row
    is done twice. When the last row was read the content goes.
    """
    file = FileImport.objects.select_for_update().get(pk=key)
    if file.state == FileImport.State.DONE:
        return
    taker = taker_of(file)
    rows = CsvRows(io.StringIO(file.content, newline=""), taker.columns)
    batch = list(islice(rows, file.read, file.read + BATCH))
    tally, refused = take_batch(batch, taker, now=now)
    file.refused_rows += as_text(refused, rows.header, rows.delimiter, count=file.refused)
    _count(file, tally)
    # not the content: encrypting and writing megabytes again with each part would be most of the work
    changed = ["state", *(["refused_rows"] if refused else []), *COUNTED]
    if file.read < file.rows and batch:
        file.state = FileImport.State.RUNNING
        post(FileImport.TOPIC, file.pk, now=now)
    else:
        file.state, file.ended_at, file.content = FileImport.State.DONE, now, ""
        changed += ["ended_at", "content"]
        log.wrote("file_read", by=None, now=now, about=file, made=file.made, refused=file.refused)
    file.save(update_fields=changed)


def taker_of(file: FileImport) -> Taker:
    """Who takes the rows of this file."""
    if file.kind == FileImport.Kind.BACKLOG:
        return BacklogTaker()
    assert file.team is not None  # an operation that brings signals says for which team
    return SignalTaker(creditor=file.options["creditor"], kind=file.options["debt"], team=file.team)


def _count(file: FileImport, tally: Tally) -> None:
    for name in COUNTED:
        setattr(file, name, getattr(file, name) + getattr(tally, name))
