"""Opening pages in tests, at one moment. A folder of tests takes these in its own `conftest.py`."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from sociaal.accounts.models import User
from tests.factories import NOW


@pytest.fixture(autouse=True)
def at_that_moment() -> Iterator[None]:
    """The clock stands at the moment of the factories."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def visit(client: Client) -> Callable[..., HttpResponse]:
    """`visit(anna, "case", number)`: open a page by name as this person; with `data` send its form."""

    def visited(user: User, name: str, *args: Any, data: dict[str, Any] | None = None, **query: Any) -> Any:
        client.force_login(user)
        address = reverse(name, args=args)
        return client.get(address, query) if data is None else client.post(address, data)

    return visited
