"""What was backed up comes back row for row, in the place of nothing else, or nothing has changed."""

from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from django.core import mail
from django.core.management import call_command
from django.db import DatabaseError, connection, connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from cases.models import Email, Letter, Resident
from sociaal.audit.models import Entry
from sociaal.core.database import OWNER
from sociaal.core.errors import Refused
from sociaal.outbox.models import Message
from sociaal.outbox.relaying import relay_all
from sociaal.safekeeping import contents, swapping
from sociaal.safekeeping.backing_up import back_up
from sociaal.safekeeping.restoring import restore
from sociaal.safekeeping.servers import MAINTENANCE
from tests import databases
from tests.factories import NOW, ResidentFactory
from tests.sociaal.safekeeping.towns import changed, names_like, rows_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("safekeeping"),
    pytest.mark.django_db(transaction=True, databases=["default", OWNER]),
]


def put_back(path, **options):
    return restore(path, now=NOW, say=lambda step: None, **options)


def added(before, after):
    """How many rows each table has more; fails when one that was there is gone, or is another."""
    assert before.keys() == after.keys()
    gone = {table: lost for table in before if (lost := set(before[table]) - set(after[table]))}
    assert {table: rows for table, rows in gone.items() if table not in contents.LEFT_OUT} == {}
    more = {table: len(after[table]) - len(before[table]) for table in before}
    return {table: count for table, count in more.items() if count and table not in contents.LEFT_OUT}


def test_every_row_of_every_table_comes_back_and_what_waited_goes_on(kept, elsewhere):
    """After a move: nothing ran after the backup, so the e-mail that waits goes, and only that one."""
    done = put_back(kept.path, send_waiting=True)
    assert (done.kept, done.migrated, done.held_back) == ("", 0, 0)
    assert added(kept.rows, rows_of(elsewhere)) == {"audit_entry": 1, "outbox_message": 1}
    assert rows_of(elsewhere)["django_session"] == []
    assert names_like(elsewhere) == {elsewhere}
    for _round in range(3):
        relay_all(now=NOW)
    (sent,) = mail.outbox
    assert sent.extra_headers["Message-ID"] == Email.objects.get(letter__number=kept.waiting).message_id


def test_the_log_says_that_the_database_was_restored_and_of_when_it_is(kept, restored):
    line = Entry.objects.get(action="database_restored")
    assert (line.at, line.actor) == (NOW, None)
    assert line.codes == {"until": kept.manifest.made_at, "held_back": 1}


@pytest.mark.parametrize("table", ["audit_entry", "cases_event"])
def test_on_both_logs_the_app_may_add_and_read_and_nothing_else(restored, table):
    for statement in (
        "UPDATE {} SET id = id",
        "DELETE FROM {}",
        "TRUNCATE {}",
        "DROP TRIGGER {}_append_only ON {}",
    ):
        with pytest.raises(DatabaseError, match=r"permission denied|must be owner"), transaction.atomic():
            connection.cursor().execute(statement.replace("{}", table))
    with pytest.raises(DatabaseError, match="append-only"), connections[OWNER].cursor() as owner:
        owner.execute(f"DELETE FROM {table}")


def test_the_app_works_in_it_and_numbers_go_on(restored):
    last = Resident.objects.order_by("pk").last()
    assert {one.bsn for one in Resident.objects.all()} == {"999900006", None}
    assert ResidentFactory().pk > last.pk
    with pytest.raises(DatabaseError, match="permission denied"):
        connection.cursor().execute("DELETE FROM django_migrations")


def test_figures_are_counted_anew_and_an_email_that_may_have_gone_out_does_not_go_again(kept, restored):
    assert Message.objects.filter(topic="figures_rebuild", state="waiting").exists()
    for second in range(6):
        relay_all(now=NOW + timedelta(seconds=second))
    assert mail.outbox == []
    assert sorted(Email.objects.values_list("state", flat=True)) == ["held", "sent"]
    assert Letter.objects.get(number=kept.waiting).state == "to_print"
    assert not Message.objects.exclude(state="done").exists()


