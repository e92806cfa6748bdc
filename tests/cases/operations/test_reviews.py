"""A review is kept: why not lighter, what the resident says, when we look again."""

from datetime import timedelta

import pytest

from cases.models import Case, Review
from cases.operations.cases import continue_support
from sociaal.core.errors import Refused
from tests.factories import NOW, make_case, make_member

pytestmark = pytest.mark.django_db
LATER = NOW.date() + timedelta(days=90)


@pytest.fixture
def case(db):
    return make_case(make_member("anna"), status="reviewing")


def go_on(case, **more):
    by = case.resident.contact_terms.get().user
    return continue_support(case=case, goals={}, lighter="De buurvrouw is ziek.", by=by, now=NOW, **more)


def test_what_was_said_is_kept_and_running_help_gets_the_day(case):
    go_on(case, experience="Fijn.", look_again_date=LATER)
    row = Review.objects.get()
    assert (row.lighter, row.experience) == ("De buurvrouw is ziek.", "Fijn.")
    assert [one.review_date for one in case.arrangements.all()] == [LATER]


def test_specialist_support_does_not_go_on_without_a_day(case):
    Case.objects.filter(pk=case.pk).update(weight="specialist")
    with pytest.raises(Refused) as refusal:
        go_on(case)
    assert refusal.value.field == "look_again_date"
    assert not Review.objects.exists()


@pytest.mark.parametrize("day", [NOW.date(), NOW.date() - timedelta(days=1)])
def test_the_day_lies_in_the_future(case, day):
    with pytest.raises(Refused):
        go_on(case, look_again_date=day)
