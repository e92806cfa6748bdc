"""`manage.py import_signals FILE --creditor NAME --kind rent`: early signals of debts, a creditor's list."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from intake.enums.signals import DebtKind
from intake.files.command import FileCommand
from intake.files.kinds import SignalTaker
from intake.queries.routing import front_office
from sociaal.accounts.models import Team


class Command(FileCommand):
    help = (
        "Brings a creditor's list into the inbox of a team, one report per address and month; see "
        "docs/files.md for the columns. The same list twice makes nothing double."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--creditor", required=True, help="Who signals.")
        parser.add_argument("--kind", required=True, choices=DebtKind.values, help="About which costs.")
        parser.add_argument("--team", default="", help="Name of the team that makes contact.")

    def handle(self, *args: Any, file: Path, errors: Path | None, **options: Any) -> None:
        team = (
            Team.objects.filter(name__iexact=options["team"]).first() if options["team"] else front_office()
        )
        if team is None:
            raise CommandError(_("There is no team with this name."))
        taker = SignalTaker(creditor=options["creditor"], kind=options["kind"], team=team)
        self.take_file(file, errors, taker)
