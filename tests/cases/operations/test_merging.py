"""Two residents that are one: everything follows, nothing is lost, and it can be undone."""

import pytest

from cases.models import HelpRequest, NetworkMember, ReadingGrant, Resident
from cases.operations.access import break_glass
from cases.operations.merging import undo_merge
from cases.permissions import access_to_case, check_reads_resident
from cases.queries.case_file import case_file
from cases.queries.following import references
from cases.queries.same_person import same_person
from cases.queries.search import find_residents
from sociaal.accounts.queries.access_log import entries
from sociaal.core.errors import NotFound, NotPermitted, Refused
from sociaal.core.registry import registry
from tests.cases.operations.merged import LATER, everything, lives_in, merge
from tests.factories import NOW, ResidentFactory, make_case, make_member, make_request

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def bram():
    return make_member("bram")


# --- everything follows -----------------------------------------------------------------------------------
def test_cases_questions_and_people_around_them_follow(anna):
    keep, other = ResidentFactory(), ResidentFactory()
    first, second = make_case(anna, resident=keep), make_case(anna, status="supported", resident=other)
    waiting = make_request(anna, resident=other)
    NetworkMember.objects.create(resident=other, name="Corrie", relation="zus")
    merge(keep, other, anna)
    assert set(keep.cases.values_list("pk", flat=True)) == {first.pk, second.pk}
    assert HelpRequest.objects.get(pk=waiting.pk).resident == keep
    assert keep.network.get().name == "Corrie"
    assert second.arrangements.get().resident == keep
    other.refresh_from_db()
    assert other.merged_into == keep


def test_every_column_that_points_at_a_resident_is_thought_about():
    """A new one would go along whole. Is that right for it? The app it belongs to says so in the registry."""
    assert {reference.name for reference in references()} - set(registry.merging) == set()


def test_nothing_hangs_on_the_merged_one_but_history(anna, bram):
    keep, other = make_case(anna).resident, make_case(bram, status="supported").resident
    merge(keep, other, anna)
    left = {one.name for one in references() if one.rows(other.pk).exists()}
    assert left == {"cases.contactterm.resident", "cases.event.resident", "cases.residentmerge.merged"}


def test_who_is_there_already_is_not_there_twice(anna):
    keep, other = make_case(anna).resident, ResidentFactory()
    for resident in (keep, other):
        lives_in(resident)
        NetworkMember.objects.create(resident=resident, name="Corrie", relation="zus")
    merge(keep, other, anna)
    assert keep.memberships.count() == keep.network.count() == 1


@pytest.mark.parametrize(("chosen", "home"), [("kept", "Van Anna"), ("merged", "Van Bram")])
def test_of_two_main_homes_at_the_same_time_the_chosen_one_remains(anna, chosen, home):
    keep, other = make_case(anna).resident, make_case(anna).resident
    lives_in(keep, "Van Anna")
    lives_in(other, "Van Bram")
    before = everything()
    row = merge(keep, other, anna, household=chosen)
    assert [member.household.name for member in keep.memberships.all()] == [home]
    undo_merge(merge=row, reason="Twee mensen", by=anna, now=LATER)
    assert everything() == before


def test_a_record_merged_earlier_goes_along(anna):
    first, second, third = (make_case(anna).resident for _one in range(3))
    earlier = merge(second, first, anna)
    later = merge(third, second, anna)
    first.refresh_from_db()
    assert first.merged_into == third
    assert same_person(third.pk) == sorted([first.pk, second.pk, third.pk])
    with pytest.raises(Refused):
        undo_merge(merge=earlier, reason="Twee mensen", by=anna, now=LATER)
    undo_merge(merge=later, reason="Twee mensen", by=anna, now=LATER)
    first.refresh_from_db()
    assert first.merged_into == second


# --- the fields -------------------------------------------------------------------------------------------
def test_each_field_is_chosen_and_an_empty_one_is_filled(anna):
    keep = ResidentFactory(last_name="Vries", phone="", email="a@inwoner.example")
    other = ResidentFactory(last_name="Fries", phone="0880000001", email="b@inwoner.example")
    make_case(anna, resident=keep)
    make_case(anna, resident=other)
    merge(keep, other, anna, fields={"email": "merged"})
    keep.refresh_from_db()
    assert (keep.last_name, keep.phone, keep.email) == ("Vries", "0880000001", "b@inwoner.example")


