"""Work of the worker that failed at every attempt, for whoever looks after the servers."""

import argparse
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from sociaal.outbox.given_up import given_up, try_again


class Command(BaseCommand):
    help = "Lists work that was given up after every attempt failed; with --again it is tried anew."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--again", action="store_true", help="try all of it again")

    def handle(self, *args: Any, again: bool, **options: Any) -> None:
        rows = list(given_up())
        for row in rows:
            since = timezone.localtime(row.created_at)
            self.stdout.write(f"{since:%Y-%m-%d %H:%M}  {row.topic} {row.key}  {row.last_error}")
        if not rows:
            self.stdout.write(_("Nothing was given up."))
        elif again:
            self.stdout.write(_("Tried again: %(number)d.") % {"number": try_again(now=timezone.now())})
