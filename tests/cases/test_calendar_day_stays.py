"""The database holds what the calendar said: a day is only taken away, once."""

import pytest
from django.db import IntegrityError, transaction

from cases.models import CalendarDay
from tests.factories import NOW, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def day():
    return CalendarDay.objects.create(
        day="2031-06-03", name="Brugdag", kind="closed", added_by=make_member("fatma"), added_at=NOW
    )


@pytest.mark.parametrize(
    "change", [{"day": "2031-06-04"}, {"kind": "decreed", "source": "Stcrt"}, {"name": "X"}]
)
def test_what_it_says_is_not_changed(day, change):
    with pytest.raises(IntegrityError, match="taken away"), transaction.atomic():
        CalendarDay.objects.filter(pk=day.pk).update(**change)


def test_it_is_taken_away_once(day):
    rows = CalendarDay.objects.filter(pk=day.pk)
    assert rows.update(removed_at=NOW, removed_by=day.added_by) == 1
    with pytest.raises(IntegrityError, match="taken away"), transaction.atomic():
        rows.update(removed_at=None, removed_by=None)
