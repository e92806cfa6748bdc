"""What may stand in the table of days."""

from datetime import date

import pytest

from cases.terms.table import check_can_add
from sociaal.core.errors import Refused

TODAY = date(2026, 11, 18)


@pytest.mark.parametrize("kind", ["decreed", "closed"])
def test_a_working_day_may_come_in(kind):
    check_can_add(date(2026, 12, 24), kind, "Stcrt. 2026, 1", TODAY)


@pytest.mark.parametrize(
    ("day", "kind", "source", "field"),
    [
        (date(2026, 12, 24), "decreed", " ", "source"),
        (date(2026, 12, 24), "festive", "Stcrt. 2026, 1", "kind"),
        (date(2026, 12, 26), "closed", "", "day"),  # Saturday
        (date(2027, 5, 5), "decreed", "Stcrt. 2026, 1", "day"),  # a holiday in every year
        (date(2027, 5, 6), "closed", "", "day"),  # Ascension Day
        (date(2062, 12, 18), "closed", "", "day"),
        (date(1926, 12, 17), "closed", "", "day"),
    ],
)
def test_what_needs_no_row_or_lacks_its_source_is_refused_at_its_field(day, kind, source, field):
    with pytest.raises(Refused) as refused:
        check_can_add(day, kind, source, TODAY)
    assert refused.value.field == field


def test_a_closed_day_needs_no_source():
    check_can_add(date(2026, 12, 24), "closed", "", TODAY)
