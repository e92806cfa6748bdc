"""Who settles a question: the inbox is the team's, a restricted file is not."""

import pytest

from cases.models import ContactTerm, HelpRequest
from cases.operations import help_requests
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.factories import NOW, ResidentFactory, make_case, make_member, make_request

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def bram():
    return make_member("bram")


def _answer(request, by):
    return help_requests.answer(help_request=request, text="De bus stopt voor de deur.", by=by, now=NOW)


def _of_nobody_of_ours(resident, team):
    request = help_requests.register(
        words="Ik kom de trap niet op.", channel="website", team=team, by=None, now=NOW, resident=resident
    )
    return HelpRequest.objects.get(pk=request.pk)


def test_a_colleague_settles_a_question_of_the_teams_inbox(anna, bram):
    assert _answer(make_request(anna), bram).state == "answered"


def test_another_team_is_told_whose_inbox_it_is(anna):
    with pytest.raises(NotPermitted, match="Wijkteam Oost"):
        _answer(make_request(anna), make_member("dirk"))


def test_the_question_of_a_restricted_file_does_not_exist_for_a_colleague(anna, bram):
    resident = ResidentFactory(restricted=True)
    with pytest.raises(NotFound):
        _answer(_of_nobody_of_ours(resident, anna.team), bram)


def test_the_question_of_a_restricted_file_is_settled_by_its_contact_person(anna):
    resident = ResidentFactory()
    make_case(anna, resident=resident)
    resident.restricted = True
    resident.save()
    assert _answer(_of_nobody_of_ours(resident, anna.team), anna).state == "answered"


def test_a_settled_question_says_how_it_was_settled(anna, bram):
    request = make_request(anna)
    _answer(request, anna)
    with pytest.raises(Refused, match=r"Beantwoord|Answered"):
        help_requests.discard(help_request=request, reason="Dubbel.", by=bram, now=NOW)


def test_a_second_question_keeps_the_contact_person_of_the_first(anna, bram):
    resident = make_case(anna).resident
    request = make_request(bram, resident=resident)
    case = help_requests.take_up(help_request=request, contact_person=anna, subject="Bus", by=bram, now=NOW)
    assert case.team == anna.team
    assert ContactTerm.objects.get(resident=resident).user == anna


def test_a_question_is_not_taken_up_for_another_than_the_present_contact_person(anna, bram):
    request = make_request(bram, resident=make_case(anna).resident)
    with pytest.raises(Refused, match="Anna"):
        help_requests.take_up(help_request=request, contact_person=bram, subject="Bus", by=bram, now=NOW)


def test_a_question_without_resident_is_not_taken_up(anna):
    request = help_requests.register(words="Bus", channel="phone", team=anna.team, by=anna, now=NOW)
    with pytest.raises(Refused):
        help_requests.take_up(help_request=request, contact_person=anna, subject="Bus", by=anna, now=NOW)
