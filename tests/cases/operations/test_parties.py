"""Whom a case concerns beside its main subject, and who agreed."""

from datetime import date, timedelta

import pytest

from cases.models import CaseParty, Consent, ParentalAuthority, Resident
from cases.operations.parties import add_party, end_party, note_consent
from cases.operations.procedures import open_procedure
from cases.permissions import access_to_case
from cases.queries.parties import parties_page
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.factories import NOW, ResidentFactory, make_case, make_member

pytestmark = pytest.mark.django_db(transaction=True)
SINCE, TODAY = date(2020, 1, 1), NOW.date()


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def case(anna):
    return make_case(anna, resident=ResidentFactory(birth_date=date(2013, 1, 1)))


def add(case, resident, by, role="parent", since=SINCE):
    return add_party(case=case, resident=resident, role=role, since=since, by=by, now=NOW)


def agree(case, resident, by, *, given=True, on_date=TODAY):
    return note_consent(
        case=case, resident=resident, law="jeugdwet", given=given, on_date=on_date, by=by, now=NOW
    )


def consents(case, user):
    (line,) = parties_page(case, access_to_case(user, case, NOW), user, NOW).consents
    return line


def test_somebody_has_a_role_once_at_a_time(anna, case):
    mother = ResidentFactory()
    row = add(case, mother, anna)
    with pytest.raises(Refused):
        add(case, mother, anna)
    end_party(party=row, until=TODAY, by=anna, now=NOW)
    add(case, mother, anna, since=TODAY)
    assert CaseParty.objects.count() == 2


def test_the_main_subject_is_no_party_beside_themselves(anna, case):
    with pytest.raises(Refused):
        add(case, case.resident, anna)


def test_whom_one_may_not_know_of_is_no_party(anna, case):
    with pytest.raises(NotFound):
        add(case, ResidentFactory(restricted=True), anna)


def test_a_colleague_who_only_reads_changes_nothing(anna, case):
    bram = make_member("bram")
    with pytest.raises(NotPermitted):
        add(case, ResidentFactory(), bram)
    with pytest.raises(NotPermitted):
        agree(case, case.resident, bram)


def test_consent_is_of_who_is_in_the_case_and_not_in_the_future(anna, case):
    with pytest.raises(NotFound):
        agree(case, ResidentFactory(), anna)
    with pytest.raises(Refused):
        agree(case, case.resident, anna, on_date=TODAY + timedelta(days=1))


def test_the_newest_answer_counts_and_earlier_ones_stay(anna, case):
    agree(case, case.resident, anna, on_date=SINCE)
    agree(case, case.resident, anna, given=False)
    own = next(one for one in consents(case, anna).answers if one.name == case.resident.full_name)
    assert own.given is False
    assert Consent.objects.count() == 2


def test_of_a_child_of_thirteen_both_and_each_parent_with_authority(anna, case):
    mother, father = ResidentFactory(), ResidentFactory()
    open_procedure(case=case, law="jeugdwet", subject="Begeleiding", by=anna, now=NOW)
    for parent in (mother, father):
        ParentalAuthority.objects.create(child=case.resident, holder=parent, during=(SINCE, None))
    add(case, mother, anna)
    for person in (case.resident, mother):
        agree(case, person, anna)
    line = consents(case, anna)
    assert line.article == "Jeugdwet 7.3.4"
    assert [(one.given, one.may_note) for one in line.answers] == [(True, True), (True, True), (None, False)]
    assert not line.is_complete
    add(case, father, anna)
    agree(case, father, anna)
    assert consents(case, anna).is_complete


def test_that_nobody_is_noted_who_has_authority_is_said(anna, case):
    agree(case, case.resident, anna)
    line = consents(case, anna)
    assert [(one.name, one.given) for one in line.answers] == [(case.resident.full_name, True), ("", None)]


def test_a_parent_who_may_not_be_known_is_not_named(anna, case):
    father = make_case(make_member("dirk"), resident=ResidentFactory(last_name="Onvindbaar")).resident
    ParentalAuthority.objects.create(child=case.resident, holder=father, during=(SINCE, None))
    Resident.objects.filter(pk=father.pk).update(confidential_address=True)
    agree(case, case.resident, anna)
    answer = consents(case, anna).answers[-1]
    assert "Onvindbaar" not in answer.name
    assert not answer.may_note


def test_who_came_back_cannot_have_left_after_that(case, anna):
    parent = ResidentFactory()
    first = add(case, parent, anna)
    end_party(party=first, until=TODAY - timedelta(days=9), by=anna, now=NOW)
    add(case, parent, anna, since=TODAY - timedelta(days=5))
    with pytest.raises(Refused) as refusal:
        end_party(party=first, until=TODAY - timedelta(days=1), by=anna, now=NOW)
    assert refusal.value.field == "until"
