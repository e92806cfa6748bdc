"""The municipality that is written by COPY: what operations and triggers hold, holds of it as well."""

import pytest
from django.db import connections
from django.urls import reverse

from benchmarks.bulk.dealing import deal, parts_of
from benchmarks.bulk.holding import broken
from benchmarks.bulk.loading import load
from benchmarks.bulk.rows import moment
from benchmarks.bulk.staff import TeamOf
from benchmarks.bulk.story import DAY
from benchmarks.bulk.writing import COLUMNS, Writing
from benchmarks.pages import busiest_case
from benchmarks.residents import MADE_AT, TODAY
from cases.enums import CaseStatus
from cases.models import Case, Event, OpenCase, Wait
from sociaal.accounts.models import User
from sociaal.home.demo.plan import Plan
from sociaal.home.demo.town import found

TEAMS = [TeamOf(1, [1, 2, 3]), TeamOf(2, [4, 5, 6])]
FEW = 2000


def told(dealt):
    return [(begun, story.events) for lives in dealt for begun, story in lives.cases]


def test_there_are_as_many_cases_as_residents_and_the_same_each_time():
    dealt = list(deal(160, TEAMS))
    assert sum(len(lives.cases) for lives in dealt) == len(dealt) == 160
    assert told(dealt) == told(deal(160, TEAMS))


def test_dealt_in_parts_nobody_is_left_out_and_the_first_team_has_its_share():
    parts = parts_of(404, 2)
    assert [place for part in parts for place in part] == [*range(404)]
    dealt = [lives for part in parts for lives in deal(404, TEAMS, part)]
    assert sum(len(lives.cases) for lives in dealt) >= 400
    theirs = [lives for lives in dealt if lives.cases and lives.team == 1]
    still_open = [lives for lives in theirs if lives.cases[-1][1].closed is None]
    assert len(still_open) == 202
    assert {lives.user for lives in still_open} == {1, 2, 3}
    first, second = (told(deal(404, TEAMS, part)) for part in parts)
    assert first[: len(second)] != second


def test_parts_never_give_the_same_case_number():
    provisions, given = [1], []
    for part in range(2):
        writing = Writing(dict.fromkeys(COLUMNS, 1), provisions, part, 2)
        for lives in deal(80, TEAMS):
            writing.add_all(lives, 1)
        given += [line.split("\t")[1] for line in writing.tables["case"].lines]
    assert len(given) == len(set(given)) == 160


def test_of_two_cases_the_first_is_over_before_the_second_is_reported():
    pairs = [lives.cases for lives in deal(400, TEAMS) if len(lives.cases) == 2]
    assert pairs
    assert all(begun + one.closed < later for (begun, one), (later, _other) in pairs)


def test_a_story_is_told_in_order_of_time_and_ends_in_its_status():
    for lives in deal(400, TEAMS):
        for _beginning, story in lives.cases:
            moments = [told.at for told in story.events]
            assert moments == sorted(moments)
            steps = [told.codes for told in story.events if told.kind == "status_changed"]
            assert f'"to": "{story.status}"' in steps[-1] if steps else story.status == CaseStatus.REGISTERED


def test_the_longest_case_is_of_ten_years():
    _beginning, story = next(lives.cases[0] for lives in deal(16, TEAMS) if lives.cases)
    assert 9.5 * 365 * DAY < story.now < 10.5 * 365 * DAY
    assert len(story.contacts) > 300


def test_a_minute_is_a_moment_in_working_hours():
    assert moment(0) == "2015-06-01 07:00:00+00"
    assert moment(DAY + 61) == "2015-06-02 08:01:00+00"


@pytest.fixture
def town():
    found(Plan(0, TODAY, []), now=MADE_AT)
    return load(FEW)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_what_was_written_holds_and_its_pages_open(town, client):
    assert broken() == {}
    assert Case.objects.count() == town.cases == FEW
    anna = User.objects.get(email="anna@voorbeeldstad.example")
    case = busiest_case(anna)
    client.force_login(anna)
    for address in (reverse("case", args=[case.number]), reverse("home"), reverse("team")):
        assert client.get(address).status_code == 200
    assert OpenCase.objects.filter(team=anna.team_id).count() == FEW // 2
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_trigger WHERE tgrelid = 'cases_case'::regclass AND tgenabled = 'D'"
        )
        assert cursor.fetchone() == (0,)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_what_does_not_hold_is_noticed(town):
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE cases_wait DISABLE TRIGGER USER")
        cursor.execute(
            "UPDATE cases_wait SET until = NULL WHERE id = (SELECT min(w.id) FROM cases_wait w"
            " JOIN cases_case c ON c.id = w.case_id WHERE c.status = 'closed')"
        )
        cursor.execute("ALTER TABLE cases_wait ENABLE TRIGGER USER")
    wait = Wait.objects.get(until=None, case__status="closed")
    assert broken() == {"a closed case that waits": 1, "a wait without its event, or ended without that": 1}
    Event.objects.create(
        kind="status_changed", case=wait.case, resident=wait.case.resident, codes={"to": "weighing"},
        occurred_at=MADE_AT, recorded_at=MADE_AT,
    )  # fmt: skip
    assert broken()["a status that is not that of the last status event"] == 1
