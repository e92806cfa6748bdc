"""Who could be the contact person, gathered from the file."""

from datetime import date, timedelta

import pytest
from psycopg.types.range import DateRange, TimestamptzRange

from cases.models import ContactTerm, Deputyship, Household, HouseholdMember
from intake.queries.suggestion import proposals
from tests.factories import NOW, ResidentFactory, TeamFactory, UserFactory, make_case, make_member

pytestmark = pytest.mark.django_db
ALWAYS = DateRange(date(2020, 1, 1), None)


def names(resident, home, red_flags=()):
    return [one.user.name for one in proposals(resident, home=home, red_flags=red_flags, now=NOW)]


def test_the_present_contact_person_is_the_only_proposal():
    anna, bram = make_member("anna"), make_member("bram")
    case = make_case(anna)
    (only,) = proposals(case.resident, home=bram.team, red_flags=[], now=NOW)
    assert (only.user, only.fixed, only.available) == (anna, True, True)


def test_an_absent_contact_person_stays_and_is_said_to_be_absent():
    anna, bram = make_member("anna"), make_member("bram")
    case = make_case(anna)
    day = timedelta(days=1)
    Deputyship.objects.create(absent=anna, deputy=bram, during=TimestamptzRange(NOW - day, NOW + day))
    (only,) = proposals(case.resident, home=anna.team, red_flags=[], now=NOW)
    assert (only.user, only.available) == (anna, False)


def test_then_comes_the_contact_person_of_somebody_in_the_same_house():
    dirk, anna = make_member("dirk"), make_member("anna")
    case, other = make_case(dirk), ResidentFactory()
    home = Household.objects.create(name="Gezin")
    for resident in (case.resident, other):
        HouseholdMember.objects.create(household=home, resident=resident, during=ALWAYS)
    assert names(other, anna.team)[0] == "Dirk"


def test_then_a_known_face_of_the_past_twelve_months_with_the_day_in_words():
    anna, bram = make_member("anna"), make_member("bram")
    resident = ResidentFactory()
    day = timedelta(days=1)
    ContactTerm.objects.create(
        resident=resident, user=bram, during=TimestamptzRange(NOW - 90 * day, NOW - 30 * day),
        began="taken_up", end_reason="quiet",
    )  # fmt: skip
    first = proposals(resident, home=anna.team, red_flags=[], now=NOW)[0]
    assert first.user == bram
    assert "19 oktober 2026" in first.reason or "19 October 2026" in first.reason


def test_then_the_team_of_the_neighbourhood_with_the_expertise_the_red_flag_asks_for():
    make_member("anna")
    west = TeamFactory(name="Wijkteam West", neighbourhoods=["Haven"])
    UserFactory(name="Als eerste", team=west)
    UserFactory(name="Schulden", team=west, expertise=["wgs"])
    resident = ResidentFactory(neighbourhood="Haven")
    assert names(resident, None, ["eviction"])[0] == "Schulden"
    assert names(resident, None)[0] == "Als eerste"


def test_among_equals_whoever_has_fewest_open_cases_now():
    anna, bram = make_member("anna"), make_member("bram")
    make_case(anna)
    assert names(None, bram.team)[0] == "Bram"


def test_managers_and_closed_accounts_are_never_proposed():
    anna = make_member("anna")
    make_member("esra")
    UserFactory(name="Weg", team=anna.team, is_active=False)
    assert names(None, anna.team) == ["Anna"]


def test_the_number_of_queries_does_not_grow_with_the_team(django_assert_max_num_queries):
    anna = make_member("anna")
    UserFactory.create_batch(8, team=anna.team)
    resident = ResidentFactory()
    with django_assert_max_num_queries(7):
        assert len(proposals(resident, home=anna.team, red_flags=["no_food"], now=NOW)) == 6
