"""The page of the people around a resident, and its forms."""

from datetime import date

import pytest
from django.urls import reverse

from cases.models import Household, HouseholdMember, ParentalAuthority, Resident
from sociaal.audit.models import Entry
from tests.factories import ResidentFactory, make_case, make_member

pytestmark = pytest.mark.django_db
SINCE = date(2020, 1, 1)


def text(answer):
    return answer.content.decode()


def live_together(*residents, name="Huishouden", since=SINCE, until=None):
    home, _new = Household.objects.get_or_create(name=name)
    return [
        HouseholdMember.objects.create(household=home, resident=one, role="parent", during=(since, until))
        for one in residents
    ]


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def mother(anna):
    return make_case(anna).resident


def located(**facts):
    return ResidentFactory(first_names="Ben", prefix="", last_name="Kwikstaart", street="Geheimpad", **facts)


# --- what is seen of whom ---------------------------------------------------------------------------------
def test_a_housemate_of_whom_the_file_is_read_has_a_link(visit, anna, mother):
    father = make_case(anna, resident=located()).resident
    live_together(mother, father)
    assert reverse("resident", args=[father.pk]) in text(visit(anna, "household", mother.pk))


def test_a_housemate_who_can_only_be_located_is_named_without_a_link_or_address(visit, anna, mother):
    father = located()
    live_together(mother, father)
    for page in ("household", "resident"):
        answer = text(visit(anna, page, mother.pk))
        assert "Ben Kwikstaart" in answer
        assert reverse("resident", args=[father.pk]) not in answer
        assert "Geheimpad" not in answer


@pytest.mark.parametrize("mark", ["confidential_address", "restricted"])
def test_of_a_hidden_housemate_it_shows_that_there_is_somebody_and_no_more(visit, anna, mother, mark):
    father = make_case(make_member("dirk"), resident=located()).resident
    Resident.objects.filter(pk=father.pk).update(**{mark: True})
    live_together(mother, father)
    for page in ("household", "resident"):
        answer = text(visit(anna, page, mother.pk))
        assert "Kwikstaart" not in answer
        assert str(father.pk) not in {part.strip("/") for part in answer.split("/inwoner/")}
    shown = Entry.objects.filter(kind="read").order_by("pk").values_list("residents", flat=True)
    assert all(father.pk not in residents for residents in shown)


def test_after_they_parted_the_new_household_is_not_seen_through_the_old_one(visit, anna, mother):
    """Of the old home only who lived there in their time; nor is anybody followed to a new one."""
    father, newcomer = located(), ResidentFactory(last_name="Vlinderdal")
    live_together(mother, until=date(2024, 1, 1))
    live_together(father)
    home = Household.objects.get()
    HouseholdMember.objects.create(household=home, resident=newcomer, during=(date(2025, 1, 1), None))
    live_together(mother, name="Nieuw huis", since=date(2024, 1, 1))
    answer = text(visit(anna, "household", mother.pk))
    assert "Kwikstaart" in answer
    assert "Vlinderdal" not in answer


def test_a_child_of_parents_who_live_apart_shows_both_homes(visit, anna, mother):
    child, father = ResidentFactory(birth_date=date(2018, 1, 1)), located()
    make_case(anna, resident=child)
    live_together(mother, child, name="Bij moeder")
    (row,) = live_together(father, name="Bij vader")
    HouseholdMember.objects.create(
        household=row.household, resident=child, role="child", other_home=True, during=(SINCE, None)
    )
    page = visit(anna, "household", child.pk).context["page"]
    assert [(home.household.name, home.is_other) for home in page.homes] == [
        ("Bij moeder", False),
        ("Bij vader", True),
    ]


def test_different_contact_persons_ask_for_a_reason(visit, anna, mother):
    father = make_case(make_member("bram")).resident
    live_together(mother, father)
    assert visit(anna, "household", mother.pk).context["page"].homes[0].differs
    Household.objects.update(contact_differs_because="Zij vraagt erom.")
    page = visit(anna, "household", mother.pk)
    assert not page.context["page"].homes[0].differs
    assert "Zij vraagt erom." in text(page)


def test_everybody_shown_is_logged(visit, anna, mother):
    father = located()
    live_together(mother, father)
    visit(anna, "household", mother.pk)
    assert Entry.objects.get(kind="read", action="household").residents == sorted([mother.pk, father.pk])


def test_the_page_takes_a_fixed_number_of_queries(client, anna, mother, django_assert_max_num_queries):
    people = [make_case(anna).resident for _one in range(4)]
    live_together(mother, *people)
    for child in people:
        ParentalAuthority.objects.create(child=child, holder=mother, during=(SINCE, None))
    client.force_login(anna)
    with django_assert_max_num_queries(13):
        client.get(reverse("household", args=[mother.pk]))


# --- the forms --------------------------------------------------------------------------------------------
def test_somebody_is_searched_chosen_and_added(visit, client, anna, mother):
    father = located()
    found = visit(anna, "household_member_new", mother.pk, data={"find": "kwikstaart"})
    assert f"?who={father.pk}" in text(found)
    address = reverse("household_member_new", args=[mother.pk]) + f"?who={father.pk}"
    answer = visit(anna, "household_member_new", mother.pk, who=father.pk)
    assert "Ben Kwikstaart" in text(answer)
    given = {"role": "partner", "own_role": "partner", "since": "2020-01-01", "form_key": "a"}
    client.force_login(anna)
    for _time in range(2):  # a double click
        assert client.post(address, given).status_code == 302
    assert [row.role for row in HouseholdMember.objects.order_by("pk")] == ["partner", "partner"]


def test_whom_one_may_not_find_cannot_be_chosen_by_their_key(visit, anna, mother):
    secret = ResidentFactory(restricted=True)
    for key in (secret.pk, 999_999, "x"):
        assert visit(anna, "household_member_new", mother.pk, who=key).status_code == 404


def test_a_child_that_was_born_is_added_with_who_has_authority(visit, anna, mother):
    given = {
        "first_names": "Sami", "last_name": "Zonneveld", "birth_date": "2026-11-01", "role": "child",
        "own_role": "parent", "authority": [mother.pk], "form_key": "a",
    }  # fmt: skip
    assert visit(anna, "household_newcomer", mother.pk, data=given).status_code == 302
    child = Resident.objects.get(first_names="Sami")
    assert child.memberships.get().during.lower == date(2026, 11, 1)
    assert child.under_authority_of.get().holder == mother


def test_a_role_changes_and_somebody_leaves(visit, anna, mother):
    _own, row = live_together(mother, located())
    page = "household_member"
    assert visit(anna, page, mother.pk, row.pk, data={"role": "other", "form_key": "a"}).status_code == 302
    row.refresh_from_db()
    assert row.role == "other"
    page = "household_member_end"
    nothing = visit(anna, page, mother.pk, row.pk, data={"form_key": "b"})
    assert nothing.status_code == 422
    gone = visit(anna, page, mother.pk, row.pk, data={"until": "2026-11-01", "form_key": "b"})
    assert gone.status_code == 302
    row.refresh_from_db()
    assert row.during.upper == date(2026, 11, 1)


def test_the_household_gets_a_name(visit, anna, mother):
    (row,) = live_together(mother)
    given = {"name": "Gezin Zonneveld", "form_key": "a"}
    visit(anna, "household_change", mother.pk, row.household_id, data=given)
    row.household.refresh_from_db()
    assert row.household.name == "Gezin Zonneveld"
