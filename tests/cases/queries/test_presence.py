"""Who is away."""

from datetime import timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from cases.models import Deputyship
from cases.queries.presence import Absence, absences
from tests.factories import NOW, make_member

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_only_who_is_away_at_this_moment_is_told_with_their_deputy(django_assert_num_queries):
    anna, bram, dirk = (make_member(name) for name in ("anna", "bram", "dirk"))
    for absent, start, end in (
        (anna, NOW - DAY, NOW + DAY),
        (anna, NOW + 3 * DAY, NOW + 4 * DAY),
        (dirk, NOW - DAY, NOW),
    ):
        Deputyship.objects.create(absent=absent, deputy=bram, during=DateTimeTZRange(start, end))
    with django_assert_num_queries(1):
        away = absences([anna.pk, bram.pk, dirk.pk], NOW)
    assert away == {anna.pk: Absence(NOW + DAY, bram)}


def test_somebody_may_be_away_until_nobody_knows_when():
    anna, bram = make_member("anna"), make_member("bram")
    Deputyship.objects.create(absent=anna, deputy=bram, during=DateTimeTZRange(NOW, None))
    assert absences([anna.pk], NOW)[anna.pk].until is None
