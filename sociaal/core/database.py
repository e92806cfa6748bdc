"""The two database roles: `owner` makes tables, `app` works in them.

Every process connects as `app`. On tables that only grow (`AppendOnly`), `app` may select and insert and
nothing else; it owns nothing, so it can neither drop a trigger nor switch triggers off.
"""

from typing import Any

from django.apps import apps
from django.db import connections, transaction
from psycopg import sql

OWNER = "owner"


class OwnerMigrates:
    """Database router: migrations go through `owner`; everything else stays on `default`."""

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == OWNER


def ensure_app_role() -> None:
    """Create the role `app`, or give it its present password. Raises when the owner may not create roles."""
    settings = connections["default"].settings_dict
    role, password = settings["USER"], settings["PASSWORD"]
    # one at a time: the lock lasts as long as the transaction
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        if role == connections[OWNER].settings_dict["USER"]:
            raise RuntimeError("DATABASE_URL and DATABASE_APP_URL name one role; the app's must be another.")
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('sociaal role'))")
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        verb = "ALTER" if cursor.fetchone() else "CREATE"
        statement = sql.SQL("{} ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD {}")
        cursor.execute(statement.format(sql.SQL(verb), sql.Identifier(role), sql.Literal(password)))


def grant_app_rights() -> None:
    """Give `app` its rights on all tables as they are now: read and write, but append only on the logs."""
    from sociaal.core.append_only import AppendOnly  # a model: importable only once the apps are loaded

    role = sql.Identifier(connections["default"].settings_dict["USER"])
    with connections[OWNER].cursor() as cursor:
        for statement in (
            "GRANT USAGE ON SCHEMA public TO {}",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}",
            "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {}",
            "REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {}",
        ):
            cursor.execute(sql.SQL(statement).format(role))
        there = set(connections[OWNER].introspection.table_names(cursor))  # migrated back there may be none
        for model in apps.get_models():
            if issubclass(model, AppendOnly) and model._meta.db_table in there:
                table = sql.Identifier(model._meta.db_table)
                cursor.execute(sql.SQL("REVOKE UPDATE, DELETE, TRUNCATE ON {} FROM {}").format(table, role))
