"""What stands in somebody's agenda, and what does not."""

from datetime import date, timedelta

import pytest

from cases.models import Appointment, Arrangement, CalendarDay, Deputyship
from cases.operations.contact_person import accept_handover, refuse_handover, request_handover
from cases.operations.death import note_death, take_back_death
from intake.models import Conversation
from sociaal.home.agenda.items import AHEAD, BACK, agenda_of
from tests.factories import NOW, ResidentFactory, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TODAY = NOW.date()


@pytest.fixture
def anna(db):
    return make_member("anna")


@pytest.fixture
def case(anna):
    return make_case(anna, status="supported", resident=ResidentFactory(last_name="Zonneveld"))


def keys(user, now=NOW):
    """The sorts of moments, in their order."""
    return [item.key.partition("-")[0] for item in agenda_of(user, now)]


def plan(case, at=NOW + DAY, **fields):
    return Appointment.objects.create(
        case=case, at=at, title="Zonneveld thuis", by=case_person(case), **fields
    )


def case_person(case):
    return case.resident.contact_terms.get().user


def test_everything_that_counts_stands_in_it_in_order(anna, case):
    plan(case, at=NOW + 3 * DAY)
    Conversation.objects.create(case=case, planned_at=NOW + 2 * DAY, place="Lindelaan 4", by=anna)
    Arrangement.objects.filter(case=case).update(review_date=TODAY + 4 * DAY)
    deciding, procedure = make_deciding_case(anna)
    CalendarDay.objects.create(day=TODAY + 5 * DAY, name="Bedrijfsuitje", kind="closed", added_at=NOW)
    items = agenda_of(anna, NOW)
    told = {item.key: (item.words, item.path) for item in items}
    assert [item.key.partition("-")[0] for item in items] == [
        "conversation", "appointment", "review", "day", "term",
    ] + ["day"] * 1  # the decreed day of next May  # fmt: skip
    assert told[f"term-{procedure.pk}-wmo_beschikking"] == (
        f"Wettelijke termijn eindigt, casus {deciding.number}",
        f"/casus/{deciding.number}/",
    )
    assert all("Zonneveld" not in words and "Lindelaan" not in words for words, _path in told.values())


def test_a_term_is_all_day_on_the_day_the_calendar_gives_and_moves_with_it(anna):
    make_deciding_case(anna)
    due = date(2026, 12, 2)
    term = next(item for item in agenda_of(anna, NOW) if item.key.startswith("term"))
    assert term.when == due
    CalendarDay.objects.create(day=due, name="Rouw", kind="decreed", source="Stcrt.", added_at=NOW)
    moved = next(item for item in agenda_of(anna, NOW) if item.key == term.key)
    assert moved.when == due + DAY


def test_it_reaches_a_month_back_and_a_year_ahead(anna, case):
    for distance in (-BACK - DAY, -BACK, AHEAD, AHEAD + DAY):
        plan(case, at=NOW + distance)
    assert keys(anna).count("appointment") == 2


def test_what_was_cancelled_and_what_is_another_colleagues_is_not_mine(anna, case):
    plan(case, held=False)
    plan(make_case(make_member("bram"), status="supported"))
    assert "appointment" not in keys(anna)


def test_a_closed_case_stands_in_nobodys_agenda(anna):
    plan(make_case(anna, status="closed"))
    assert "appointment" not in keys(anna)


def test_whoever_replaces_a_colleague_sees_what_is_planned_meanwhile(anna, case):
    bram = make_member("bram")
    plan(case)
    assert "appointment" not in keys(bram)
    Deputyship.objects.create(absent=anna, deputy=bram, during=(NOW - DAY, NOW + DAY))
    assert "appointment" in keys(bram)


def test_a_handover_stands_in_the_agenda_of_who_is_asked_until_it_is_answered(anna, case):
    dirk = make_member("dirk")
    request_handover(
        resident=case.resident, to=dirk, reason="expertise", explanation="Schulden",
        told_resident="Zij weet het", by=anna, now=NOW,
    )  # fmt: skip
    assert "handover" in keys(dirk)
    assert "handover" not in keys(anna)


def test_a_warm_transfer_stands_in_the_agenda_of_both_and_in_the_case_once_it_is_accepted(anna, case):
    dirk, meets = make_member("dirk"), NOW + 3 * DAY
    handover = request_handover(
        resident=case.resident, to=dirk, reason="expertise", explanation="Schulden",
        told_resident="Zij weet het", warm_transfer_at=meets, by=anna, now=NOW,
    )  # fmt: skip
    assert [item.when for item in agenda_of(anna, NOW) if item.key.startswith("transfer")] == [meets]
    assert "transfer" in keys(dirk)
    accept_handover(handover=handover, by=dirk, now=NOW + DAY)
    assert "transfer" in keys(anna, NOW + DAY)
    assert "transfer" not in keys(dirk, NOW + DAY)
    assert [item.when for item in agenda_of(dirk, NOW + DAY) if item.key.startswith("appointment")] == [meets]
    assert Appointment.objects.get().title == "Warme overdracht met Anna"


def test_a_warm_transfer_of_a_handover_that_was_refused_or_of_the_past_is_booked_nowhere(anna, case):
    dirk = make_member("dirk")
    said = {"reason": "expertise", "explanation": "Schulden", "told_resident": "Zij weet het", "to": dirk}
    ask = {"resident": case.resident, "by": anna, "now": NOW, **said}
    refuse_handover(
        handover=request_handover(**ask, warm_transfer_at=NOW + DAY), refusal="Nee.", by=dirk, now=NOW
    )
    assert "transfer" not in keys(anna)
    accept_handover(handover=request_handover(**ask, warm_transfer_at=NOW - DAY), by=dirk, now=NOW)
    assert not Appointment.objects.exists()


def test_however_much_there_is_the_number_of_questions_stays(anna, case, django_assert_num_queries):
    agenda_of(anna, NOW)
    with django_assert_num_queries(8):
        agenda_of(anna, NOW)
    for number in range(4):
        plan(make_deciding_case(anna)[0], at=NOW + number * DAY)
    with django_assert_num_queries(8):
        agenda_of(anna, NOW)


def test_what_was_planned_for_after_a_death_is_in_no_agenda_and_comes_back_with_who_lives(anna, case):
    plan(case, at=NOW - 9 * DAY)
    plan(case, at=NOW + DAY)
    Conversation.objects.create(case=case, planned_at=NOW + 2 * DAY, by=anna)
    note_death(resident=case.resident, died_on=TODAY - DAY, by=anna, now=NOW)
    assert keys(anna).count("appointment") == 1
    assert "conversation" not in keys(anna)
    take_back_death(resident=case.resident, reason="Een vergissing.", by=anna, now=NOW)
    assert (keys(anna).count("appointment"), keys(anna).count("conversation")) == (2, 1)
