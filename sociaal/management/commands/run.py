"""`manage.py run`: the supervisor, for who knows `manage.py` better than `make`."""

import os
import sys
from typing import Any

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Hands over to `python -m sociaal.supervision`, which needs neither settings nor a database."""

    help = "Sets up this clone and runs web server, worker and beat until stopped. PORT chooses the web port."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        os.execv(sys.executable, [sys.executable, "-m", "sociaal.supervision"])
