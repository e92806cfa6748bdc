"""An import is all or nothing, alone, and leaves nothing behind but the baseline."""

import io
from datetime import UTC, datetime

import pytest
from django.db import connection, connections

from regie.metrics.event_log.mapping import check_mapping
from regie.metrics.models import Baseline, BaselineCase, BaselineRoute
from regie.metrics.operations import baseline as operation
from sociaal.core.errors import Conflict
from tests.factories import NOW

COLUMNS = {"case": "case", "activity": "step", "time": "time", "resource": "by"}
MAPPING = check_mapping({"log": {"name": "The system before"}, "columns": COLUMNS})


def a_log(cases=3):
    lines = [f"{number},receive,2024-03-01 09:00,Anna" for number in range(cases)]
    return io.BytesIO("\n".join(["case,step,time,by", *lines]).encode())


def run(log, **options):
    return operation.import_event_log(file=log, mapping=MAPPING, by=None, now=NOW, **options)


def stored():
    return Baseline.objects.count(), BaselineCase.objects.count(), BaselineRoute.objects.count()


@pytest.mark.django_db
def test_cases_in_more_than_one_batch_are_all_stored_and_share_their_route(monkeypatch):
    monkeypatch.setattr(operation, "CASES_AT_A_TIME", 2)
    heard = []
    baseline, is_new = run(a_log(cases=5), on_traced=heard.append)
    assert (is_new, baseline.imported_at, baseline.figures["cases"]) == (True, NOW, 5)
    assert stored() == (1, 5, 1)
    assert heard == [2, 2, 1]


@pytest.mark.django_db
def test_events_at_one_moment_keep_the_order_of_the_file():
    lines = [
        "1,second,2024-03-01 09:00,Anna",
        "1,third,2024-03-01 09:00,Anna",
        "1,first,2024-02-01 09:00,Anna",
    ]
    run(io.BytesIO("\n".join(["case,step,time,by", *lines]).encode()))
    assert BaselineRoute.objects.get().activities == ["first", "second", "third"]


@pytest.mark.django_db
def test_moments_are_stored_as_the_log_means_them():
    run(a_log(cases=1))
    case = BaselineCase.objects.get()
    assert case.first_at == case.start_at == datetime(2024, 3, 1, 8, tzinfo=UTC)
    assert (case.end_at, case.deadline_at, case.channel) == (None, None, "")


@pytest.mark.django_db(transaction=True)
def test_a_failure_at_the_very_end_leaves_nothing(monkeypatch):
    def fail(*args, **kwargs):
        raise OSError("no room")

    monkeypatch.setattr(operation.log, "wrote", fail)
    with pytest.raises(OSError, match="no room"):
        run(a_log())
    assert stored() == (0, 0, 0)


@pytest.mark.django_db(transaction=True)
def test_two_logs_one_after_the_other_in_one_session_do_not_meet():
    run(a_log(cases=2))
    run(a_log(cases=3))
    assert sorted(baseline.figures["cases"] for baseline in Baseline.objects.all()) == [2, 3]
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('pg_temp.logged_event')")
        assert cursor.fetchone() == (None,)


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_while_another_import_runs_a_second_one_is_told_to_wait():
    with connections["owner"].cursor() as other:
        other.execute("SELECT pg_advisory_lock(hashtext('import_event_log'))")
        with pytest.raises(Conflict):
            run(a_log())
        other.execute("SELECT pg_advisory_unlock(hashtext('import_event_log'))")
    assert run(a_log())[1] is True
