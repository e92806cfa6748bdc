"""What stands in a row, read as people write it."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine
from django.utils import timezone

from intake.enums.signals import AmountBand
from intake.forms.rows import BacklogRow, SignalRow, read_moment
from tests.factories import NOW

ROW = {"received_at": "2026-10-02", "words": "Ik val vaak."}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-10-02", datetime(2026, 10, 2, 10, 0, tzinfo=UTC)),
        ("02-10-2026", datetime(2026, 10, 2, 10, 0, tzinfo=UTC)),
        ("2-10-2026 14:03", datetime(2026, 10, 2, 12, 3, tzinfo=UTC)),
        ("2026-10-02 14:03", datetime(2026, 10, 2, 12, 3, tzinfo=UTC)),
        ("2026-10-02T14:03:00Z", datetime(2026, 10, 2, 14, 3, tzinfo=UTC)),
        ("2026-11-18", NOW),
        ("gisteren", None),
        ("2026-13-40", None),
        ("2026-02-30 10:00", None),
        ("", None),
    ],
)
def test_a_moment_is_read_as_people_write_it(text, moment):
    assert read_moment(text) == moment


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        ({"received_at": ""}, "received_at"),
        ({"received_at": "2027-01-01"}, "received_at"),
        ({"received_at": "0001-01-01"}, "received_at"),
        ({"words": ""}, "words"),
        ({"channel": "duif"}, "channel"),
        ({"reporter": "burgemeester"}, "reporter"),
        ({"red_flags": "brand"}, "red_flags"),
        ({"bsn": "123456789"}, "bsn"),
        ({"postcode": "99"}, "postcode"),
        ({"birth_date": "31-02-1950"}, "birth_date"),
        ({"team": "Niemand"}, "team"),
        ({"email": "geen"}, "email"),
        ({"last_name": "x" * 121}, "last_name"),
    ],
)
def test_what_is_wrong_is_said_of_its_column(cells, wrong):
    row = BacklogRow(ROW | cells, teams={})
    assert not row.is_valid()
    assert list(row.errors) == [wrong]


def test_words_of_the_screen_and_codes_both_stand_for_a_choice():
    cells = {"channel": "Balie", "reporter": "HUISARTS", "red_flags": "Ontruiming, no_food"}
    row = BacklogRow(ROW | cells, teams={})
    assert row.is_valid(), row.errors
    report = row.report()
    assert (report.channel, report.told.reporter) == ("counter", "gp")
    assert set(report.told.red_flags) == {"eviction", "no_food"}


def test_the_same_row_has_the_same_key_and_another_day_another():
    keys = [BacklogRow(cells, teams={}) for cells in (ROW, dict(ROW), ROW | {"received_at": "2026-10-03"})]
    assert all(row.is_valid() for row in keys)
    first, second, third = (row.report().row_key for row in keys)
    assert first == second != third


@pytest.mark.parametrize(
    ("text", "band"),
    [("450", "250_500"), ("€ 1.250,50", "more"), ("250,00", "to_250"), ("500_1000", "500_1000"), ("", "")],
)
def test_of_an_amount_the_band_is_kept(text, band):
    row = SignalRow({"postcode": "9999XA", "house_number": "4", "amount": text})
    assert row.is_valid(), row.errors
    assert row.cleaned_data["amount"] == band


@pytest.mark.parametrize("text", ["veel", "-5", "NaN", "Infinity", "1,2,3"])
def test_what_is_no_amount_is_refused(text):
    row = SignalRow({"postcode": "9999XA", "house_number": "4", "amount": text})
    assert list(row.errors) == ["amount"]


@pytest.mark.parametrize(
    ("amount", "band"),
    [(0, "to_250"), (250, "to_250"), ("250.01", "250_500"), (1000, "500_1000"), ("1000.01", "more")],
)
def test_an_amount_on_a_border_is_in_the_lower_band(amount, band):
    assert AmountBand.of(Decimal(amount)) == band


def test_a_signal_without_a_date_is_of_today():
    row = SignalRow({"postcode": "9999xa", "house_number": "4", "last_name": "van Dijk"})
    assert row.is_valid()
    signal = row.signal(creditor="De Linde", kind="rent")
    assert signal.signalled == timezone.localdate() == date(2026, 11, 18)
    assert signal.month == date(2026, 11, 1)
    assert signal.person["prefix"] == "van"
