"""Encryption at rest and the keyed hash that finds a number without decrypting any."""

import hashlib
import hmac
from functools import cache
from typing import Any

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import models


@cache
def _cipher(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def encrypt(text: str) -> str:
    return _cipher(tuple(settings.FIELD_KEYS)).encrypt(text.encode()).decode()


def decrypt(token: str) -> str:
    """Raises cryptography's InvalidToken for what none of the keys made."""
    return _cipher(tuple(settings.FIELD_KEYS)).decrypt(token.encode()).decode()


def encrypt_bytes(content: bytes) -> bytes:
    return _cipher(tuple(settings.FIELD_KEYS)).encrypt(content)


def decrypt_bytes(token: bytes) -> bytes:
    """Raises cryptography's InvalidToken for what none of the keys made."""
    return _cipher(tuple(settings.FIELD_KEYS)).decrypt(token)


def keyed_hash(text: str) -> str:
    """The same text gives the same hash only for who has the key."""
    return hmac.new(settings.HASH_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()


def derived_key(purpose: str, whose: object) -> bytes:
    """A key of 32 bytes for one purpose and one person: always the same one, and kept nowhere."""
    given = f"{purpose}\0{whose}".encode()
    return hmac.new(settings.HASH_KEY.encode(), given, hashlib.sha256).digest()


class EncryptedField(models.TextField):
    """Text that stands encrypted in the database. Not searchable: keep a keyed hash beside it."""

    def get_prep_value(self, value: Any) -> Any:
        return encrypt(value) if value else value

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return decrypt(value) if value else value


class EncryptedBytesField(models.BinaryField):
    """A file of some kilobytes that stands encrypted in the database."""

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(encrypt_bytes(bytes(value)) if value else value)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return decrypt_bytes(bytes(value)) if value else value
