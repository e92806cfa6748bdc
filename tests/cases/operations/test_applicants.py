"""A decision and its letter are addressed to who applied, by the rights that hold for that person."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from cases.letters.text import LetterText
from cases.models import CaseParty, Household, HouseholdMember, Letter, Procedure
from cases.operations import procedures
from cases.permissions.letters import check_may_write_to, check_prints, check_reads_letter, letters_to_handle
from cases.queries.applicants import applicants, named_applicant
from cases.queries.letters import letter_called
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.cases.operations.test_letter_writing import send
from tests.factories import NOW, ResidentFactory, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db
TODAY, LONG_AGO = NOW.date(), DateRange(date(2020, 1, 1), None)


@pytest.fixture
def anna():
    return make_member("anna")


def living_with(resident, **facts):
    """Somebody at the same home."""
    other = ResidentFactory(first_names="Piet", prefix="", last_name="Partner", **facts)
    home = Household.objects.create(name="Thuis")
    for one in (resident, other):
        HouseholdMember.objects.create(household=home, resident=one, during=LONG_AGO)
    return other


def decided_for(whom, anna, case):
    row = procedures.open_procedure(
        case=case, law="wmo", subject="Scootmobiel", applicant=whom, by=anna, now=NOW
    )
    row = procedures.apply(procedure=row, applied_date=TODAY, by=anna, now=NOW)
    return procedures.decide(
        procedure=row, outcome="granted", reasons="Nodig.", decided_date=TODAY, by=anna, now=NOW
    )


def test_who_lives_there_or_is_part_of_the_case_can_apply(anna):
    case = make_case(anna, status="weighing")
    partner, parent = living_with(case.resident), ResidentFactory()
    CaseParty.objects.create(case=case, resident=parent, role="parent", during=LONG_AGO)
    gone = ResidentFactory()
    CaseParty.objects.create(
        case=case, resident=gone, role="parent", during=DateRange(date(2020, 1, 1), date(2021, 1, 1))
    )
    assert applicants(case, anna, NOW) == [case.resident, parent, partner]


@pytest.mark.parametrize("hidden", [{"confidential_address": True}, {"restricted": True}])
def test_whose_file_is_closed_to_us_cannot_be_named(anna, hidden):
    case = make_case(anna, status="weighing")
    partner = living_with(case.resident, **hidden)
    assert partner not in applicants(case, anna, NOW)
    for stranger in (partner, ResidentFactory()):
        with pytest.raises(Refused) as refusal:
            procedures.open_procedure(
                case=case, law="wmo", subject="Traplift", applicant=stranger, by=anna, now=NOW
            )
        assert refusal.value.field == "applicant"


def test_the_letter_with_the_decision_is_to_who_applied(anna, settings):
    settings.CAN_EMAIL = True
    case = make_deciding_case(anna)[0]
    partner = living_with(case.resident, street="Achterpad", house_number="9", email="piet@example.nl")
    row = decided_for(partner, anna, case)
    letter = send(case, anna, "decision_granted", procedure=row, announce=True)
    text = LetterText.from_json(Letter.objects.get(pk=letter.pk).source)
    assert text.to[:2] == ("Piet Partner", "Achterpad 9")
    assert text.opening == "Beste Piet Partner,"
    assert case.resident.full_name not in "\n".join(text.words())
    assert letter.emails.get().to == "piet@example.nl"


def test_a_letter_by_post_needs_the_address_of_who_applied(anna):
    case = make_deciding_case(anna)[0]
    row = decided_for(living_with(case.resident, street="", house_number=""), anna, case)
    with pytest.raises(Refused) as refusal:
        send(case, anna, "decision_granted", procedure=row)
    assert refusal.value.field == "delivery"


def test_whose_file_was_closed_later_is_named_to_nobody_who_may_not_know(anna):
    case = make_deciding_case(anna)[0]
    partner = living_with(case.resident)
    row = decided_for(partner, anna, case)
    letter = letter_called(send(case, anna, "decision_granted", procedure=row).number)
    for user in (anna, make_member("bram")):
        check_prints(user, letter, NOW)
        assert letter in letters_to_handle(user, NOW)
    partner.restricted = True
    partner.save()
    letter = letter_called(letter.number)
    with pytest.raises(NotFound):
        check_reads_letter(anna, letter, NOW)
    assert letter not in letters_to_handle(anna, NOW)
    assert named_applicant(letter.procedure, anna, NOW) == ""
    with pytest.raises(NotPermitted):
        check_may_write_to(anna, case, letter.addressee, NOW)


def test_another_can_turn_out_to_apply_until_the_application_is_there(anna):
    case = make_case(anna, status="weighing")
    partner = living_with(case.resident)
    row = procedures.open_procedure(case=case, law="wgs", subject="Schulden", by=anna, now=NOW)
    assert row.applicant == case.resident
    row = procedures.apply(procedure=row, applied_date=TODAY, applicant=partner, by=anna, now=NOW)
    assert Procedure.objects.get().applicant == partner
