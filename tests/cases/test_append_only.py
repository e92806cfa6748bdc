"""Neither log can be changed: not by the role every process has, and its rows not even by the owner."""

import pytest
from django.apps import apps
from django.db import Error, connections, transaction

from cases.models import Event
from sociaal.audit.models import Entry
from sociaal.core.append_only import AppendOnly
from sociaal.core.database import OWNER
from tests import databases
from tests.factories import make_case, make_member

LOGS = [model._meta.db_table for model in (Event, Entry)]
REFUSED = "42501"
"""SQLSTATE insufficient_privilege."""

CHANGES = {
    "change a row": "UPDATE {log} SET codes = '{{}}'",
    "remove rows": "DELETE FROM {log}",
    "empty the log": "TRUNCATE {log}",
    "empty it with what points at it": "TRUNCATE {log} CASCADE",
    "drop the trigger": "DROP TRIGGER {log}_append_only ON {log}",
    "switch the trigger off": "ALTER TABLE {log} DISABLE TRIGGER {log}_append_only",
    "switch all triggers off": "ALTER TABLE {log} DISABLE TRIGGER ALL",
    "put another function behind the trigger": (
        "CREATE OR REPLACE FUNCTION {log}_is_append_only() RETURNS trigger LANGUAGE plpgsql"
        " AS 'BEGIN RETURN NEW; END'"
    ),
    "drop the log": "DROP TABLE {log} CASCADE",
    "change what it holds": "ALTER TABLE {log} DROP COLUMN codes",
    "put a rule on it": "CREATE RULE nothing AS ON INSERT TO {log} DO INSTEAD NOTHING",
    "a trigger that loses rows": (
        "CREATE TRIGGER lose BEFORE INSERT ON {log} FOR EACH ROW"
        " EXECUTE FUNCTION suppress_redundant_updates_trigger()"
    ),
}


def _refusal(statement, alias="default"):
    """The SQLSTATE with which the statement is refused; None when it is not."""
    try:
        with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
            cursor.execute(statement)
            transaction.set_rollback(True, using=alias)
    except Error as error:
        return error.__cause__.sqlstate
    return None


def test_these_are_all_logs_there_are():
    found = {model._meta.db_table for model in apps.get_models() if issubclass(model, AppendOnly)}
    assert found == set(LOGS)


@pytest.mark.django_db
@pytest.mark.parametrize("log", LOGS)
@pytest.mark.parametrize("change", CHANGES)
def test_the_role_of_every_process_can_add_to_a_log_and_nothing_else(log, change):
    make_case(make_member("anna"))  # so that there are rows
    assert _refusal(f"SELECT 1 FROM {log}") is None
    assert _refusal(CHANGES[change].format(log=log)) == REFUSED


@pytest.mark.django_db
@pytest.mark.parametrize("log", LOGS)
def test_the_role_of_every_process_cannot_give_itself_the_right(log):
    with connections["default"].cursor() as cursor:
        cursor.execute(f"GRANT UPDATE, DELETE ON {log} TO CURRENT_USER")  # only a warning: nothing is given
    assert _refusal(f"UPDATE {log} SET codes = '{{}}'") == REFUSED
    assert _refusal(f"DELETE FROM {log}") == REFUSED


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "SET session_replication_role = replica",
        "SET LOCAL session_replication_role = replica",
        "SELECT set_config('session_replication_role', 'replica', false)",
        "ALTER ROLE CURRENT_USER SET session_replication_role = replica",
        "ALTER ROLE CURRENT_USER SUPERUSER",
        "CREATE TABLE mine (id int)",
        "DELETE FROM django_migrations",
    ],
)
def test_the_role_of_every_process_cannot_switch_triggers_off_or_become_more(statement):
    assert _refusal(statement) == REFUSED


@pytest.mark.django_db
def test_the_role_of_every_process_cannot_become_the_owner():
    owner = connections[OWNER].settings_dict["USER"]
    assert _refusal(f'SET ROLE "{owner}"') == REFUSED


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("log", LOGS)
@pytest.mark.parametrize("change", ["UPDATE {log} SET codes = '{{}}'", "DELETE FROM {log}"])
def test_even_the_owner_cannot_change_or_remove_a_line(log, change):
    make_case(make_member("anna"))
    with databases.connect(databases.MINE) as link:
        before = link.execute(f"SELECT count(*) FROM {log}").fetchone()
        with pytest.raises(databases.psycopg.errors.InsufficientPrivilege):
            link.execute(change.format(log=log))
        assert link.execute(f"SELECT count(*) FROM {log}").fetchone() == before
        assert before > (0,)


@pytest.mark.django_db
@pytest.mark.parametrize("model", [Event, Entry])
def test_the_code_refuses_too(model):
    make_case(make_member("anna"))
    row = model.objects.order_by("pk").first()
    with pytest.raises(TypeError):
        row.save()
    with pytest.raises(TypeError):
        row.delete()
