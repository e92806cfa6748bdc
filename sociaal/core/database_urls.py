"""Addresses of the database; needs no settings, so that the address can be one of them."""

import hashlib
import hmac
from urllib.parse import quote, urlsplit, urlunsplit


def app_url(owner_url: str, secret_key: str) -> str:
    """The URL of the role `app` beside the owner's, for who gives only the owner's.

    The role is named after the database; its password follows from the secret key, so that every process
    that knows the key computes the same one.
    """
    parts = urlsplit(owner_url)
    name = parts.path.lstrip("/")
    password = hmac.new(secret_key.encode(), f"database role of {name}".encode(), hashlib.sha256).hexdigest()
    place = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{quote(name)}_app:{password}@{place}"))
