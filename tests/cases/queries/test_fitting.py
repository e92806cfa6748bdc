"""What could fit, from the catalogue as it is given today."""

from datetime import timedelta

import pytest

from cases.models import Arrangement
from cases.queries.fitting import options_for
from tests.factories import NOW, ProvisionFactory, ResidentFactory, make_case, make_member

pytestmark = pytest.mark.django_db
TODAY, DAY = NOW.date(), timedelta(days=1)


def names(resident, domains=("housing",)):
    return [one.name for one in options_for(domains, resident, NOW)["general"]]


def test_what_is_not_given_today_is_not_offered():
    ProvisionFactory(name="Nu", provider=None)
    ProvisionFactory(name="Voorbij", until_date=TODAY - DAY)
    ProvisionFactory(name="Straks", from_date=TODAY + DAY)
    ProvisionFactory(name="Gestopt", is_active=False)
    ProvisionFactory(name="Elders", neighbourhoods=["West"])
    assert names(ResidentFactory()) == ["Nu"]


def test_each_option_says_why():
    ProvisionFactory(name="Klussendienst", provider=None, neighbourhoods=["Oost"], waiting_weeks=2)
    (one,) = options_for(["housing"], ResidentFactory(), NOW)["general"]
    assert one.reasons == ["voor wonen", "in deze buurt", "2 weken wachten"]


def test_places_that_are_taken_by_others_put_it_last():
    full = ProvisionFactory(name="Vol", places=1, provider=None)
    ProvisionFactory(name="Plek", provider=None, waiting_weeks=9)
    case = make_case(make_member("anna"))
    Arrangement.objects.create(
        case=case, resident=case.resident, provision=full, state="started", started_at=NOW
    )
    assert names(ResidentFactory()) == ["Plek", "Vol"]


def test_it_costs_two_queries(django_assert_num_queries):
    ProvisionFactory.create_batch(5)
    resident = ResidentFactory()
    with django_assert_num_queries(2):
        options_for(["housing"], resident, NOW)
