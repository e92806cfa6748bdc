"""A file that somebody uploads: kept encrypted, read by the worker in parts, gone when it was read."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from intake.models import FileImport
from intake.permissions import check_brings_backlog, check_brings_signals
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.core.errors import NotFound, NotPermitted, Refused
from sociaal.outbox.posting import post

LARGEST = 20_000_000
"""Bytes: more than 60,000 rows."""
KEEP = timedelta(days=30)
"""So long refused rows can be fetched; then they go, for they are about people."""

CHECKS = {FileImport.Kind.BACKLOG: check_brings_backlog, FileImport.Kind.SIGNALS: check_brings_signals}


@transaction.atomic
def bring_file(
    *, kind: str, name: str, text: str, rows: int, by: User, now: datetime, **options: str
) -> FileImport:
    """Keep the file and ask the worker to read it. `rows` was counted by whoever checked its header.

    A backlog is brought by an administrator, signals by who knows debts, for their own team. Raises
    NotPermitted, Refused. `options`: creditor and kind of debt, for signals.
    """
    CHECKS[FileImport.Kind(kind)](by)
    if not rows:
        raise Refused(_("There are no rows in this file."), field="file")
    if kind == FileImport.Kind.SIGNALS and by.team is None:
        raise NotPermitted(_("You are in no team yet. Ask the administrator."))
    row = FileImport.objects.create(
        kind=kind, name=name[-120:], content=text, rows=rows, options=options, started_by=by,
        team=by.team if kind == FileImport.Kind.SIGNALS else None, started_at=now,
    )  # fmt: skip
    log.wrote("bring_file", by=by, now=now, about=row, file=kind)
    post(FileImport.TOPIC, row.pk, now=now)
    return row


@transaction.atomic
def resume_file(*, file: FileImport, by: User, now: datetime) -> FileImport:
    """Go on with a file whose reading stopped. Raises NotFound for a file of somebody else."""
    if file.started_by_id != by.pk:
        raise NotFound
    if file.state != FileImport.State.DONE:
        post(FileImport.TOPIC, file.pk, now=now)
        log.wrote("resume_file", by=by, now=now, about=file)
    return file


@transaction.atomic
def forget_refused(*, now: datetime) -> int:
    """Nightly: refused rows of files read more than 30 days ago go; the counts stay. How many files."""
    old = FileImport.objects.filter(ended_at__lt=now - KEEP).exclude(refused_rows="")
    return old.update(refused_rows="")
