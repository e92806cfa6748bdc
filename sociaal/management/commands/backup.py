"""`manage.py backup FILE`: the whole database in one file, while people work."""

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sociaal.core.errors import Refused
from sociaal.safekeeping.backing_up import back_up


class Command(BaseCommand):
    help = (
        "Writes one consistent state of the database to FILE and reads it back; FILE is there only when it "
        "is whole. In a folder it gets a name with the moment. Nobody has to stop working. Read "
        "docs/operations.md."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        began = time.monotonic()
        try:
            made = back_up(file, now=timezone.now())
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        if not options["verbosity"]:
            return
        self.stdout.write(
            _("%(path)s: %(size)s, in %(seconds).1f seconds, read back whole.")
            % {"path": made.path, "size": filesizeformat(made.size), "seconds": time.monotonic() - began}
        )
        self.stdout.write(
            _("It holds %(rows)d rows of %(database)s as they were on %(moment)s.")
            % {
                "rows": made.manifest.total,
                "database": made.manifest.database,
                "moment": date_format(timezone.localtime(made.manifest.moment), "j F Y H:i:s"),
            }
        )
        self.stdout.write(
            _("Take it to another machine. The secrets FIELD_KEYS and HASH_KEY are not in it, and without "
              "them it is worth nothing: keep those elsewhere. Try it: manage.py restore --trial FILE.")
        )  # fmt: skip
