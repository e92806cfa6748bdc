"""`manage.py migrate` works as the database role that owns the tables; no other may change them."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.core.management.commands import migrate

from sociaal.core.database import OWNER


class Command(migrate.Command):
    """Django's own command, on the alias `owner` unless another is named."""

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database=OWNER)

    def handle(self, *args: Any, **options: Any) -> None:
        if OWNER not in settings.DATABASES:
            raise CommandError("DATABASE_URL is missing: migrating needs the address with the owner's role.")
        super().handle(*args, **options)
