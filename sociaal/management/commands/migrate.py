"""`manage.py migrate` works as the database role that owns the tables; no other may change them."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from sociaal.core.database import OWNER


class Command(migrate.Command):
    """Django's own command, on the alias `owner` unless another is named."""

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database=OWNER)

    def handle(self, *args: Any, **options: Any) -> None:
        if OWNER not in settings.DATABASES:
            raise CommandError("DATABASE_URL is missing: migrating needs the address with the owner's role.")
        if halfway := _halfway(options["database"]):
            raise CommandError(
                f"Of {', '.join(halfway)} this database has only a part of the old migrations, which are "
                "gone: run migrate of the last version that has them first (docs/decisions/0027)."
            )
        super().handle(*args, **options)


def _halfway(database: str) -> list[str]:
    """The apps of which `database` ran some of the migrations that became one, but not all that it took.

    Django would leave the one out without a word, and run what comes after it.
    """
    loader = MigrationLoader(None)
    done = MigrationRecorder(connections[database]).applied_migrations().keys()
    there = done | loader.disk_migrations.keys()
    return sorted(
        {
            app
            for (app, _), one in loader.replacements.items()
            if not done.isdisjoint(one.replaces) and not there.issuperset(one.replaces)
        }
    )
