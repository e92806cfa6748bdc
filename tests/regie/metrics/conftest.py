"""The dashboard keeps the words of figures per process; a test's clock may stand still, so it starts anew."""

import pytest

from regie.metrics.queries import dashboard
from regie.metrics.views import dashboard as view


@pytest.fixture(autouse=True)
def _no_words_of_before() -> None:
    dashboard._shown.cache_clear()
    view._section.cache_clear()
