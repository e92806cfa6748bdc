"""The table of days: what moves when a day comes in or leaves, and what does not."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from cases.enums import EventKind
from cases.models import CalendarDay, Event, Procedure
from cases.operations.calendar_days import MOVE_TERMS, add_calendar_day, move_terms, remove_calendar_day
from cases.operations.procedures import decide, make_final, send_decision
from cases.operations.suspensions import suspend
from cases.queries.calendar_days import decreed_days
from cases.queries.term_facts import with_term_facts
from cases.queries.term_moves import moves_by
from cases.queries.terms import term_rows
from sociaal.audit.models import Entry
from sociaal.core.errors import NotFound, NotPermitted, Refused
from sociaal.outbox.models import Message
from tests.factories import NOW, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
DUE = date(2026, 12, 2)
"""Two weeks after the application of Wednesday 18 November: a Wednesday too."""
STCRT = "Stcrt. 2026, 12345"


@pytest.fixture
def fatma(db):
    return make_member("fatma")


@pytest.fixture
def procedure(db):
    return make_deciding_case(make_member("anna"))[1]


def add(fatma, day=DUE, kind="decreed", source=STCRT):
    return add_calendar_day(day=day, name="Dag van rouw", kind=kind, source=source, by=fatma, now=NOW)


def due(procedure, code="WMO_BESCHIKKING"):
    (row,) = with_term_facts(Procedure.objects.filter(pk=procedure.pk))
    return next(term.due for term in term_rows(row, TODAY) if term.code == code)


def work():
    """What the worker does with what waits for it."""
    for message in Message.objects.filter(topic=MOVE_TERMS, state="waiting").order_by("pk"):
        move_terms(message.key, NOW)
        Message.objects.filter(pk=message.pk).update(state="done")


def told(procedure):
    rows = Event.objects.filter(case=procedure.case, kind=EventKind.TERM_MOVED).order_by("pk")
    return [(row.codes["term"], row.codes["before"], row.codes["after"], row.codes["added"]) for row in rows]


def test_a_decreed_day_moves_a_term_over_it_and_taking_it_away_moves_it_back(fatma, procedure):
    assert due(procedure) == DUE
    row = add(fatma)
    assert due(procedure) == date(2026, 12, 3)
    work()
    remove_calendar_day(calendar_day=row, by=fatma, now=NOW)
    assert due(procedure) == DUE
    work()
    assert told(procedure) == [
        ("WMO_BESCHIKKING", "2026-12-02", "2026-12-03", True),
        ("WMO_BESCHIKKING", "2026-12-03", "2026-12-02", False),
    ]


def test_a_day_on_which_the_municipality_is_closed_moves_nothing(fatma, procedure):
    add(fatma, kind="closed", source="")
    assert due(procedure) == DUE
    assert DUE not in decreed_days()
    assert not Message.objects.filter(topic=MOVE_TERMS).exists()


def test_a_day_on_which_no_term_ends_moves_nothing(fatma, procedure):
    add(fatma, day=DUE - timedelta(days=2))
    work()
    assert told(procedure) == []


def test_a_term_that_stood_still_moves_too_however_long_ago_it_began(fatma, procedure):
    anna = procedure.case.resident.contact_terms.get().user
    suspend(
        procedure=procedure, from_date=TODAY + timedelta(days=1), until_date=TODAY + timedelta(days=140),
        reason="Gegevens.", by=anna, now=NOW,
    )  # fmt: skip
    later = due(procedure)
    assert later > TODAY + timedelta(days=140)
    add(fatma, day=later)
    work()
    assert [(term, before) for term, before, *_rest in told(procedure)] == [
        ("WMO_BESCHIKKING", later.isoformat())
    ]


def test_time_the_resident_has_to_object_moves_with_it(fatma, procedure):
    anna = procedure.case.resident.contact_terms.get().user
    decide(procedure=procedure, outcome="granted", reasons="Ja.", decided_date=TODAY, by=anna, now=NOW)
    send_decision(procedure=procedure, sent_date=TODAY, by=anna, now=NOW)
    add(fatma, day=due(procedure, "AWB_BEZWAAR"))
    work()
    assert [term for term, *_rest in told(procedure)] == ["AWB_BEZWAAR"]


def test_a_decision_is_final_only_after_the_last_day_to_object_wherever_that_moved(fatma, procedure):
    anna = procedure.case.resident.contact_terms.get().user
    decide(procedure=procedure, outcome="granted", reasons="Ja.", decided_date=TODAY, by=anna, now=NOW)
    send_decision(procedure=procedure, sent_date=TODAY, by=anna, now=NOW)
    six_weeks = timedelta(weeks=6)
    add(fatma, day=TODAY + six_weeks)
    with pytest.raises(Refused):
        make_final(procedure=procedure, by=anna, now=NOW + six_weeks + timedelta(days=1))
    make_final(procedure=procedure, by=anna, now=NOW + six_weeks + timedelta(days=2))


def test_what_was_met_or_has_ended_is_left_alone(fatma, procedure):
    anna = procedure.case.resident.contact_terms.get().user
    decide(procedure=procedure, outcome="granted", reasons="Ja.", decided_date=TODAY, by=anna, now=NOW)
    send_decision(procedure=procedure, sent_date=TODAY, by=anna, now=NOW)
    add(fatma)
    work()
    assert told(procedure) == []


def test_what_the_administrator_sees_beforehand_is_what_happens(fatma, procedure):
    others = [make_deciding_case(procedure.case.resident.contact_terms.get().user)[1] for _n in range(2)]
    make_case(others[0].case.resident.contact_terms.get().user, status="weighing")
    foreseen = moves_by(DUE, adding=True, today=TODAY)
    assert {move.procedure for move in foreseen} == {procedure.pk, *(one.pk for one in others)}
    add(fatma)
    work()
    assert Event.objects.filter(kind=EventKind.TERM_MOVED).count() == len(foreseen) == 3
    assert len(moves_by(DUE, adding=False, today=TODAY)) == 3


def test_the_same_message_twice_tells_each_case_once(fatma, procedure):
    row = add(fatma)
    move_terms(f"{row.pk} added", NOW)
    move_terms(f"{row.pk} added", NOW + timedelta(minutes=1))
    assert len(told(procedure)) == 1


def test_how_many_terms_there_are_costs_no_more_questions(fatma, procedure, django_assert_num_queries):
    for _number in range(3):
        make_deciding_case(procedure.case.resident.contact_terms.get().user)
    moves_by(DUE, adding=True, today=TODAY)
    with django_assert_num_queries(1):
        assert len(moves_by(DUE, adding=True, today=TODAY)) == 4


def test_each_change_has_its_line_in_the_log_and_the_row_stays(fatma):
    row = add(fatma)
    remove_calendar_day(calendar_day=row, by=fatma, now=NOW)
    lines = Entry.objects.filter(action__in=["add_calendar_day", "remove_calendar_day"]).order_by("pk")
    assert [(line.action, line.actor, line.object_id) for line in lines] == [
        ("add_calendar_day", fatma, row.pk),
        ("remove_calendar_day", fatma, row.pk),
    ]
    row.refresh_from_db()
    assert (row.removed_by, row.removed_at) == (fatma, NOW)
    add(fatma)


def test_a_day_stands_in_the_table_once_and_is_taken_away_once(fatma):
    row = add(fatma)
    with pytest.raises(Refused, match=r"in the table|in de tabel") as refused:
        add(fatma, kind="closed")
    assert refused.value.field == "day"
    remove_calendar_day(calendar_day=row, by=fatma, now=NOW)
    with pytest.raises(NotFound):
        remove_calendar_day(calendar_day=row, by=fatma, now=NOW)


@pytest.mark.parametrize("who", ["anna", "esra", "gijs"])
def test_only_an_administrator_keeps_the_table(who, fatma):
    member, row = make_member(who), add(fatma)
    with pytest.raises(NotPermitted):
        add(member, day=DUE + timedelta(days=1))
    with pytest.raises(NotPermitted):
        remove_calendar_day(calendar_day=row, by=member, now=NOW)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "decreed", "source": ""},
        {"removed_at": NOW},
    ],
)
def test_the_database_holds_source_and_who_took_it_away(wrong):
    fields = {"day": DUE, "name": "Rouw", "kind": "closed", "added_at": NOW} | wrong
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarDay.objects.create(**fields)
