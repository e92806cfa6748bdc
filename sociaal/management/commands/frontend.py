"""`manage.py frontend`: copies what the pages use out of node_modules."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sociaal.core import frontend


class Command(BaseCommand):
    """Puts the third-party front-end files under var/npm; needs no database."""

    help = "Copies the few front-end files that the pages use from node_modules to var/npm."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError when `npm ci` has not run."""
        if frontend.main():
            raise CommandError("The front-end packages are not installed: run `npm ci`.")
