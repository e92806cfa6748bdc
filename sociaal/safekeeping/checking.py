"""Is a restored database what was backed up, and does it hold what we promise? Each check raises Refused."""

from collections.abc import Iterator

import psycopg
from cryptography.fernet import InvalidToken
from django.apps import apps
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from sociaal.core.append_only import AppendOnly
from sociaal.core.crypto import EncryptedBytesField, EncryptedField
from sociaal.core.errors import Refused
from sociaal.safekeeping import contents
from sociaal.safekeeping.manifest import Manifest

RIGHTS = """
    SELECT has_table_privilege(%s, 'INSERT'), has_table_privilege(%s, 'UPDATE, DELETE, TRUNCATE'),
        EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = %s::regclass AND tgname = %s AND tgenabled = 'O')
"""
SAMPLE = 5
"""Rows of each encrypted column that are read, from its oldest and from its newest."""


def check_fits(manifest: Manifest, *, server: int) -> None:
    """This application and this database server (its major version) can take what was backed up."""
    loader = MigrationLoader(None)
    known = loader.disk_migrations.keys() | {
        old for one in loader.disk_migrations.values() for old in one.replaces
    }
    unknown = sorted(set(manifest.migrations) - {f"{app}.{name}" for app, name in known})
    if unknown:
        raise Refused(
            _("This backup was made by a newer version of the application, with %(migrations)s, which this "
              "version does not know. Restore it with that version.")
            % {"migrations": ", ".join(unknown[:3])}
        )  # fmt: skip
    if manifest.server > server:
        raise Refused(
            _("This backup was made on PostgreSQL %(theirs)d; this server is %(ours)d. Take a server that is "
              "not older.")
            % {"theirs": manifest.server, "ours": server}
        )  # fmt: skip


def check_complete(link: psycopg.Connection, manifest: Manifest) -> None:
    """Every row, table, constraint and trigger is there, and the same migrations ran."""
    differences = contents.differences(manifest.rows, contents.rows(link))
    differences += contents.differences(manifest.objects, contents.objects(link))
    ran, found = set(manifest.migrations), set(contents.migrations(link))
    differences += sorted(ran ^ found)
    if differences:
        raise Refused(_("Not everything came back: %(what)s.") % {"what": "; ".join(differences[:5])})


def check_logs() -> None:
    """Both logs only grow: `app` may change nothing there, and the triggers that refuse it to all fire."""
    for model in _concrete(AppendOnly):
        table = model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(RIGHTS, [table, table, table, f"{table}_append_only"])
            may_add, may_change, is_guarded = cursor.fetchone()
        if not may_add or may_change or not is_guarded:
            raise Refused(_("The log %(table)s could be changed, or not be written.") % {"table": table})


def check_readable() -> None:
    """What stands encrypted can be read with the present keys: some of each column, oldest and newest."""
    for model, field in _encrypted():
        rows = model._base_manager.filter(**{f"{field}__isnull": False}).values_list(field, flat=True)
        try:
            for order in ("pk", "-pk"):
                list(rows.order_by(order)[:SAMPLE])
        except InvalidToken as error:
            column = f"{model._meta.db_table}.{field}"
            raise Refused(
                _("%(column)s cannot be read with the present FIELD_KEYS.") % {"column": column}
            ) from error


def _encrypted() -> Iterator[tuple[type[models.Model], str]]:
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, EncryptedField | EncryptedBytesField):
                yield model, field.name


def _concrete(base: type[models.Model]) -> Iterator[type[models.Model]]:
    return (model for model in apps.get_models() if issubclass(model, base))
