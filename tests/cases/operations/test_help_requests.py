"""Who settles a question: the inbox is the team's, a restricted file is not."""

from datetime import date, timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from cases.models import CaseParty, ContactTerm, Event, HelpRequest, Household, HouseholdMember
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


def _live_together(*residents, until=None):
    home = Household.objects.create(name="Gezin")
    for one in residents:
        HouseholdMember.objects.create(
            household=home, resident=one, during=DateRange(date(2020, 1, 1), until)
        )


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


def test_the_second_to_settle_a_question_hears_who_did_and_when(anna, bram):
    request = make_request(anna)
    _answer(request, anna)
    with pytest.raises(Refused, match=r"Anna (answered|heeft).*18 november 2026, 11[.:]00"):
        help_requests.discard(help_request=request, reason="Dubbel.", by=bram, now=NOW)


def _discarded(by, at=NOW):
    return help_requests.discard(help_request=make_request(by, at=at), reason="Dubbel.", by=by, now=at)


def test_what_was_discarded_by_mistake_waits_again_with_the_clock_of_its_receipt(anna, bram):
    request = _discarded(anna)
    later = NOW + timedelta(days=14)
    back = help_requests.put_back(help_request=request, reason="Toch voor ons.", by=bram, now=later)
    assert (back.state, back.received_at, back.settled_at) == ("new", NOW, None)
    assert (back.discard_reason, back.put_back_reason) == ("Dubbel.", "Toch voor ons.")
    events = Event.objects.filter(help_request=back).order_by("pk")
    assert [event.kind for event in events] == ["reported", "discarded", "put_back"]
    assert events[2].corrects == events[1]


def test_after_fourteen_days_or_without_a_reason_it_stays_discarded(anna):
    request = _discarded(anna)
    for reason, at in (("Toch wel.", NOW + timedelta(days=14, seconds=1)), (" ", NOW)):
        with pytest.raises(Refused):
            help_requests.put_back(help_request=request, reason=reason, by=anna, now=at)
    assert HelpRequest.objects.get().state == "discarded"


def test_a_question_of_a_housemate_joins_the_case_which_then_concerns_them_too(anna):
    case, daughter = make_case(anna), ResidentFactory()
    _live_together(case.resident, daughter)
    request = make_request(anna, resident=daughter)
    help_requests.join(help_request=request, case=case, by=anna, now=NOW)
    assert HelpRequest.objects.get(pk=request.pk).resident == daughter
    party = CaseParty.objects.get(case=case)
    assert (party.resident, party.role) == (daughter, "household_member")


def test_a_question_of_somebody_else_joins_no_case(anna):
    case = make_case(anna)
    neighbour = ResidentFactory()
    _live_together(case.resident, neighbour, until=NOW.date())
    request = make_request(anna, resident=neighbour)
    with pytest.raises(Refused):
        help_requests.join(help_request=request, case=case, by=anna, now=NOW)
    assert not CaseParty.objects.exists()


def test_how_to_reach_the_resident_is_what_they_asked_for_last(anna):
    resident = ResidentFactory(reach_by="Brief")
    request = make_request(anna, resident=resident, reach_by="Bellen na 17 uur")
    resident.refresh_from_db()
    assert resident.reach_by == "Brief"
    help_requests.take_up(help_request=request, contact_person=anna, subject="Bus", by=anna, now=NOW)
    resident.refresh_from_db()
    assert resident.reach_by == "Bellen na 17 uur"


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
