from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connections
from psycopg import sql

from sociaal.safekeeping.backing_up import back_up
from sociaal.safekeeping.restoring import restore
from tests import databases
from tests.factories import NOW
from tests.sociaal.safekeeping.towns import Kept, make_town, rows_of


@pytest.fixture(scope="session")
def kept(django_db_setup: None, django_db_blocker, tmp_path_factory) -> Kept:
    """The town, backed up once for all tests that restore it."""
    with django_db_blocker.unblock():
        try:
            waiting = make_town()
            connections.close_all()
            rows = rows_of(databases.MINE)
            made = back_up(tmp_path_factory.mktemp("kept") / "town.backup", now=NOW)
        finally:
            connections.close_all()
            databases.empty()
    return Kept(made.path, made.manifest, rows, waiting.number)


@contextmanager
def reserved(name: str) -> Iterator[str]:
    """`name`, and what a restore makes beside it: no other run takes those for abandoned, and none stays."""
    names = {f"{name}{suffix}" for suffix in ("", "_restoring", f"_before_{NOW:%Y%m%d_%H%M%S}")}
    names.discard(databases.MINE)  # which is this process's already
    with databases.connect() as link:
        for one in names:
            link.execute("SELECT pg_advisory_lock(hashtext(%s))", [one])
        try:
            yield name
        finally:
            for one in names:
                link.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(one)))


@pytest.fixture
def elsewhere(transactional_db: None) -> Iterator[str]:
    """Both roles look for a database of this name, which is not there yet."""
    with reserved(f"{databases.MINE}_else") as name:
        databases.point_at(name)
        yield name
        databases.point_at(databases.MINE)


@pytest.fixture
def beside() -> Iterator[None]:
    """Room for a trial beside the database of this process."""
    with reserved(databases.MINE):
        yield


@pytest.fixture(scope="module")
def _restored(kept: Kept, django_db_blocker) -> Iterator[str]:
    with reserved(f"{databases.MINE}_restored") as name, django_db_blocker.unblock():
        databases.point_at(name)
        try:
            restore(kept.path, now=NOW, say=lambda step: None)
        finally:
            databases.point_at(databases.MINE)
        yield name


@pytest.fixture
def restored(transactional_db: None, _restored: str) -> Iterator[None]:
    """Both roles work in the town as it came back; one for all tests that are not in each other's way."""
    databases.point_at(_restored)
    yield
    databases.point_at(databases.MINE)
