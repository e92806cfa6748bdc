"""What is known of a resident while the telephone is in hand."""

from datetime import date, timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange, DateTimeTZRange

from cases.models import Deputyship, Household, HouseholdMember
from intake.queries.known import joinable, known
from sociaal.core.errors import NotFound
from tests.factories import NOW, ResidentFactory, TeamFactory, make_case, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna():
    TeamFactory(neighbourhoods=["Oost"])
    return make_member("anna")


def live_together(*residents, until=None):
    home = Household.objects.create(name="Gezin")
    for one in residents:
        HouseholdMember.objects.create(
            household=home, resident=one, during=DateRange(date(2020, 1, 1), until)
        )


def test_a_contact_person_who_is_away_answers_through_their_deputy(anna):
    bram, case = make_member("bram"), make_case(anna)
    day = timedelta(days=1)
    Deputyship.objects.create(absent=anna, deputy=bram, during=DateTimeTZRange(NOW - day, NOW + day))
    person = known(case.resident, user=bram, now=NOW).contact_person
    assert (person.user, person.answers, person.absence.until) == (anna, bram, NOW + day)


def test_the_contact_person_and_the_open_case_of_a_housemate_come_along(anna):
    mother, daughter = make_case(anna), ResidentFactory(birth_date=date(2001, 1, 2))
    live_together(mother.resident, daughter)
    found = known(daughter, user=anna, now=NOW)
    assert found.contact_person is None
    assert found.of_household.user == anna
    assert (found.cases, found.cases_at_home) == ([], [mother])
    assert set(found.residents) == {daughter.pk, mother.resident_id}


def test_who_moved_out_has_nothing_to_do_with_the_case_at_home(anna):
    case, son = make_case(anna), ResidentFactory()
    live_together(case.resident, son, until=NOW.date())
    assert known(son, user=anna, now=NOW).joinable == []


def test_a_case_that_is_not_mine_to_read_is_not_shown_nor_joined(anna):
    dirk = make_member("dirk")
    case, son = make_case(dirk), ResidentFactory()
    live_together(case.resident, son)
    assert known(son, user=anna, now=NOW).joinable == []
    for resident in (son, case.resident, None):
        with pytest.raises(NotFound):
            joinable(resident, case.pk, anna, NOW)
    assert joinable(son, case.pk, dirk, NOW) == case


def test_phone_and_wishes_are_for_who_reads_the_file(anna):
    case, dirk = make_case(anna), make_member("dirk")
    assert known(case.resident, user=anna, now=NOW).reads
    assert not known(case.resident, user=dirk, now=NOW).reads
