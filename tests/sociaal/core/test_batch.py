"""Several changes go to the database together, and are as if they were written one by one."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from cases.models import Case, Wait
from sociaal.core.batch import Batch
from sociaal.outbox.models import Effect
from tests.factories import NOW, make_case, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return make_case(make_member("anna"))


def test_all_goes_in_one_statement_and_new_rows_get_their_keys(case):
    wait = Wait(case=case, on="us", subject="review", since=NOW, why="it's 100 % ; sure")
    first, second = Effect(key="a", effect="x", done_at=NOW), Effect(key="b", effect="x", done_at=NOW)
    batch, before = Batch(), case.version
    batch.insert(first)
    batch.update(case, ["subject"], count_up="version")
    batch.insert(wait)
    batch.run("UPDATE cases_case SET track = %s WHERE id = %s", ["fast", case.pk])
    batch.insert(second)
    case.subject = "changed after it was gathered"
    with CaptureQueriesContext(connection) as asked:
        batch.send()
    assert len(asked) == 1
    assert list(Effect.objects.order_by("pk")) == [first, second]
    assert Wait.objects.get(pk=wait.pk).why == "it's 100 % ; sure"
    now = Case.objects.get(pk=case.pk)
    assert (now.track, now.version, case.version) == ("fast", before + 1, before + 1)
    assert now.subject != "changed after it was gathered"


def test_a_row_that_was_written_is_saved_as_a_row_that_is_there(case):
    effect = Effect(key="a", effect="x", done_at=NOW)
    batch = Batch()
    batch.insert(effect)
    batch.send()
    effect.result = "/"
    effect.save()
    assert Effect.objects.get().result == "/"


def test_what_cannot_be_written_leaves_nothing_of_the_rest():
    batch = Batch()
    for _twice in range(2):
        batch.insert(Effect(key="a", effect="x", done_at=NOW))
    with pytest.raises(IntegrityError), transaction.atomic():
        batch.send()
    assert not Effect.objects.exists()


def test_what_was_sent_is_not_sent_again():
    batch = Batch()
    batch.insert(Effect(key="a", effect="x", done_at=NOW))
    batch.send()
    batch.send()
    assert Effect.objects.count() == 1
