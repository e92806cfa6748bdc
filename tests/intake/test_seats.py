"""How a form names somebody at the table."""

import pytest

from intake.seats import Seat, is_seat, parsed


def test_a_seat_is_found_back_by_its_field():
    seat = Seat("network_member", 12, "Truus", "buurvrouw")
    assert parsed(seat.field) == ("network_member", 12)


@pytest.mark.parametrize(
    "field", ["at_table", "at-resident-", "at-nobody-3", "to-resident-3", "at-resident-x", ""]
)
def test_another_field_is_no_seat(field):
    assert not is_seat(field)
