"""A periodic task runs once a period, however often it is asked."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from sociaal.outbox.models import PeriodRun
from sociaal.outbox.periods import first_in_period, last_run, start_of_period
from tests.factories import NOW
from tests.sociaal.outbox.transactions import Elsewhere

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("length", "start"),
    [(timedelta(minutes=1), (10, 20)), (timedelta(hours=1), (10, 0)), (DAY, (0, 0))],
)
def test_a_period_starts_at_a_round_moment(length, start):
    at = datetime(2026, 11, 18, 10, 20, 45, tzinfo=UTC)
    assert start_of_period(at, length) == datetime(2026, 11, 18, *start, tzinfo=UTC)


@pytest.mark.django_db
def test_the_first_of_a_period_may_run_and_the_second_may_not():
    assert first_in_period("sweep", DAY, now=NOW)
    assert not first_in_period("sweep", DAY, now=NOW + timedelta(hours=1))
    assert first_in_period("other", DAY, now=NOW)
    assert first_in_period("sweep", DAY, now=NOW + DAY)


@pytest.mark.django_db
def test_the_last_run_is_known_and_a_task_that_never_ran_has_none():
    assert last_run("sweep") is None
    first_in_period("sweep", DAY, now=NOW)
    first_in_period("sweep", DAY, now=NOW + DAY)
    assert last_run("sweep") == NOW + DAY


@pytest.mark.django_db(transaction=True)
def test_beat_twice_at_the_same_moment_runs_it_once():
    with Elsewhere() as other:
        with transaction.atomic():
            assert first_in_period("sweep", DAY, now=NOW)
            second = other.start(lambda: first_in_period("sweep", DAY, now=NOW + timedelta(seconds=1)))
            assert not second.done(after=0.3)
        assert second.result(within=5) is False
    assert PeriodRun.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_claim_whose_work_fails_is_free_again():
    @transaction.atomic
    def work():
        assert first_in_period("sweep", DAY, now=NOW)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        work()
    assert first_in_period("sweep", DAY, now=NOW)
