"""The first account of an installation; all others are made on the administrator's pages."""

import argparse
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext as _

from sociaal.accounts.operations.users import add_user
from sociaal.accounts.policies import Profile
from sociaal.accounts.roles import Role
from sociaal.core.errors import Refused


class Command(BaseCommand):
    help = "Make an administrator's account and print its start password, once."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("name")

    def handle(self, *args: Any, email: str, name: str, **options: Any) -> None:
        """Raises CommandError for an address that is none, or that has an account already."""
        try:
            validate_email(email)
            profile = Profile(name=name, email=email, roles=(Role.ADMINISTRATOR,))
            _user, password = add_user(profile=profile, by=None, now=timezone.now())
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except Refused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            _("Start password of %(email)s: %(password)s") % {"email": email, "password": password}
        )
        self.stdout.write(_("It is shown this once. Choose a password of your own at the first sign-in."))
