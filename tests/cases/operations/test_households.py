"""Who lives together: people come, change and leave."""

from datetime import date, timedelta

import pytest

from cases.enums import AuthoritySource
from cases.models import Household, HouseholdMember, ParentalAuthority, Resident
from cases.operations.authority import end_authority, note_authority
from cases.operations.households import add_member, add_newcomer, change_household, change_member, end_member
from cases.operations.network import add_network_member, change_network_member, remove_network_member
from sociaal.audit.models import Entry
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.factories import NOW, ResidentFactory, make_case, make_member

pytestmark = pytest.mark.django_db(transaction=True)
DAY, SINCE = timedelta(days=1), date(2020, 1, 1)
TODAY = NOW.date()


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def mother(anna):
    return make_case(anna).resident


def add(beside, member, by, **facts):
    given = {"beside": beside, "member": member, "role": "adult", "since": SINCE, "by": by, "now": NOW}
    return add_member(**given | facts)


def authority(child, by, **facts):
    given = {"child": child, "beside": child, "since": SINCE, "source": "told", "by": by, "now": NOW}
    return note_authority(**given | facts)


# --- the household ----------------------------------------------------------------------------------------
def test_the_first_housemate_makes_a_household_of_two(anna, mother):
    row = add(mother, ResidentFactory(), anna, own_role="parent", role="partner")
    assert [one.role for one in row.household.members.order_by("pk")] == ["parent", "partner"]
    assert row.household.name.startswith(("Household", "Huishouden"))


def test_the_next_one_comes_into_the_same_household(anna, mother):
    first, second = (add(mother, ResidentFactory(), anna) for _one in range(2))
    assert first.household == second.household
    assert Household.objects.count() == 1


def test_nobody_lives_twice_in_one_home_nor_in_two_main_homes(anna, mother):
    child, father = ResidentFactory(), make_case(anna).resident
    add(mother, child, anna)
    for beside in (mother, father):
        with pytest.raises(Refused):
            add(beside, child, anna)
    row = add(father, child, anna, other_home=True)
    assert row.other_home
    assert child.households.count() == 2


def test_a_main_home_cannot_become_the_second_main_home(anna, mother):
    child, father = ResidentFactory(), make_case(anna).resident
    add(mother, child, anna)
    row = add(father, child, anna, other_home=True)
    with pytest.raises(Refused):
        change_member(member=row, beside=father, role="child", other_home=False, by=anna, now=NOW)
    changed = change_member(member=row, beside=father, role="child", other_home=True, by=anna, now=NOW)
    assert changed.role == "child"


def test_who_left_lives_there_until_that_day_and_may_come_back(anna, mother):
    other = ResidentFactory()
    row = add(mother, other, anna)
    end_member(member=row, beside=mother, until=TODAY - DAY, by=anna, now=NOW)
    assert HouseholdMember.objects.get(pk=row.pk).during.upper == TODAY - DAY
    add(mother, other, anna, since=TODAY)
    assert other.memberships.count() == 2


def test_a_mistake_is_taken_away_and_the_log_keeps_that_it_was_there(anna, mother):
    other = ResidentFactory()
    row = add(mother, other, anna)
    end_member(member=row, beside=mother, until=None, by=anna, now=NOW)
    assert not other.memberships.exists()
    assert Entry.objects.get(action="remove_member").residents == sorted([mother.pk, other.pk])


@pytest.mark.parametrize("until", [SINCE, SINCE - DAY, TODAY + DAY])
def test_nobody_leaves_before_they_came_or_in_the_future(anna, mother, until):
    row = add(mother, ResidentFactory(), anna)
    with pytest.raises(Refused):
        end_member(member=row, beside=mother, until=until, by=anna, now=NOW)


def test_a_child_that_is_born_has_the_address_and_who_has_authority(anna, mother):
    row = add_newcomer(
        beside=mother, names={"first_names": "Sami", "last_name": "Zonneveld", "birth_date": TODAY},
        role="child", since=TODAY, authority=[mother], by=anna, now=NOW,
    )  # fmt: skip
    assert row.resident.street == mother.street
    assert row.resident.under_authority_of.get().holder == mother


