"""Migrating is the owner's work, and leaves `app` with exactly its rights."""

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from sociaal.core.database import OWNER
from sociaal.management.commands.migrate import Command
from tests import databases

PACKAGES = {"sociaal", "cases", "intake", "regie"}


def test_migrate_works_as_the_owner_unless_told_otherwise():
    parser = Command().create_parser("manage.py", "migrate")
    assert parser.parse_args([]).database == OWNER


def test_migrate_without_the_owners_address_says_what_is_missing(settings, monkeypatch):
    monkeypatch.delitem(settings.DATABASES, OWNER)
    with pytest.raises(CommandError, match="DATABASE_URL"):
        call_command(Command(), skip_checks=True)


@pytest.mark.django_db
def test_the_app_owns_nothing_and_may_not_touch_the_record_of_migrations():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT has_table_privilege('django_migrations', 'INSERT')")
        assert cursor.fetchone() == (False,)
        cursor.execute(
            "SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (False,)


@pytest.mark.django_db(databases=["default", OWNER])
def test_every_table_is_the_owners():
    with connections[OWNER].cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tableowner <> current_user"
        )
        assert cursor.fetchone() == (0,)


@pytest.fixture
def forget(db):
    """Take migrations from the record, as if this database had been made by another version."""

    def away(*names):
        with connections[OWNER].cursor() as cursor:
            cursor.executemany("DELETE FROM django_migrations WHERE (app, name) = (%s, %s)", names)

    return away


def _still_to_run():
    executor = MigrationExecutor(connections[OWNER])
    return executor.migration_plan(executor.loader.graph.leaf_nodes())


@pytest.mark.django_db(databases=["default", OWNER])
def test_where_all_the_old_migrations_ran_the_new_ones_count_as_run(forget):
    new = MigrationLoader(None).replacements
    assert {app for app, _ in new} == {"accounts", "audit", "cases", "coordination", "intake", "metrics"}
    forget(*new)
    assert _still_to_run() == []


@pytest.mark.django_db(databases=["default", OWNER])
@pytest.mark.parametrize("missing", [("cases", "0021_conditions"), ("intake", "0001_initial")])
def test_a_database_with_a_part_of_the_old_migrations_is_refused(forget, missing):
    forget(missing)
    with pytest.raises(CommandError, match=rf"Of {missing[0]} .* the last version that has them first"):
        call_command(Command(), skip_checks=True)


def test_every_migration_of_ours_has_a_way_back():
    ours = {app.label for app in apps.get_app_configs() if app.name.partition(".")[0] in PACKAGES}
    one_way = [
        f"{migration}: {operation.describe()}"
        for (app, _name), migration in MigrationLoader(None).disk_migrations.items()
        for operation in migration.operations
        if app in ours and not operation.reversible
    ]
    assert one_way == []


@pytest.mark.slow
@pytest.mark.django_db(transaction=True, databases=["default", OWNER])
def test_what_the_database_keeps_itself_is_taken_back_and_made_again():
    """In a database of its own, back to the first rows only: further takes Django minutes, table by table."""
    name = f"{databases.MINE}_back"
    with databases.connect() as link:
        link.execute("SELECT pg_advisory_lock(hashtext(%s))", [name])
        link.execute(f'CREATE DATABASE "{name}" TEMPLATE "{databases.TEMPLATE}"')
        databases.point_at(name)
        try:
            before = shape()
            call_command("migrate", "cases", "0003_first_rows", verbosity=0)
            assert "keep_open_case_review" not in str(shape())
            call_command("migrate", verbosity=0)
            assert shape() == before
        finally:
            databases.point_at(databases.MINE)
            link.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def shape():
    """Tables, constraints, indexes, triggers and functions, each with what it says."""
    queries = {
        "tables": "SELECT table_name || '.' || column_name || ' ' || data_type FROM "
        "information_schema.columns WHERE table_schema = 'public'",
        "constraints": "SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE connamespace = 'public'::regnamespace",
        "indexes": "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
        "triggers": "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
        "functions": "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
        " AND prokind = 'f' AND NOT EXISTS"
        " (SELECT 1 FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')",
    }
    with connections[OWNER].cursor() as cursor:
        found = {}
        for kind, query in queries.items():
            cursor.execute(query)
            found[kind] = sorted(text for (text,) in cursor.fetchall())
    return found
