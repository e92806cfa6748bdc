"""A death is noted: what would go on by itself stops. And it can be taken back."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from cases.models import (
    Arrangement,
    Case,
    ContactTerm,
    Email,
    Event,
    Handover,
    HelpRequest,
    Household,
    HouseholdMember,
    Letter,
    Resident,
)
from cases.operations import arrangements, contact_person, contacts, help_requests
from cases.operations.death import note_death, take_back_death
from cases.operations.emails import send_email
from cases.operations.households import add_member
from cases.operations.letters import Sending
from cases.operations.merging import undo_merge
from cases.operations.objections import receive_objection
from cases.operations.procedures import decide, send_decision
from cases.operations.residents import change_resident
from intake.operations.conversations import Appointment, plan_conversation, replan_conversation
from sociaal.audit.models import Entry
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.cases.operations.merged import merge
from tests.cases.operations.sending import send, set_now
from tests.factories import (
    NOW,
    ProvisionFactory,
    ResidentFactory,
    make_case,
    make_deciding_case,
    make_member,
    make_request,
)
from tests.relations import surrounded_case

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TODAY = NOW.date()
DIED = TODAY - 3 * DAY


@pytest.fixture
def anna(db):
    return make_member("anna")


def die(resident, by, *, died_on=DIED, now=NOW):
    return note_death(resident=resident, died_on=died_on, by=by, now=now)


def live(resident, by, reason="Het was zijn broer."):
    return take_back_death(resident=resident, reason=reason, by=by, now=NOW)


def stands(resident):
    return Resident.objects.get(pk=resident.pk)


def at_home(*residents, since=date(2020, 1, 1)):
    home = Household.objects.create(name="Zonneveld")
    return [
        HouseholdMember.objects.create(household=home, resident=one, during=DateRange(since, None))
        for one in residents
    ]


# --- noted ------------------------------------------------------------------------------------------------
def test_the_day_stands_on_the_resident_and_the_event_holds_no_date(anna):
    case = make_case(anna)
    die(case.resident, anna)
    assert stands(case.resident).died_on == DIED
    events = Event.objects.filter(kind="died")
    assert {event.case_id for event in events} == {None, case.pk}
    assert {event.occurred_at for event in events} == {NOW}
    assert events.get(case=None).codes == {"homes": [], "letters": []}
    assert Entry.objects.filter(action="died", residents=[case.resident_id], actor_id=anna.pk).count() == 2


def test_by_who_keeps_the_file_and_by_nobody_else():
    case, people = surrounded_case("supported")
    keepers = {"contact_person", "deputy", "own_team", "case_director", "care_coordinator"}
    unknown = {"manager", "other_manager", "administrator", "partner", "other_partner"}
    for relation, user in people.items():
        with transaction.atomic():
            if relation in keepers:
                die(case.resident, user)
                transaction.set_rollback(True)
                continue
            with pytest.raises(NotFound if relation in unknown else NotPermitted):
                die(case.resident, user)
    assert stands(case.resident).died_on is None


@pytest.mark.parametrize("died_on", [TODAY + DAY, date(1951, 3, 11)])
def test_a_day_that_cannot_be_is_refused(anna, died_on):
    with pytest.raises(Refused):
        die(make_case(anna).resident, anna, died_on=died_on)


def test_the_second_who_notes_it_hears_that_it_was_noted(anna):
    case = make_case(anna)
    die(case.resident, anna)
    with pytest.raises(Refused):
        die(case.resident, anna, died_on=TODAY)
    assert stands(case.resident).died_on == DIED


def test_the_database_lets_nobody_die_before_they_were_born(anna):
    resident = ResidentFactory()
    with pytest.raises(IntegrityError, match="resident_died_after_birth"), transaction.atomic():
        Resident.objects.filter(pk=resident.pk).update(died_on=resident.birth_date - DAY)


def test_nor_is_a_birth_moved_past_the_death(anna):
    case = make_case(anna)
    die(case.resident, anna)
    with pytest.raises(Refused):
        change_resident(resident=case.resident, birth_date=TODAY, by=anna, now=NOW)


# --- what stops -------------------------------------------------------------------------------------------
def test_letters_to_them_that_did_not_go_out_are_stopped_with_the_reason(anna):
    case = make_case(anna)
    waiting, set_ = send(case, anna), set_now(send(case, anna))
    elsewhere = send(make_case(anna), anna)
    die(case.resident, anna)
    for letter in Letter.objects.filter(pk__in=(waiting.pk, set_.pk)):
        assert (letter.state, letter.stop_reason) == ("stopped", "De inwoner is overleden.")
    assert Letter.objects.get(pk=elsewhere.pk).state == "queued"
    assert Event.objects.filter(kind="letter_stopped", case=case).count() == 2
    assert Event.objects.get(kind="died", case=None).codes["letters"] == [waiting.pk, set_.pk]


def test_the_e_mail_that_announces_such_a_letter_is_not_sent(anna, mailoutbox):
    case = make_case(anna)
    Resident.objects.filter(pk=case.resident_id).update(email="aaltje@voorbeeld.example")
    case = Case.objects.select_related("resident", "team").get(pk=case.pk)
    letter = send(case, anna, sending=Sending(announce=True))
    die(case.resident, anna)
    email = Email.objects.get(letter=letter)
    send_email(str(email.pk), NOW)
    assert (Email.objects.get(pk=email.pk).state, mailoutbox) == ("failed", [])


def test_no_letter_is_made_to_them_and_one_to_who_lives_goes_out(anna):
    case = make_case(anna)
    die(case.resident, anna)
    with pytest.raises(Refused, match="De erven van"):
        send(case, anna)
    assert send(make_case(anna), anna).state == "queued"


def test_they_live_with_nobody_from_that_day_on_and_the_others_stay(anna):
    case, son = make_case(anna), ResidentFactory()
    mine, theirs = at_home(case.resident, son)
    die(case.resident, anna)
    mine.refresh_from_db()
    theirs.refresh_from_db()
    assert (mine.during.upper, theirs.during.upper) == (DIED, None)


def test_who_moved_in_on_the_very_day_lived_there_for_it(anna):
    case = make_case(anna)
    (row,) = at_home(case.resident, since=DIED)
    die(case.resident, anna)
    row.refresh_from_db()
    assert (row.during.lower, row.during.upper) == (DIED, DIED + DAY)


@pytest.mark.parametrize(("reason", "state"), [("expertise", "cancelled"), ("leaves", "asked")])
def test_a_handover_that_was_asked_for_their_sake_is_taken_back(anna, reason, state):
    case = make_case(anna)
    contact_person.request_handover(
        resident=case.resident, to=make_member("bram"), reason=reason, explanation="Schulden.",
        told_resident="Zij weet het.", by=anna, now=NOW,
    )  # fmt: skip
    die(case.resident, anna)
    assert Handover.objects.get().state == state


def test_the_contact_person_stays_and_so_do_cases_help_and_those_of_others_at_home(anna):
    case, other = make_case(anna, status="supported"), make_case(anna)
    at_home(case.resident, other.resident)
    die(case.resident, anna)
    assert ContactTerm.objects.filter(during__upper_inf=True).count() == 2
    assert Case.objects.filter(closed_at=None).count() == 2
    assert Arrangement.objects.get().state == "started"


# --- what is not begun ------------------------------------------------------------------------------------
def test_nothing_is_planned_with_them_any_more(anna):
    case = make_case(anna, status="conversation")
    when = Appointment(NOW + DAY)
    talk = plan_conversation(case=case, appointment=when, by=anna, now=NOW)
    die(case.resident, anna)
    for attempt in (
        lambda: plan_conversation(case=case, appointment=when, by=anna, now=NOW),
        lambda: replan_conversation(conversation=talk, appointment=when, by=anna, now=NOW),
        lambda: contacts.plan_appointment(case=case, at=NOW + DAY, title="Bezoek", by=anna, now=NOW),
    ):
        with pytest.raises(Refused):
            attempt()


def test_what_must_still_be_done_can_be_noted(anna):
    case = make_case(anna)
    die(case.resident, anna)
    contacts.add_task(case=case, title="De familie bellen", assignee=anna, by=anna, now=NOW)
    contacts.add_contact(case=case, kind="phone", summary="Gecondoleerd.", by=anna, now=NOW)
    assert case.tasks.count() == 1


def test_no_handover_unless_the_contact_person_cannot_finish_it(anna):
    case, bram = make_case(anna), make_member("bram")
    die(case.resident, anna)
    given = {"resident": case.resident, "to": bram, "explanation": "Weg.", "told_resident": "Ja, de familie."}
    with pytest.raises(Refused):
        contact_person.request_handover(**given, reason="expertise", by=anna, now=NOW)
    assert contact_person.request_handover(**given, reason="leaves", by=anna, now=NOW).state == "asked"


def test_a_question_about_them_comes_in_and_is_not_taken_up_for_them(anna):
    case = make_case(anna)
    son = ResidentFactory(first_names="Teun")
    at_home(case.resident, son)
    die(case.resident, anna)
    request = make_request(anna, resident=case.resident)
    with pytest.raises(Refused):
        help_requests.take_up(help_request=request, contact_person=anna, subject="x", by=anna, now=NOW)
    help_requests.name_resident(help_request=request, resident=son, by=anna, now=NOW)
    taken = help_requests.take_up(help_request=request, contact_person=anna, subject="x", by=anna, now=NOW)
    assert taken.resident == son


@pytest.mark.parametrize("way", ["join", "answer", "discard"])
def test_the_other_ways_out_of_the_inbox_stay_open(anna, way):
    case, son = make_case(anna), make_case(anna)
    at_home(case.resident, son.resident)
    die(case.resident, anna)
    request = make_request(anna, resident=case.resident)
    given = {
        "join": {"case": son}, "answer": {"text": "Gecondoleerd."}, "discard": {"reason": "Al bekend."},
    }[way]  # fmt: skip
    getattr(help_requests, way)(help_request=request, by=anna, now=NOW, **given)
    assert HelpRequest.objects.get(pk=request.pk).state in ("joined", "answered", "discarded")


def test_no_help_is_chosen_or_begins_for_them_but_for_who_lived_with_them(anna):
    case, son = make_case(anna, status="arranging"), ResidentFactory()
    at_home(case.resident, son)
    asked = arrangements.request(
        arrangement=arrangements.propose(case=case, provision=ProvisionFactory(), by=anna, now=NOW),
        by=anna, now=NOW,
    )  # fmt: skip
    die(case.resident, anna)
    with pytest.raises(Refused):
        arrangements.accept(arrangement=asked, by=anna, now=NOW)
    with pytest.raises(Refused):
        arrangements.propose(case=case, provision=ProvisionFactory(), by=anna, now=NOW)
    case = Case.objects.select_related("resident", "team").get(pk=case.pk)
    row = arrangements.propose(case=case, provision=ProvisionFactory(), resident=son, by=anna, now=NOW)
    assert arrangements.start_at_once(arrangement=row, by=anna, now=NOW).state == "started"


def test_what_began_while_they_lived_is_noted_afterwards(anna):
    case = make_case(anna, status="arranging", at=NOW - 9 * DAY)
    row = arrangements.propose(case=case, provision=ProvisionFactory(), by=anna, now=NOW - 9 * DAY)
    for step in (arrangements.request, arrangements.accept):
        row = step(arrangement=row, by=anna, now=NOW - 8 * DAY)
    die(case.resident, anna)
    with pytest.raises(Refused):
        arrangements.start(arrangement=row, by=anna, now=NOW)
    assert arrangements.start(arrangement=row, at=NOW - 4 * DAY, by=anna, now=NOW).state == "started"


def test_the_law_goes_on_a_decision_is_made_and_sent_and_the_heirs_object(anna):
    case, procedure = make_deciding_case(anna)
    die(case.resident, anna)
    decided = {"outcome": "refused", "reasons": "Vervallen.", "decided_date": TODAY}
    row = decide(procedure=procedure, **decided, by=anna, now=NOW)
    row = send_decision(procedure=row, sent_date=TODAY, by=anna, now=NOW)
    assert receive_objection(procedure=row, received_date=TODAY, by=anna, now=NOW).objection_date == TODAY


def test_nobody_comes_to_live_with_who_had_died_by_then(anna):
    case, son = make_case(anna), ResidentFactory()
    die(case.resident, anna)
    for beside, member in ((case.resident, son), (make_case(anna).resident, case.resident)):
        with pytest.raises(Refused):
            add_member(
                beside=stands(beside), member=stands(member), role="adult", since=TODAY, by=anna, now=NOW
            )


# --- taken back -------------------------------------------------------------------------------------------
def test_taken_back_they_live_where_they_lived_and_can_be_helped_again(anna):
    case, son = make_case(anna), ResidentFactory()
    mine, _theirs = at_home(case.resident, son)
    die(case.resident, anna)
    live(case.resident, anna)
    row = stands(case.resident)
    assert (row.died_on, row.not_died_because) == (None, "Het was zijn broer.")
    mine.refresh_from_db()
    assert mine.during.upper is None
    assert contacts.plan_appointment(case=case, at=NOW + DAY, title="Bezoek", by=anna, now=NOW).pk
    undone = Event.objects.get(kind="not_died", case=None)
    assert undone.corrects == Event.objects.get(kind="died", case=None)
    assert undone.codes == {}


def test_taking_back_asks_why_and_needs_a_death(anna):
    case = make_case(anna)
    with pytest.raises(Refused):
        live(case.resident, anna)
    die(case.resident, anna)
    with pytest.raises(Refused):
        live(case.resident, anna, reason=" ")
    assert stands(case.resident).died_on == DIED


def test_a_letter_that_was_stopped_stays_so_and_can_be_written_again(anna):
    case = make_case(anna)
    letter = send(case, anna)
    die(case.resident, anna)
    live(case.resident, anna)
    assert Letter.objects.get(pk=letter.pk).state == "stopped"
    assert send(case, anna).state == "queued"


def test_noted_again_it_ends_what_was_there_again(anna):
    case = make_case(anna)
    (row,) = at_home(case.resident)
    for died_on in (DIED, DIED - DAY):
        die(case.resident, anna, died_on=died_on)
        row.refresh_from_db()
        assert row.during.upper == died_on
        live(case.resident, anna)
    row.refresh_from_db()
    assert row.during.upper is None


# --- merging ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("which", ["kept", "merged"])
def test_merging_keeps_the_date_and_lets_no_letter_out(anna, which):
    kept, merged = make_case(anna), make_case(anna)
    dead, alive = (kept, merged) if which == "kept" else (merged, kept)
    die(dead.resident, anna)
    letter = send(alive, anna)
    merge(kept.resident, merged.resident, anna)
    assert stands(kept.resident).died_on == DIED
    assert Letter.objects.get(pk=letter.pk).state == "stopped"
    live(kept.resident, anna)
    assert stands(kept.resident).died_on is None


def test_taken_back_and_two_again_no_letter_goes_to_the_one_who_died(anna):
    kept, merged = make_case(anna), make_case(anna)
    die(merged.resident, anna)
    merged_into = merge(kept.resident, merged.resident, anna)
    live(kept.resident, anna)
    letter = send(Case.objects.select_related("resident", "team").get(pk=merged.pk), anna)
    undo_merge(merge=merged_into, reason="Toch twee mensen.", by=anna, now=NOW)
    assert stands(merged.resident).died_on == DIED
    assert Letter.objects.get(pk=letter.pk).state == "stopped"
