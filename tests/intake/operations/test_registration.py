"""One telephone call, one transaction."""

from datetime import timedelta

import pytest

from cases.models import Case, ContactTerm, HelpRequest, Resident
from intake.models import Conversation
from intake.operations.conversations import Appointment
from intake.operations.registration import (
    Call,
    answer_at_once,
    join_at_once,
    keep_for_later,
    take_up,
    take_up_at_once,
)
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.factories import NOW, ResidentFactory, TeamFactory, make_case, make_member, make_request

pytestmark = pytest.mark.django_db
LATER = Appointment(NOW + timedelta(days=2), "thuis")


def call(**more):
    return Call(words="Ik kom de trap niet meer op.", channel="phone", **more)


def test_everything_or_nothing(anna):
    newcomer = {"last_name": "Amrani"}
    bram = make_member("bram")
    with pytest.raises(Refused) as refusal:
        take_up_at_once(
            call=call(newcomer=newcomer), contact_person=bram, appointment=LATER, by=anna, now=NOW
        )
    assert refusal.value.field == "planned_date"
    assert (Resident.objects.count(), HelpRequest.objects.count(), ContactTerm.objects.count()) == (0, 0, 0)


def test_taken_up_with_a_conversation_in_one_go(anna):
    take_up_at_once(
        call=call(newcomer={"last_name": "Amrani"}), contact_person=anna, appointment=LATER, by=anna, now=NOW
    )
    assert Case.objects.get().status == "conversation"
    assert Conversation.objects.get().planned_at == LATER.at


def test_without_a_choice_the_first_proposal_becomes_the_contact_person(anna):
    bram = make_member("bram")
    make_case(anna)
    resident = ResidentFactory()
    take_up_at_once(call=call(resident=resident), by=anna, now=NOW)
    assert ContactTerm.objects.get(resident=resident).user == bram


def test_for_later_it_waits_with_the_team_of_the_contact_person(anna):
    dirk = make_member("dirk")
    resident = make_case(dirk).resident
    assert keep_for_later(call=call(resident=resident), by=anna, now=NOW).team == dirk.team


def test_for_later_it_waits_with_the_team_of_the_neighbourhood(anna):
    haven = TeamFactory(name="Wijkteam Haven", neighbourhoods=["Haven"])
    resident = ResidentFactory(neighbourhood="Haven")
    assert keep_for_later(call=call(resident=resident), by=anna, now=NOW).team == haven


def test_somebody_without_a_team_is_told_who_can_help():
    loose = make_member("bram")
    loose.team = None
    loose.save()
    with pytest.raises(Refused):
        keep_for_later(call=call(), by=loose, now=NOW)


def test_answered_on_the_telephone_needs_the_answer(anna):
    with pytest.raises(Refused) as refusal:
        answer_at_once(call=call(), answer=" ", by=anna, now=NOW)
    assert refusal.value.field == "answer"
    assert not HelpRequest.objects.exists()


def test_a_closed_case_cannot_be_joined(anna):
    case = make_case(anna, status="closed")
    with pytest.raises(Refused):
        join_at_once(call=call(resident=case.resident), case=case, by=anna, now=NOW)
    assert HelpRequest.objects.count() == 1


def test_a_question_from_the_inbox_is_called_by_its_first_sentence(anna):
    case = take_up(help_request=make_request(anna), contact_person=anna, by=anna, now=NOW)
    assert case.subject == "Ik kom de trap niet meer op"


@pytest.mark.parametrize("name", ["esra", "fatma", "gijs", "hanna"])
def test_only_who_works_with_residents_registers(name):
    user = make_member(name)
    with pytest.raises((NotPermitted, Refused)):
        keep_for_later(call=call(), by=user, now=NOW)
    assert not HelpRequest.objects.exists()


def test_a_colleague_of_another_team_takes_nothing_from_this_inbox(anna):
    dirk = make_member("dirk")
    with pytest.raises(NotPermitted):
        take_up(help_request=make_request(anna), contact_person=dirk, by=dirk, now=NOW)


def test_a_resident_one_may_not_find_cannot_be_registered(anna):
    with pytest.raises(NotFound):
        keep_for_later(call=call(resident=ResidentFactory(restricted=True)), by=anna, now=NOW)
