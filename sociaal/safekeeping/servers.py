"""The server of the owner's database, reached beside Django: also while that database is away."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

import psycopg
from django.db import connections
from django.utils.translation import gettext as _
from psycopg.conninfo import make_conninfo

from sociaal.core.database import OWNER
from sociaal.core.errors import Refused

MAINTENANCE = "postgres"
"""The database that every server has: from there others are made, renamed and removed."""
KEYWORDS = frozenset(option.keyword.decode() for option in psycopg.pq.Conninfo.get_defaults())
"""What libpq takes; the options of an alias may hold more, which is Django's own."""


@dataclass(frozen=True)
class Server:
    """Where `DATABASE_URL` leads to: `database` is the one it names. The password is in no address."""

    database: str
    parameters: Mapping[str, str]
    password: str = field(repr=False)

    @classmethod
    def of_settings(cls) -> Self:
        """Raises Refused where the owner's address is not given."""
        if OWNER not in connections:
            raise Refused(_("DATABASE_URL is missing: this needs the address with the owner's role."))
        given = connections[OWNER].settings_dict
        named = {"host": given["HOST"], "port": given["PORT"], "user": given["USER"]}
        options = {name: value for name, value in given["OPTIONS"].items() if name in KEYWORDS}
        parameters = {name: str(value) for name, value in (options | named).items() if value}
        return cls(given["NAME"], parameters, given["PASSWORD"] or "")

    def address(self, database: str, **more: str) -> str:
        """For a program's arguments, which anybody on the machine can read: without the password.

        `more`: other parameters of libpq.
        """
        return make_conninfo("", **(dict(self.parameters) | more), dbname=database)

    def secrets(self) -> dict[str, str]:
        """For a program's environment, which only its own user can read."""
        return {"PGPASSWORD": self.password} if self.password else {}

    def connect(self, database: str) -> psycopg.Connection:
        """A connection as the owner; each statement is a transaction unless one is begun."""
        secret = {"password": self.password} if self.password else {}
        return psycopg.connect(self.address(database), autocommit=True, **secret)  # type: ignore[arg-type]