def test_a_confidential_address_is_not_copied(anna, mother):
    Resident.objects.filter(pk=mother.pk).update(confidential_address=True)
    mother.refresh_from_db()
    row = add_newcomer(
        beside=mother, names={"first_names": "Sami", "last_name": "Z"}, role="child", since=TODAY,
        by=anna, now=NOW,
    )  # fmt: skip
    assert row.resident.street == row.resident.postcode == ""


def test_the_name_and_why_contact_persons_differ_are_kept(anna, mother):
    home = add(mother, ResidentFactory(), anna).household
    change_household(
        household=home,
        beside=mother,
        name="Gezin",
        contact_differs_because=" Hij vraagt erom. ",
        by=anna,
        now=NOW,
    )
    home.refresh_from_db()
    assert (home.name, home.contact_differs_because) == ("Gezin", "Hij vraagt erom.")


# --- who may ----------------------------------------------------------------------------------------------
def test_whom_one_may_not_know_of_cannot_be_added(anna, mother):
    secret = ResidentFactory(restricted=True)
    with pytest.raises(NotFound):
        add(mother, secret, anna)


@pytest.mark.parametrize(("who", "error"), [("dirk", NotPermitted), ("hanna", NotFound), ("fatma", NotFound)])
def test_only_who_works_with_the_resident_changes_the_household(anna, mother, who, error):
    row, other = add(mother, ResidentFactory(), anna), make_member(who)
    with pytest.raises(error):
        add(mother, ResidentFactory(), other)
    with pytest.raises(error):
        end_member(member=row, beside=mother, until=None, by=other, now=NOW)


def test_the_household_of_others_is_not_changed_through_a_resident_of_ones_own(anna, mother):
    dirk = make_member("dirk")
    elsewhere = add(make_case(dirk).resident, ResidentFactory(), dirk)
    with pytest.raises(NotFound):
        end_member(member=elsewhere, beside=mother, until=None, by=anna, now=NOW)
    with pytest.raises(NotFound):
        add(mother, ResidentFactory(), anna, household=elsewhere.household)


# --- authority --------------------------------------------------------------------------------------------
@pytest.fixture
def child(anna):
    return make_case(anna, resident=ResidentFactory(birth_date=date(2015, 1, 1))).resident


def test_authority_is_of_a_resident_or_of_somebody_by_name(anna, child, mother):
    authority(child, anna, holder=mother)
    authority(child, anna, holder_name="William Schrikker Stichting", kind="guardian")
    assert child.under_authority_of.count() == 2


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"holder_name": "x", "holder": True},
        {"holder_name": "x", "source": AuthoritySource.REGISTER},
        {"holder_name": "x", "since": TODAY + DAY},
    ],
)
def test_authority_without_a_holder_or_a_day_is_refused(anna, child, mother, facts):
    if "holder" in facts:
        facts = facts | {"holder": mother}
    with pytest.raises(Refused):
        authority(child, anna, **facts)


def test_nobody_has_authority_over_a_grown_up_or_themselves(anna, child, mother):
    with pytest.raises(Refused):
        authority(mother, anna, holder=child)
    with pytest.raises(Refused):
        authority(child, anna, holder=child)


def test_the_same_authority_is_not_noted_twice_and_ends_on_a_day(anna, child, mother):
    row = authority(child, anna, holder=mother)
    with pytest.raises(Refused):
        authority(child, anna, holder=mother)
    end_authority(authority=row, beside=child, until=TODAY, by=anna, now=NOW)
    assert ParentalAuthority.objects.get().during.upper == TODAY
    end_authority(authority=row, beside=child, until=None, by=anna, now=NOW)
    assert not ParentalAuthority.objects.exists()


# --- network ----------------------------------------------------------------------------------------------
def test_the_network_is_added_to_changed_and_taken_out_of(anna, mother):
    row = add_network_member(resident=mother, name="Corrie", relation="zus", by=anna, now=NOW)
    with pytest.raises(Refused):
        add_network_member(resident=mother, name="corrie", relation="Zus", by=anna, now=NOW)
    facts = {"name": "Corrie", "relation": "zus", "can_do": "Boodschappen", "phone": "0880000001"}
    row = change_network_member(member=row, by=anna, now=NOW, **facts)
    assert row.can_do == "Boodschappen"
    with pytest.raises(NotPermitted):
        remove_network_member(member=row, by=make_member("dirk"), now=NOW)
    remove_network_member(member=row, by=anna, now=NOW)
    assert not mother.network.exists()
