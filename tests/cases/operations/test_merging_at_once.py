"""Merging while others work: who comes second waits, gives way or hears why; nothing is lost in between."""

import pytest
from django.db import IntegrityError, connection, transaction

from cases.models import Case, ContactTerm, HelpRequest, Resident, ResidentMerge
from cases.operations.contacts import add_contact
from cases.operations.help_requests import register, take_up
from cases.operations.merging import undo_merge
from sociaal.core.errors import Conflict, DomainError, Refused
from tests.cases.operations.merged import LATER, merge
from tests.factories import NOW, ResidentFactory, make_case, make_member, make_request
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)
AGAIN = [pytest.param(time, marks=pytest.mark.slow) for time in (1, 2, 3)]


@pytest.fixture
def anna():
    return make_member("anna")


def _ask(resident, by):
    return register(words="En nog iets.", channel="phone", team=by.team, resident=resident, by=by, now=NOW)


def test_two_who_merge_the_same_two_either_way_round_merge_once(anna):
    first, second = make_case(anna).resident, make_case(anna).resident
    outcomes = at_once(lambda: merge(first, second, anna), lambda: merge(second, first, anna))
    assert sorted(type(one).__name__ for one in outcomes) in (
        ["Refused", "ResidentMerge"],
        ["Conflict", "ResidentMerge"],
    )
    assert Resident.objects.filter(merged_into__isnull=False).count() == 1
    assert ContactTerm.objects.filter(during__upper_inf=True).count() == 1


@pytest.mark.slow
def test_a_ring_of_merges_at_once_never_becomes_a_ring(anna):
    people = [make_case(anna).resident for _one in range(3)]
    at_once(*[
        lambda one=one, other=other: merge(one, other, anna)
        for one, other in zip(people, [*people[1:], people[0]], strict=True)
    ])  # fmt: skip
    assert not Resident.objects.filter(merged_into__merged_into__isnull=False).exists()
    standing = Resident.objects.filter(merged_into__isnull=True)
    assert set(Case.objects.values_list("resident", flat=True)) <= set(standing.values_list("pk", flat=True))


@pytest.mark.parametrize("_time", [0, *AGAIN])
def test_questions_that_come_in_meanwhile_are_the_kept_ones(anna, _time):
    keep, other = make_case(anna).resident, make_case(anna).resident
    outcomes = at_once(lambda: merge(keep, other, anna), *[lambda: _ask(other, anna) for _one in range(4)])
    assert [one for one in outcomes if isinstance(one, Exception)] == []
    assert HelpRequest.objects.filter(resident=keep).count() == 6
    assert not HelpRequest.objects.filter(resident=other).exists()


@pytest.mark.parametrize("_time", [0, *AGAIN])
def test_a_question_that_is_taken_up_meanwhile_becomes_a_case_of_the_kept_one(anna, _time):
    keep, other = make_case(anna).resident, make_case(anna).resident
    request = make_request(anna, resident=other)

    def take():
        return take_up(help_request=request, contact_person=anna, subject="Bus", by=anna, now=NOW)

    outcomes = at_once(lambda: merge(keep, other, anna), take)
    assert all(not isinstance(one, Exception) or isinstance(one, DomainError) for one in outcomes)
    assert isinstance(outcomes[0], ResidentMerge)
    assert set(Case.objects.values_list("resident", flat=True)) == {keep.pk}


def test_work_in_a_case_goes_on_while_it_moves(anna):
    keep, case = make_case(anna).resident, make_case(anna, status="supported")

    def note():
        return add_contact(case=case, kind="phone", summary="Gebeld", by=anna, now=NOW)

    outcomes = at_once(lambda: merge(keep, case.resident, anna), *[note for _one in range(3)])
    assert [one for one in outcomes if isinstance(one, Exception)] == []
    assert case.contactmoments.count() == 3
    assert Case.objects.get(pk=case.pk).resident == keep


@pytest.mark.slow
def test_who_finds_a_colleague_busy_gives_way(anna):
    keep, case = make_case(anna).resident, make_case(anna)
    with transaction.atomic():
        Case.objects.select_for_update().get(pk=case.pk)
        (outcome,) = at_once(lambda: merge(keep, case.resident, anna))
    assert isinstance(outcome, Conflict)
    assert not ResidentMerge.objects.exists()


def test_undoing_twice_at_once_undoes_once(anna):
    keep, other = make_case(anna).resident, make_case(anna).resident
    row = merge(keep, other, anna)
    undo = [lambda: undo_merge(merge=row, reason="Twee", by=anna, now=LATER) for _one in range(2)]
    outcomes = at_once(*undo)
    assert sorted(type(one).__name__ for one in outcomes) == ["Refused", "ResidentMerge"]
    assert isinstance(next(one for one in outcomes if isinstance(one, Exception)), Refused)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE cases_case SET resident_id = {other}",
        "UPDATE cases_helprequest SET resident_id = {other}",
        "UPDATE cases_contactterm SET during = tstzrange(lower(during), NULL) WHERE resident_id = {other}",
        "UPDATE cases_resident SET merged_into_id = {third} WHERE id = {keep}",
        "UPDATE cases_resident SET merged_into_id = {other} WHERE id = {third}",
    ],
)
def test_the_database_itself_keeps_a_merged_record_empty_and_merged_once(anna, statement):
    keep, other, third = make_case(anna).resident, make_case(anna).resident, ResidentFactory()
    merge(keep, other, anna)
    sql = statement.format(keep=keep.pk, other=other.pk, third=third.pk)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
