"""Of two contact persons one remains; what was, stays as it was."""

from datetime import timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from cases.models import Case, ContactTerm, ReadingGrant
from cases.operations.contact_person import accept_handover, request_handover
from cases.operations.help_requests import take_up
from cases.operations.merging import undo_merge
from sociaal.core.errors import NotPermitted, Refused
from tests.cases.operations.merged import LATER, everything, merge
from tests.factories import NOW, ResidentFactory, make_case, make_member, make_request

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def bram():
    return make_member("bram")


def running(resident):
    return [term.user for term in ContactTerm.objects.filter(resident=resident, during__upper_inf=True)]


def hand_over(resident, giver, receiver, reason="expertise"):
    row = request_handover(
        resident=resident, to=receiver, reason=reason, explanation="Schulden",
        told_resident="Zij weet het", by=giver, now=NOW - DAY,
    )  # fmt: skip
    return accept_handover(handover=row, by=receiver, now=NOW - DAY)


@pytest.mark.parametrize(("stays", "name"), [("kept", "Anna"), ("merged", "Bram")])
def test_the_chosen_contact_person_remains_and_the_other_may_read_along(anna, bram, stays, name):
    keep, other = make_case(anna).resident, make_case(bram).resident
    merge(keep, other, anna, contact_person=stays)
    assert [user.name for user in running(keep)] == [name]
    assert running(other) == []
    reads_along = ReadingGrant.objects.get(resident=keep)
    assert {reads_along.user.name, name} == {"Anna", "Bram"}
    assert reads_along.until == NOW + 30 * DAY


def test_where_only_the_merged_one_has_a_contact_person_they_go_along_since_they_were_it(anna):
    keep, other = ResidentFactory(), make_case(anna, at=NOW - 99 * DAY).resident
    since = ContactTerm.objects.get().during.lower
    merge(keep, other, anna)
    assert ContactTerm.objects.get(resident=keep).during == DateTimeTZRange(since, None)
    assert not ReadingGrant.objects.exists()


def test_history_is_not_rewritten_and_never_overlaps(anna, bram):
    """Both had Anna and then Bram at the same time; the ended periods stay where they were."""
    keep, other = make_case(anna, at=NOW - 9 * DAY).resident, make_case(anna, at=NOW - 9 * DAY).resident
    for resident in (keep, other):
        hand_over(resident, anna, bram)
    ended = list(ContactTerm.objects.filter(during__upper_inf=False).order_by("pk").values())
    merge(keep, other, bram, contact_person="merged")
    for row in ended:
        assert ContactTerm.objects.filter(**row).exists()
    assert running(keep) == [bram]


def test_a_colleague_of_the_team_does_not_choose_between_two_contact_persons(anna, bram):
    keep, other = make_case(anna).resident, make_case(bram).resident
    colleague = make_member("carla")
    with pytest.raises(NotPermitted, match=r"different contact persons|aanspreekpunten"):
        merge(keep, other, colleague)


def test_no_reading_along_after_a_conflict_of_interest(anna, bram):
    keep, other = make_case(bram).resident, make_case(anna, at=NOW - 9 * DAY).resident
    hand_over(other, anna, bram, "conflict_of_interest")
    third = make_case(anna).resident
    merge(other, third, bram)  # Anna is contact person of the third, and had a conflict with the other
    assert not ReadingGrant.objects.filter(user=anna).exists()
    assert running(keep) == running(other) == [bram]


def test_an_unanswered_handover_is_settled_first(anna, bram):
    keep, other = make_case(anna).resident, make_case(anna).resident
    request_handover(
        resident=other, to=bram, reason="expertise", explanation="x", told_resident="x", by=anna, now=NOW
    )
    with pytest.raises(Refused):
        merge(keep, other, anna)


@pytest.mark.parametrize("stays", ["kept", "merged"])
def test_undoing_gives_everybody_back(anna, bram, stays):
    keep, other = make_case(anna).resident, make_case(bram).resident
    before = everything()
    row = merge(keep, other, anna, contact_person=stays)
    undo_merge(merge=row, reason="Twee mensen", by=bram, now=LATER)  # he was contact person of one of them
    assert everything() == before


def test_who_left_meanwhile_cannot_be_contact_person_again(anna, bram):
    keep, other = make_case(anna).resident, make_case(bram).resident
    row = merge(keep, other, anna)
    bram.is_active = False
    bram.save()
    with pytest.raises(Refused, match="Bram"):
        undo_merge(merge=row, reason="Twee mensen", by=anna, now=LATER)


def test_a_period_that_began_this_very_moment_can_end(anna, bram):
    keep, other = make_case(anna).resident, ResidentFactory()
    request = make_request(bram, resident=other)
    take_up(help_request=request, contact_person=bram, subject="Bus", by=bram, now=NOW)
    merge(keep, other, anna)
    assert running(keep) == [anna]
    assert Case.objects.filter(resident=keep).count() == 2
