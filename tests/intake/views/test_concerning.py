"""One conversation can concern the household; who sees it there follows both rights."""

from datetime import timedelta

import pytest

from cases.merging import MergeChoices
from cases.models import Household, HouseholdMember, Resident
from cases.operations.merging import merge_residents
from intake.models import Conversation, ConversationPerson
from sociaal.audit.models import Entry
from tests.factories import NOW, ResidentFactory, make_case, make_member
from tests.visiting import at_that_moment, visit

__all__ = ["at_that_moment", "visit"]
pytestmark = pytest.mark.django_db
ALWAYS = ("2020-01-01", None)


def text(answer):
    return answer.content.decode()


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def talk(anna):
    case = make_case(anna, status="conversation", resident=ResidentFactory(last_name="Zonneveld"))
    return Conversation.objects.create(case=case, planned_at=NOW + timedelta(days=1), by=anna)


@pytest.fixture
def son(talk):
    son = ResidentFactory(last_name="Kwikstaart")
    home = Household.objects.create(name="Huishouden")
    for one in (talk.case.resident, son):
        HouseholdMember.objects.create(household=home, resident=one, during=ALWAYS)
    return son


def concerns(talk, *people):
    for person in people:
        ConversationPerson.objects.create(conversation=talk, resident=person)


def test_who_lives_there_can_be_ticked_and_unticked(visit, anna, talk, son):
    assert "Kwikstaart" in text(visit(anna, "conversation_people", talk.pk))
    given = {"people": [son.pk], "form_key": "a"}
    assert visit(anna, "conversation_people", talk.pk, data=given).status_code == 302
    assert talk.concerns.get().resident == son
    visit(anna, "conversation_people", talk.pk, data={"form_key": "b"})
    assert not talk.concerns.exists()
    lines = Entry.objects.filter(action="say_whom_it_concerns")
    assert [line.residents for line in lines] == [sorted([talk.case.resident_id, son.pk])] * 2


def test_nobody_else_can_be_sent_along(visit, anna, talk, son):
    stranger = ResidentFactory()
    given = {"people": [stranger.pk], "form_key": "a"}
    assert visit(anna, "conversation_people", talk.pk, data=given).status_code == 422


def test_somebody_who_may_not_be_known_stays_concerned_and_is_not_named(visit, anna, talk, son):
    concerns(talk, son)
    make_case(make_member("dirk"), resident=son)
    Resident.objects.filter(pk=son.pk).update(restricted=True)
    assert "Kwikstaart" not in text(visit(anna, "conversation_people", talk.pk))
    visit(anna, "conversation_people", talk.pk, data={"form_key": "a"})
    assert talk.concerns.get().resident == son


def test_it_shows_on_the_page_of_each_to_who_reads_both(visit, anna, talk, son):
    make_case(anna, resident=son)
    concerns(talk, son)
    answer = visit(anna, "resident_conversations", son.pk)
    assert talk.case.number in text(answer)
    read = Entry.objects.get(kind="read", action="resident_conversations")
    assert read.residents == sorted([son.pk, talk.case.resident_id])


def test_who_reads_the_son_and_not_the_case_sees_nothing_of_it(visit, anna, talk, son):
    dirk = make_member("dirk")
    make_case(dirk, resident=son)
    concerns(talk, son)
    answer = text(visit(dirk, "resident_conversations", son.pk))
    assert talk.case.number not in answer
    assert "Zonneveld" not in answer


def test_what_is_about_safety_is_not_for_a_colleague_who_reads_along(visit, anna, talk, son):
    make_case(anna, resident=son)
    concerns(talk, son)
    bram = make_member("bram")
    assert talk.case.number in text(visit(bram, "resident_conversations", son.pk))
    Conversation.objects.update(category="youth_safety")
    assert talk.case.number not in text(visit(bram, "resident_conversations", son.pk))
    assert talk.case.number in text(visit(anna, "resident_conversations", son.pk))


def test_it_goes_along_when_two_records_are_one_and_is_there_once(anna, talk, son):
    double = make_case(anna).resident
    concerns(talk, son, double)
    make_case(anna, resident=son)
    merge_residents(keep=son, other=double, choices=MergeChoices(), by=anna, now=NOW)
    assert ConversationPerson.objects.get(resident=son).conversation == talk
    merge_residents(keep=talk.case.resident, other=son, choices=MergeChoices(), by=anna, now=NOW)
    assert not ConversationPerson.objects.filter(resident=talk.case.resident).exists()
