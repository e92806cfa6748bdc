"""The whole URL configuration, as it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    name: str
    """With namespace, as `reverse` wants it."""
    route: str
    keys: frozenset[str]


def addresses() -> list[Address]:
    """Every address. Raises ValueError for one without a name, for it cannot stand in a table."""
    return list(_walk(get_resolver(), "", "", frozenset()))


def _walk(resolver: URLResolver, route: str, spaces: str, keys: frozenset[str]) -> Iterator[Address]:
    for one in resolver.url_patterns:
        here, known = route + str(one.pattern), keys | frozenset(one.pattern.converters)
        if isinstance(one, URLPattern):
            if not one.name:
                raise ValueError(f"the address {here} has no name")
            yield Address(spaces + one.name, here, known)
        else:
            yield from _walk(one, here, f"{spaces}{one.namespace}:" if one.namespace else spaces, known)
