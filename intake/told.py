"""What somebody told us from outside, without a colleague who took it down. Pure."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sociaal.core.crypto import keyed_hash
from sociaal.core.names import TUSSENVOEGSELS, plain

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without what looks alike when it is read out or written down: I, L, O, 0, 1."""
GROUPS, GROUP = 3, 4

PERSON = (
    *("first_names", "prefix", "last_name", "birth_date", "street", "house_number", "postcode"),
    *("phone", "email"),
)
"""The fields of the person it is about; a resident has them too, so they can be taken over."""


@dataclass(frozen=True)
class Told:
    """One report as it was given, checked by the form of the page or the interface."""

    words: str
    reporter: str
    reporter_name: str = ""
    reporter_phone: str = ""
    reporter_email: str = ""
    red_flags: tuple[str, ...] = ()
    person: Mapping[str, Any] = field(default_factory=dict)
    wants_receipt: bool = False

    @property
    def fingerprint(self) -> str:
        """The same for the same report, however often it is sent; tells nothing without the key."""
        told = [
            " ".join(self.words.split()).lower(), self.reporter, plain(self.reporter_name),
            self.reporter_phone, self.reporter_email.lower(), sorted(self.red_flags),
            {name: str(value).lower() for name, value in sorted(self.person.items()) if value},
        ]  # fmt: skip
        return keyed_hash(json.dumps(told))


def new_reference() -> str:
    """A reference that nobody can guess (59 bits), short enough to read out: "K7M2-9QXD-4TRB"."""
    groups = ("".join(secrets.choice(ALPHABET) for _sign in range(GROUP)) for _group in range(GROUPS))
    return "-".join(groups)


def read_reference(text: str) -> str:
    """A reference as it is stored, however it was typed; "" for what can be none."""
    signs = "".join(sign for sign in text.upper() if sign.isalnum())
    if len(signs) != GROUPS * GROUP or set(signs) - set(ALPHABET):
        return ""
    return "-".join(signs[start : start + GROUP] for start in range(0, len(signs), GROUP))


def split_name(last_name: str) -> tuple[str, str]:
    """Prefix and last name out of what somebody typed as one: "van der Berg" is ("van der", "Berg").

    Only what stands before the last word can be a prefix, so nobody ends without a name.
    """
    words = last_name.split()
    count = 0
    while count < len(words) - 1 and set(plain(words[count]).split()) <= TUSSENVOEGSELS and count < 3:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def is_possible_birth(day: date, today: date) -> bool:
    """Whether somebody alive can be born on this day."""
    return today.year - 125 < day.year and day <= today
