"""Passwords and keys of a clone: made once, kept in files that only their owner reads."""

import base64
import os
import secrets
from collections.abc import Callable
from pathlib import Path


def kept(folder: Path, name: str, make: Callable[[], str]) -> str:
    """The secret `name`, made at the first call. Two processes that ask together get the same one."""
    path = folder / name
    if not path.exists():
        draft = folder / f".{name}.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(make() + "\n")
        try:
            os.link(draft, path)  # refuses when another process was first: then theirs counts
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()


def password() -> str:
    """A password without characters that mean something in a URL or on a command line."""
    return secrets.token_hex(24)


def key() -> str:
    """A key of 384 bits."""
    return secrets.token_urlsafe(48)


def fernet_key() -> str:
    """A key as `cryptography.fernet` wants it: 32 random bytes in URL-safe base64."""
    return base64.urlsafe_b64encode(os.urandom(32)).decode()


APPLICATION_SECRETS: dict[str, Callable[[], str]] = {
    "SECRET_KEY": key,
    "FIELD_KEYS": fernet_key,
    "HASH_KEY": key,
}
"""What the settings need beside addresses, and how each is made."""
