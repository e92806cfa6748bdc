"""What the clock asks: once a night, once an hour, however often it is asked."""

import pytest

from cases.tasks import end_quiet_terms, let_terms_run_again
from regie.metrics.models import Figures
from regie.metrics.tasks import rebuild_figures, refresh_figures
from sociaal.outbox.models import Message
from sociaal.outbox.periods import last_run
from sociaal.outbox.relaying import relay_all
from tests.factories import NOW, TeamFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(time_machine):
    time_machine.move_to(NOW, tick=False)


def test_the_nightly_rebuild_is_asked_once_a_day():
    rebuild_figures()
    rebuild_figures()
    assert list(Message.objects.values_list("topic", "key")) == [("figures_rebuild", "case:0")]
    assert last_run("rebuild_figures") == NOW


def test_the_hourly_refresh_computes_every_team_and_all():
    team = TeamFactory()
    refresh_figures()
    refresh_figures()
    assert relay_all(now=NOW) == 2
    assert set(Figures.objects.values_list("team", flat=True)) == {team.pk, None}


def test_a_refresh_that_fails_leaves_the_hour_free(monkeypatch):
    monkeypatch.setattr("regie.metrics.tasks.ask_for_figures", lambda *args, **options: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        refresh_figures()
    assert last_run("refresh_figures") is None


@pytest.mark.parametrize(
    ("task", "operation"),
    [
        (end_quiet_terms, "contact_person.end_quiet_terms"),
        (let_terms_run_again, "suspensions.let_terms_run_again"),
    ],
)
def test_what_the_file_needs_of_the_night_is_done_once_a_day(monkeypatch, task, operation):
    times = []
    monkeypatch.setattr(f"cases.operations.{operation}", lambda now: times.append(now))
    task()
    task()
    assert times == [NOW]
    assert last_run(operation.split(".")[1]) == NOW
