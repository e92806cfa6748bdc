"""Links to pages with one number in their address, for lists and stories that hold dozens of them."""

from functools import lru_cache

from django.urls import get_script_prefix, reverse

ANY = 987_654_321
"""Stands for the number in the address that is looked up."""


def link(page: str, key: int) -> str:
    """As `reverse(page, args=[key])`, which searches all addresses each time; here once for each page.

    Raises NoReverseMatch for a page that is not there, or that asks for something else than one number.
    """
    return _address(page, get_script_prefix()).replace(str(ANY), str(key))


@lru_cache
def _address(page: str, _prefix: str) -> str:
    return reverse(page, args=[ANY])
