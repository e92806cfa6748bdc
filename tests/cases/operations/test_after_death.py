"""After a death: help ends on the day it ended, cases close with the outcome for it; or nothing at all."""

from datetime import timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from cases.models import Arrangement, Case, Event, Household, HouseholdMember, Procedure, Resident
from cases.operations import arrangements
from cases.operations.after_death import end_after_death
from cases.operations.death import note_death
from sociaal.core.errors import NotPermitted, Refused
from tests.factories import NOW, ProvisionFactory, ResidentFactory, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TODAY = NOW.date()
SUPPORTED = NOW - 9 * DAY
DIED = TODAY - 3 * DAY


@pytest.fixture
def anna(db):
    return make_member("anna")


def died(case, by):
    note_death(resident=case.resident, died_on=DIED, by=by, now=NOW)
    return Case.objects.select_related("resident", "team").get(pk=case.pk)


def end(case, by, *, helped=(), close=(), ended_on=DIED):
    return end_after_death(
        resident=case.resident, helped=list(helped), close=list(close), ended_on=ended_on, by=by, now=NOW
    )


def test_help_ends_on_its_day_and_the_case_closes_in_one_go(anna):
    case = died(make_case(anna, status="supported", at=SUPPORTED), anna)
    end(case, anna, close=[case])
    row, closed = Arrangement.objects.get(), Case.objects.get()
    assert (row.state, row.end_reason) == ("ended", "De inwoner is overleden.")
    assert timezone.localdate(row.ended_at) == DIED
    assert (closed.status, closed.outcome) == ("closed", "died")
    assert Event.objects.get(kind="arrangement_changed", codes__state="ended").occurred_at == row.ended_at


def test_only_what_is_chosen_ends(anna):
    case = died(make_case(anna, status="supported", at=SUPPORTED), anna)
    end(case, anna, helped=Arrangement.objects.all())
    assert (Arrangement.objects.get().state, Case.objects.get().status) == ("ended", "supported")


def test_help_that_a_colleague_ended_meanwhile_is_not_ended_again(anna):
    case = died(make_case(anna, status="supported", at=SUPPORTED), anna)
    (row,) = Arrangement.objects.all()
    end(case, anna, helped=[row])
    with pytest.raises(Refused):
        end(case, anna, helped=[row])


def test_help_that_had_not_started_is_called_off(anna):
    case = make_case(anna, status="arranging", at=SUPPORTED)
    arrangements.propose(case=case, provision=ProvisionFactory(), by=anna, now=NOW)
    end(died(case, anna), anna, helped=Arrangement.objects.all())
    assert Arrangement.objects.get().state == "cancelled"


def test_help_never_ends_before_it_started(anna):
    case = died(make_case(anna, status="supported", at=NOW), anna)
    end(case, anna, close=[case])
    row = Arrangement.objects.get()
    assert row.ended_at == row.started_at


def test_an_open_procedure_is_formally_ended_with_its_case(anna):
    case, _procedure = make_deciding_case(anna)
    case = died(case, anna)
    end(case, anna, close=[case])
    assert Procedure.objects.get().state == "withdrawn"


@pytest.mark.parametrize("ended_on", [DIED - DAY, TODAY + DAY])
def test_a_day_on_which_they_lived_or_that_is_to_come_is_refused(anna, ended_on):
    case = died(make_case(anna, status="supported", at=SUPPORTED), anna)
    with pytest.raises(Refused):
        end(case, anna, close=[case], ended_on=ended_on)


def test_nothing_chosen_or_nobody_died_is_refused(anna):
    case = make_case(anna)
    with pytest.raises(Refused):
        end(case, anna, close=[case])
    case = died(case, anna)
    with pytest.raises(Refused):
        end(case, anna)


def test_a_case_in_which_somebody_else_is_helped_does_not_close_and_nothing_else_ends(anna):
    case, son = make_case(anna, status="supported", at=SUPPORTED), ResidentFactory()
    home = Household.objects.create(name="Zonneveld")
    for one in (case.resident, son):
        HouseholdMember.objects.create(household=home, resident=one, during=DateRange(DIED - 99 * DAY, None))
    row = arrangements.propose(case=case, provision=ProvisionFactory(), resident=son, by=anna, now=NOW)
    arrangements.start_at_once(arrangement=row, by=anna, now=NOW)
    case = died(case, anna)
    with pytest.raises(Refused):
        end(case, anna, close=[case])
    end(case, anna, helped=Arrangement.objects.filter(resident=case.resident))
    assert list(Arrangement.objects.order_by("pk").values_list("state", flat=True)) == ["ended", "started"]
    assert Case.objects.get().status == "supported"


def test_a_colleague_who_keeps_the_file_does_not_end_what_the_contact_person_works_on(anna):
    case = died(make_case(anna, status="supported", at=SUPPORTED), anna)
    with pytest.raises(NotPermitted):
        end(case, make_member("bram"), close=[case])


def test_a_case_of_somebody_else_does_not_close_with_it(anna):
    case, other = died(make_case(anna), anna), make_case(anna)
    with pytest.raises(Refused):
        end(case, anna, close=[case, other])
    assert Case.objects.filter(closed_at=None).count() == 2
    assert Resident.objects.get(pk=case.resident_id).died_on == DIED
