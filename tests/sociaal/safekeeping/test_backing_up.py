"""A backup is one consistent state of the whole database, made while people work."""

import pytest
from django.contrib.sessions.models import Session
from django.db import connections

from sociaal.audit.models import Entry
from sociaal.core.database import OWNER
from sociaal.core.errors import Refused
from sociaal.outbox.models import Effect
from sociaal.safekeeping import archive, backing_up, contents
from sociaal.safekeeping.backing_up import back_up
from sociaal.safekeeping.servers import Server
from tests import databases
from tests.factories import NOW
from tests.sociaal.safekeeping.test_archive import room_for
from tests.sociaal.safekeeping.towns import names_like

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("safekeeping"),
    pytest.mark.django_db(transaction=True, databases=["default", OWNER]),
]


def test_it_says_what_it_holds_and_of_when_it_is(kept):
    rows = {table: len(rows) for table, rows in kept.rows.items() if table not in contents.LEFT_OUT}
    assert kept.manifest.rows == rows
    assert rows["cases_case"] == 2
    assert rows["cases_documentpiece"] == 1
    assert "cases.0001_tables" in kept.manifest.migrations
    assert kept.manifest.objects["triggers"] > 10
    assert kept.manifest.server == 18
    assert kept.manifest.database == databases.MINE


def test_nobody_who_has_it_can_go_on_as_who_was_signed_in(kept):
    assert len(kept.rows["django_session"]) == 1
    assert "django_session" not in kept.manifest.rows


def test_what_people_do_meanwhile_is_not_in_it_by_half(tmp_path, monkeypatch):
    """Counted and dumped is one moment: a row that comes in between is in neither."""
    dump = backing_up.dump

    def somebody_works(*given):
        Effect.objects.create(key="later", effect="form", done_at=NOW)
        dump(*given)

    monkeypatch.setattr(backing_up, "dump", somebody_works)
    Effect.objects.create(key="before", effect="form", done_at=NOW)
    made = back_up(tmp_path / "a.backup", now=NOW)
    assert Effect.objects.count() == 2
    assert made.manifest.rows["outbox_effect"] == 1


def test_in_a_folder_it_is_named_after_its_moment(tmp_path):
    assert back_up(tmp_path, now=NOW).path.name == "sociaal-2026-11-18T100000Z.backup"
    with archive.opened(tmp_path / "sociaal-2026-11-18T100000Z.backup") as backup:
        backup.check_dump()


def test_the_log_says_that_everything_was_copied(tmp_path):
    made = back_up(tmp_path, now=NOW)
    line = Entry.objects.get()
    assert (line.action, line.at, line.codes) == ("database_backed_up", NOW, {"until": made.manifest.made_at})


def test_a_disk_that_is_full_half_way_leaves_nothing(tmp_path):
    with room_for(20_000), pytest.raises(Refused):
        back_up(tmp_path / "a.backup", now=NOW)
    assert list(tmp_path.iterdir()) == []


def test_a_dump_that_cannot_be_read_back_is_no_backup(tmp_path, monkeypatch):
    monkeypatch.setattr(backing_up, "dump", lambda server, programs, snapshot, into: into.write(b"PGDMP" * 9))
    with pytest.raises(Refused, match="pg_restore"):
        back_up(tmp_path / "a.backup", now=NOW)
    assert list(tmp_path.iterdir()) == []


def test_without_the_owners_address_it_says_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr("sociaal.safekeeping.servers.connections", {})
    with pytest.raises(Refused, match="DATABASE_URL"):
        back_up(tmp_path / "a.backup", now=NOW)


def test_a_server_that_does_not_answer_is_told_without_the_password(tmp_path, monkeypatch):
    nowhere = Server("sociaal", {"host": "127.0.0.1", "port": "9", "user": "owner"}, "very secret")
    monkeypatch.setattr(Server, "of_settings", lambda: nowhere)
    with pytest.raises(Refused) as refused:
        back_up(tmp_path / "a.backup", now=NOW)
    assert "very secret" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_it_makes_no_database_and_changes_none(kept):
    assert names_like(databases.MINE) == {databases.MINE}
    assert not Session.objects.exists()
    assert connections[OWNER].settings_dict["NAME"] == databases.MINE
