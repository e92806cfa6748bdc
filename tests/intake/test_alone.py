"""Which report is looked at by itself."""

import pytest

from cases.enums import RedFlag, Reporter
from intake.alone import why_alone


@pytest.mark.parametrize("flag", RedFlag)
def test_whatever_has_to_happen_today_is_looked_at_by_itself(flag):
    assert why_alone(Reporter.RESIDENT, [flag])


@pytest.mark.parametrize("reporter", Reporter)
def test_of_what_can_wait_only_an_early_signal_is(reporter):
    assert bool(why_alone(reporter, [])) == (reporter == Reporter.EARLY_SIGNAL)
