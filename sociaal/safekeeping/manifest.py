"""What a backup says about itself: what a restore must find in it, and with which secrets it was made.

Signed with a key that follows from HASH_KEY, and it holds the digest of the dump: so whatever is changed in a
backup afterwards is seen. Of the secrets themselves it holds a fingerprint, from which they do not follow.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sociaal.core.crypto import derived_key
from sociaal.core.errors import Refused

FORMAT = 1
"""Raised when an older version of the application could not read what a newer one writes."""


def fingerprint(secret: str) -> str:
    """The same for the same secret, which cannot be found from it: it is a long random number."""
    return hmac.new(secret.encode(), b"fingerprint in a backup", hashlib.sha256).hexdigest()[:16]


@dataclass(frozen=True)
class Manifest:
    """`made_at`: the moment whose state the dump holds (ISO 8601, UTC). `size` in bytes and `sha256`: of the
    dump.

    `server`, `program`: major versions of the database server and of what wrote the dump. `rows`: of each
    table.
    """

    made_at: str
    municipality: str
    database: str
    server: int
    program: int
    migrations: list[str]
    rows: Mapping[str, int]
    objects: Mapping[str, int]
    size: int = 0
    sha256: str = ""
    hash_key: str = field(default_factory=lambda: fingerprint(settings.HASH_KEY))
    field_keys: list[str] = field(default_factory=lambda: [fingerprint(key) for key in settings.FIELD_KEYS])
    format: int = FORMAT
    signature: str = ""

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.made_at)

    @property
    def total(self) -> int:
        """Rows in all tables together."""
        return sum(self.rows.values())

    def as_json(self) -> bytes:
        """Signed, as it goes into the file."""
        return json.dumps(asdict(replace(self, signature=self._signature())), indent=1).encode()

    @classmethod
    def from_json(cls, text: bytes) -> Self:
        """Raises Refused for what is no manifest, has another format, needs other secrets, or was changed."""
        facts = _facts(text)
        if facts["format"] != FORMAT:
            raise Refused(_("This backup was made by another version of the application, in another form."))
        try:
            manifest = cls(**{one.name: facts[one.name] for one in fields(cls)})
            manifest._check_secrets()
            manifest._check_signature()
            assert manifest.moment.tzinfo
        except (KeyError, TypeError, ValueError, AttributeError, AssertionError) as error:
            raise Refused(
                _("This is not a backup of Sociaal: what it says about itself is not whole.")
            ) from error
        return manifest

    def _signature(self) -> str:
        facts = asdict(replace(self, signature=""))
        text = json.dumps(facts, sort_keys=True).encode()
        return hmac.new(derived_key("manifest of a backup", ""), text, hashlib.sha256).hexdigest()

    def _check_secrets(self) -> None:
        if self.hash_key != fingerprint(settings.HASH_KEY):
            raise Refused(
                _("HASH_KEY is not the one of this backup: nobody would be found by their BSN. Put the "
                  "HASH_KEY back with which the backup was made.")
            )  # fmt: skip
        present = {fingerprint(key) for key in settings.FIELD_KEYS}
        missing = [one for one in self.field_keys if one not in present]
        if missing:
            raise Refused(
                ngettext(
                    "FIELD_KEYS lacks a key of this backup: letters, documents and BSNs could not be read. "
                    "Add the key with which the backup was made.",
                    "FIELD_KEYS lacks %(count)d keys of this backup: letters, documents and BSNs could not "
                    "be read. Add the keys with which the backup was made.",
                    len(missing),
                )
                % {"count": len(missing)}
            )

    def _check_signature(self) -> None:
        if not hmac.compare_digest(self.signature, self._signature()):
            raise Refused(_("This backup was changed after it was made; it is not restored."))


def _facts(text: bytes) -> dict[str, Any]:
    try:
        facts = json.loads(text)
    except ValueError:
        facts = None
    if not isinstance(facts, dict) or "format" not in facts:
        raise Refused(_("This is not a backup of Sociaal: what it says about itself is not whole."))
    return facts
