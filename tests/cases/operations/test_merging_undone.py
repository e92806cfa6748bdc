"""A merge can be undone until something later depends on it; then what that is, is named."""

from datetime import date

import pytest

from cases.enums import EventKind
from cases.models import Case, Event, HouseholdMember, NetworkMember, ResidentMerge
from cases.operations.cases import withdraw
from cases.operations.contact_person import accept_handover, request_handover
from cases.operations.help_requests import register
from cases.operations.merging import undo_merge
from cases.operations.procedures import decide
from cases.operations.residents import add_resident, change_resident
from sociaal.audit.models import Entry
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.cases.operations.merged import LATER, everything, lives_in, merge
from tests.factories import ResidentFactory, make_case, make_deciding_case, make_member, make_request

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def bram():
    return make_member("bram")


@pytest.fixture
def two(anna):
    """Two residents with everything of their own."""
    keep, other = ResidentFactory(phone="", bsn="999900006"), ResidentFactory(phone="0880000001")
    make_case(anna, resident=keep, status="supported")
    make_case(anna, resident=other, status="closed")
    make_deciding_case(anna, resident=other)
    make_request(anna, resident=other)
    for resident, home in ((keep, "Oost"), (other, "West")):
        lives_in(resident, home)
        NetworkMember.objects.create(resident=resident, name=home, relation="buurvrouw")
    return keep, other


def undo(row, by):
    return undo_merge(merge=row, reason="Twee mensen", by=by, now=LATER)


def test_undoing_restores_every_row(anna, two):
    before = everything()
    row = merge(*two, anna, fields={"birth_date": "merged"})
    assert everything() != before
    undo(row, anna)
    assert everything() == before


@pytest.mark.slow
def test_and_it_can_be_merged_and_undone_again(anna, two):
    before = everything()
    for _time in range(2):
        undo(merge(*two, anna), anna)
    assert everything() == before
    assert ResidentMerge.objects.count() == 2


@pytest.mark.slow
def test_no_line_of_a_log_is_rewritten(anna, two):
    events, entries = _lines(Event), _lines(Entry)
    undo(merge(*two, anna), anna)
    assert _lines(Event)[: len(events)] == events
    assert _lines(Entry)[: len(entries)] == entries


def _lines(log):
    return list(log.objects.order_by("pk").values())


@pytest.mark.slow
def test_both_are_events_on_the_resident_and_on_every_open_case(anna, two):
    keep, other = two
    undo(merge(*two, anna), anna)
    for kind in (EventKind.RESIDENT_MERGED, EventKind.MERGE_UNDONE):
        told = Event.objects.filter(kind=kind)
        assert told.filter(case=None).get().resident == keep
        assert told.filter(case__isnull=False).count() == Case.objects.exclude(status="closed").count()
        assert Entry.objects.filter(action=kind, object_type="cases.residentmerge").get().residents == sorted(
            [keep.pk, other.pk]
        )


def _new_question(keep, anna, bram):
    register(
        words="Ik wil ook een scootmobiel.",
        channel="phone",
        team=anna.team,
        resident=keep,
        by=anna,
        now=LATER,
    )


def _decision(keep, anna, bram):
    case = Case.objects.get(status="deciding")
    decide(
        procedure=case.procedures.get(), outcome="granted", reasons="Nodig.", decided_date=date(2026, 11, 19),
        by=anna, now=LATER,
    )  # fmt: skip


def _handover(keep, anna, bram):
    row = request_handover(
        resident=keep, to=bram, reason="expertise", explanation="x", told_resident="x", by=anna, now=LATER
    )
    accept_handover(handover=row, by=bram, now=LATER)


def _network(keep, anna, bram):
    NetworkMember.objects.create(resident=keep, name="Zus", relation="zus")


def _earlier_merge(keep, anna, bram):
    merge(keep, make_case(anna).resident, anna, now=LATER)


@pytest.mark.parametrize(
    ("later", "named"),
    [
        (_new_question, "questions|Hulpvragen"),
        (_decision, "Decisions|Besluiten"),
        pytest.param(_handover, "contact person|aanspreekpunt", marks=pytest.mark.slow),
        pytest.param(_network, "Network|netwerk", marks=pytest.mark.slow),
        pytest.param(_earlier_merge, "merged|samengevoegd", marks=pytest.mark.slow),
    ],
)  # fmt: skip
def test_what_came_later_keeps_it_from_being_undone_and_is_named(anna, bram, two, later, named):
    row = merge(*two, anna)
    later(two[0], anna, bram)
    before = everything()
    with pytest.raises(Refused, match=named):
        undo(row, anna)
    assert everything() == before


@pytest.mark.slow
def test_a_step_in_a_case_that_moved_does_not(anna, two):
    row = merge(*two, anna)
    case = Case.objects.get(status="deciding")
    withdraw(case=case, reason="Toch niet", who="resident", outcome="withdrawn", by=anna, now=LATER)
    undo(row, anna)
    assert Case.objects.get(pk=case.pk).resident == two[1]


@pytest.mark.slow
def test_what_was_changed_after_the_merge_stays(anna, two):
    row = merge(*two, anna)
    change_resident(resident=two[0], by=anna, now=LATER, phone="0880000009")
    undo(row, anna)
    two[0].refresh_from_db()
    assert two[0].phone == "0880000009"


@pytest.mark.slow
def test_a_membership_that_ended_meanwhile_goes_back_as_it_is(anna, two):
    row = merge(*two, anna)
    HouseholdMember.objects.filter(resident=two[0]).update(during=(date(2020, 1, 1), date(2026, 1, 1)))
    undo(row, anna)
    assert two[0].memberships.get().household.name == "Oost"


def test_it_is_undone_once_and_with_a_reason(anna, two):
    row = merge(*two, anna)
    with pytest.raises(Refused):
        undo_merge(merge=row, reason=" ", by=anna, now=LATER)
    undo(row, anna)
    with pytest.raises(Refused):
        undo(row, anna)


def test_who_does_not_work_with_them_undoes_nothing(anna, two):
    row = merge(*two, anna)
    with pytest.raises(NotPermitted):
        undo(row, make_member("dirk"))
    for stranger in ("hanna", "fatma"):
        with pytest.raises(NotFound):
            undo(row, make_member(stranger))


def test_a_bsn_that_is_somebody_elses_by_now_keeps_it_from_being_undone(anna, two):
    row = merge(*reversed(two), anna, fields={"bsn": "merged"})
    change_resident(resident=two[1], by=anna, now=LATER, bsn=None)
    add_resident(by=anna, now=LATER, last_name="Ander", birth_date=date(1950, 1, 1), bsn="999900006")
    before = everything()
    with pytest.raises(Refused, match=r"the same BSN|hetzelfde BSN"):
        undo(row, anna)
    assert everything() == before
