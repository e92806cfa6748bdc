"""What all tests share: databases of their own, and no skipping where everything should be there."""

import gc
import os
from collections.abc import Iterator
from typing import Any

import pytest
import redis
from django.conf import settings
from django.test import TransactionTestCase
from hypothesis import settings as examples

from tests import databases

# how many worlds a rule meets when nothing else is said: --hypothesis-profile
examples.register_profile("quick", max_examples=40)
examples.register_profile("thorough", max_examples=150)

# what the imports made stays: no need to look through it for garbage again and again
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any) -> Iterator[None]:
    """Instead of pytest-django's: one migrated template, a copy for each process, two roles."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: databases.empty())
        with databases.own_database():
            yield


@pytest.fixture(scope="session", autouse=True)
def _no_messages_left() -> Iterator[None]:
    """Remove what this process put on the broker; its keys have a prefix of their own."""
    yield
    with redis.Redis.from_url(settings.CELERY_BROKER_URL) as broker:
        left = list(broker.scan_iter(settings.CELERY_BROKER_TRANSPORT_OPTIONS["global_keyprefix"] + "*"))
        if left:
            broker.delete(*left)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys first, shuffled among themselves: a long one that comes last is waited for by all others."""
    items.sort(key=lambda item: "journeys" not in item.path.parts)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """With CI set a skip is a failure: what is skipped there is not tested anywhere."""
    report = yield
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, and CI is set: {report.longrepr}"
    return report