def test_what_was_closed_stays_closed(anna):
    keep = make_case(anna).resident
    other = make_case(anna).resident
    Resident.objects.filter(pk=other.pk).update(confidential_address=True)
    merge(keep, other, anna)
    keep.refresh_from_db()
    assert keep.confidential_address


def test_the_bsn_of_the_merged_one_goes_along_and_comes_back(anna):
    keep = make_case(anna).resident
    other = make_case(anna, resident=ResidentFactory(bsn="999900006")).resident
    row = merge(keep, other, anna)
    assert Resident.objects.get(pk=keep.pk).bsn == "999900006"
    undo_merge(merge=row, reason="Twee mensen", by=anna, now=LATER)
    assert [Resident.objects.get(pk=one.pk).bsn for one in (keep, other)] == [None, "999900006"]


def test_two_bsns_are_two_people(anna):
    keep = make_case(anna, resident=ResidentFactory(bsn="999900006")).resident
    other = make_case(anna, resident=ResidentFactory(bsn="999900018")).resident
    with pytest.raises(Refused, match="BSN"):
        merge(keep, other, anna)


# --- what others see of it --------------------------------------------------------------------------------
def test_the_log_of_a_person_holds_the_lines_of_all_their_records(anna):
    keep, other = make_case(anna).resident, make_case(anna).resident
    merge(keep, other, anna)
    lines = entries({"resident": keep.pk})
    assert {line.object_id for line in lines.filter(action="taken_up")} == set(
        keep.cases.values_list("pk", flat=True)
    )


def test_the_kept_one_is_found_by_the_other_name_until_it_is_undone(anna):
    keep = make_case(anna, resident=ResidentFactory(last_name="Zonneveld")).resident
    other = make_case(anna, resident=ResidentFactory(last_name="Kwikstaart")).resident
    row = merge(keep, other, anna)
    assert [found.pk for found in find_residents(anna, "kwikstaart", NOW)] == [keep.pk]
    undo_merge(merge=row, reason="Twee mensen", by=anna, now=LATER)
    assert [found.pk for found in find_residents(anna, "kwikstaart", NOW)] == [other.pk]
    assert [found.pk for found in find_residents(anna, "zonneveld", NOW)] == [keep.pk]


def test_the_story_of_the_case_still_tells_who_was_contact_person(anna):
    keep, other = ResidentFactory(), make_case(anna).resident
    merge(keep, other, anna)
    case = keep.cases.select_related("resident", "team").get()
    page = case_file(case, access_to_case(anna, case, NOW), NOW, user=anna)
    assert [moment.title for moment in page.moments if "Anna" in moment.title]


def test_a_running_break_glass_into_the_merged_one_does_not_open_the_kept_one(anna):
    keep, other = make_case(anna).resident, make_case(anna).resident
    dirk = make_member("dirk")
    break_glass(resident=other, reason="Zij lag op de grond.", by=dirk, now=NOW)
    merge(keep, other, anna)
    with pytest.raises(NotPermitted):
        check_reads_resident(dirk, keep, NOW)


# --- who may ----------------------------------------------------------------------------------------------
def test_a_record_that_is_nobodys_yet_goes_with_one_you_work_with(anna):
    keep = make_case(anna).resident
    merge(keep, ResidentFactory(), anna)
    assert Resident.objects.filter(merged_into=keep).count() == 1


@pytest.mark.parametrize(
    ("who", "error"), [("dirk", NotPermitted), ("esra", NotFound), ("fatma", NotFound), ("hanna", NotFound)]
)
def test_who_does_not_work_with_both_merges_nothing(anna, who, error):
    keep, other = make_case(anna).resident, make_case(anna).resident
    with pytest.raises(error):
        merge(keep, other, make_member(who))


def test_who_only_reads_along_for_a_while_merges_nothing(anna):
    keep, other = make_case(anna).resident, make_case(anna).resident
    dirk = make_member("dirk")
    for resident in (keep, other):
        ReadingGrant.objects.create(resident=resident, user=dirk, until=LATER)
    with pytest.raises(NotPermitted):
        merge(keep, other, dirk)


def test_a_merged_one_is_merged_no_further(anna):
    keep, other, third = (make_case(anna).resident for _one in range(3))
    merge(keep, other, anna)
    with pytest.raises(Refused):
        merge(third, other, anna)
