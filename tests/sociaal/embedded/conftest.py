from collections.abc import Iterator

import pytest

from tests.clones import Clone, new_clone


@pytest.fixture(scope="module")
def _clone() -> Iterator[Clone]:
    with new_clone() as clone:
        yield clone


@pytest.fixture
def clone(_clone: Clone) -> Clone:
    """A clone whose servers were prepared before and do not run at the start of the test."""
    from tests.clones import wait_until

    wait_until(_clone.is_at_rest, "the servers of the test before stop")
    return _clone