def test_a_database_with_something_in_it_is_only_replaced_by_name_and_is_kept(kept, elsewhere):
    put_back(kept.path)
    ResidentFactory(last_name="Later")
    connections.close_all()
    before = rows_of(elsewhere)
    with pytest.raises(Refused, match=f"--replace {elsewhere}"):
        put_back(kept.path)
    assert rows_of(elsewhere) == before
    done = put_back(kept.path, replace=elsewhere)
    assert done.kept.startswith(f"{elsewhere}_before_")
    assert rows_of(done.kept) == before
    assert not Resident.objects.filter(last_name="Later").exists()


def test_a_trial_does_everything_beside_people_who_work_and_keeps_nothing(kept, beside):
    ResidentFactory()  # this process is connected, and something is in the database
    before, names = rows_of(databases.MINE), names_like(databases.MINE)
    assert put_back(kept.path, trial=True).manifest.rows == kept.manifest.rows
    assert (rows_of(databases.MINE), names_like(databases.MINE)) == (before, names)
    assert Resident.objects.count() == 1


def test_a_backup_of_an_older_release_is_brought_up_to_this_one(kept, elsewhere, tmp_path):
    put_back(kept.path)
    call_command("migrate", "board", "zero", verbosity=0)
    older = back_up(tmp_path / "older.backup", now=NOW)
    assert not any(name.startswith("board.") for name in older.manifest.migrations)
    of_board = [name for app, name in MigrationLoader(None).disk_migrations if app == "board"]
    assert put_back(older.path, replace=elsewhere).migrated == len(of_board)
    executor = MigrationExecutor(connections[OWNER])
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    with connection.cursor() as app:
        app.execute("SELECT has_table_privilege('board_suggestion', 'INSERT')")
        assert app.fetchone() == (True,)


def test_a_dump_that_breaks_off_changes_nothing(kept, elsewhere, tmp_path):
    half = changed(kept.path, tmp_path / "half.backup", lambda dump: dump[: len(dump) * 2 // 3])
    with pytest.raises(Refused, match="pg_restore"):
        put_back(half)
    assert names_like(elsewhere) == set()


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"rows": {"cases_case": 3}}, "cases_case: 2 .+ 3"),
        ({"objects": {"triggers": 1}}, "triggers"),
        ({"migrations": []}, r"account\.0001_"),
    ],
)
def test_what_is_not_all_there_does_not_take_the_place(kept, elsewhere, tmp_path, facts, says):
    ((name, value),) = facts.items()
    if isinstance(value, dict):
        value = getattr(kept.manifest, name) | value
    with pytest.raises(Refused, match=says):
        put_back(changed(kept.path, tmp_path / "other.backup", **{name: value}))
    assert names_like(elsewhere) == set()


def test_a_log_that_could_be_changed_does_not_take_the_place(kept, elsewhere, monkeypatch):
    monkeypatch.setattr("sociaal.apps.grant_app_rights", _give_too_much)
    with pytest.raises(Refused, match=r"audit_entry|cases_event"):
        put_back(kept.path)
    assert names_like(elsewhere) == set()


def _give_too_much():
    role = connections["default"].settings_dict["USER"]
    with connections[OWNER].cursor() as owner:
        owner.execute(f'GRANT ALL ON ALL TABLES IN SCHEMA public TO "{role}"')


def test_keys_that_do_not_fit_what_stands_encrypted_are_found_out(kept, elsewhere, tmp_path, settings):
    """Also if the manifest were wrong: some rows of each encrypted column are really read."""
    path = changed(kept.path, tmp_path / "other.backup", field_keys=[])
    settings.FIELD_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(Refused, match="FIELD_KEYS"):
        put_back(path)
    assert names_like(elsewhere) == set()


def test_what_a_killed_restore_left_is_cleared_away(kept, elsewhere):
    with databases.connect() as link:
        link.execute(f'CREATE DATABASE "{elsewhere}_restoring"')
    put_back(kept.path)
    assert names_like(elsewhere) == {elsewhere}


def test_two_restores_at_once_are_refused(kept, elsewhere):
    with (
        databases.connect(MAINTENANCE) as other,
        swapping.alone(other, elsewhere),
        pytest.raises(Refused, match=elsewhere),
    ):
        put_back(kept.path)
    assert names_like(elsewhere) == set()
