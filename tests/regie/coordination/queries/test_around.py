"""Which professionals are around a case."""

import pytest

from regie.coordination.models import Participation
from regie.coordination.queries.around import professionals_around
from tests.factories import NOW, make_case, make_member
from tests.relations import take_part

pytestmark = pytest.mark.django_db


def test_whoever_takes_part_now_is_around_and_who_left_is_not():
    case, hanna = make_case(make_member("anna")), make_member("hanna")
    assert professionals_around(case) == []
    take_part(case, hanna)
    key = hanna.professional.pk
    assert professionals_around(case) == [(key, "Hanna", "Verhuurder, Woonstichting De Linde")]
    Participation.objects.update(until=NOW)
    assert professionals_around(case) == []
