"""A worker killed in the middle of a file: the next one does the rest, and no row twice."""

import time

import pytest
from django.utils import timezone

from cases.models import HelpRequest
from intake.files.taking import BATCH
from intake.models import FileImport, ImportedRow
from intake.operations.imports import bring_file
from sociaal.outbox.models import Message
from sociaal.outbox.relaying import relay_one
from tests.factories import TeamFactory, make_member
from tests.workers import running_worker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
ROWS = 2 * BATCH + 40


def wait_until(condition, seconds=90):
    for _look in range(seconds * 20):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen")


def test_a_worker_killed_halfway_leaves_nothing_undone_and_nothing_double():
    TeamFactory()
    fatma = make_member("fatma")
    rows = "".join(f"2026-01-02;Vraag {number};Nieuw{number}\n" for number in range(ROWS))
    text = "received_at;words;last_name\n" + rows
    with running_worker() as worker:
        file = bring_file(kind="backlog", name="b.csv", text=text, rows=ROWS, by=fatma, now=timezone.now())
        wait_until(lambda: FileImport.objects.get(pk=file.pk).read >= BATCH)
        worker.kill()
        worker.wait()
    done = FileImport.objects.get(pk=file.pk).read
    assert BATCH <= done < ROWS
    assert HelpRequest.objects.count() == done
    Message.objects.filter(state="waiting").update(due_at=timezone.now())  # else half a minute later
    while FileImport.objects.get(pk=file.pk).state != "done":
        assert relay_one(now=timezone.now())
    assert HelpRequest.objects.count() == ImportedRow.objects.count() == ROWS
    assert FileImport.objects.get(pk=file.pk).made == ROWS
