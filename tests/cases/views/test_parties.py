"""The people of a case and their consent."""

from datetime import date

import pytest
from django.urls import reverse

from cases.models import CaseParty, Consent
from sociaal.audit.models import Entry
from tests.factories import ResidentFactory, make_case, make_member

pytestmark = pytest.mark.django_db


def text(answer):
    return answer.content.decode()


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def case(anna):
    return make_case(anna, resident=ResidentFactory(birth_date=date(2013, 1, 1)))


@pytest.fixture
def mother():
    return ResidentFactory(last_name="Kwikstaart")


def test_somebody_is_searched_chosen_and_added(visit, client, anna, case, mother):
    found = visit(anna, "case_party_new", case.number, data={"find": "kwikstaart"})
    assert f"?who={mother.pk}" in text(found)
    address = f"{reverse('case_party_new', args=[case.number])}?who={mother.pk}"
    given = {"role": "parent", "since": "2020-01-01", "form_key": "a"}
    for _time in range(2):
        assert client.post(address, given).status_code == 302
    assert CaseParty.objects.get().role == "parent"
    assert "Kwikstaart" in text(visit(anna, "case_parties", case.number))


def test_consent_is_noted_and_shown(visit, anna, case):
    given = {"law": "jeugdwet", "given": "yes", "on_date": "2026-11-01", "said": "Thuis", "form_key": "a"}
    page = "consent_new"
    assert visit(anna, page, case.number, case.resident_id, data=given).status_code == 302
    assert Consent.objects.get().given
    answer = text(visit(anna, "case_parties", case.number))
    assert "Jeugdwet 7.3.4" in answer
    assert "Thuis" in answer


def test_no_is_an_answer_too(visit, anna, case):
    given = {"law": "wmo", "given": "no", "on_date": "2026-11-01", "form_key": "a"}
    visit(anna, "consent_new", case.number, case.resident_id, data=given)
    assert Consent.objects.get().given is False


def test_consent_of_a_stranger_is_not_asked(visit, anna, case, mother):
    assert visit(anna, "consent_new", case.number, mother.pk).status_code == 404


def test_somebody_leaves_the_case(visit, anna, case, mother):
    row = CaseParty.objects.create(case=case, resident=mother, role="parent", during=("2020-01-01", None))
    given = {"until": "2026-11-01", "form_key": "a"}
    assert visit(anna, "case_party_end", case.number, row.pk, data=given).status_code == 302
    assert not CaseParty.objects.filter(during__upper_inf=True).exists()


def test_a_party_who_is_restricted_is_not_named_to_who_may_not_know_them(visit, anna, case):
    father = ResidentFactory(last_name="Onvindbaar", restricted=True)
    CaseParty.objects.create(case=case, resident=father, role="parent", during=("2020-01-01", None))
    answer = visit(anna, "case_parties", case.number)
    assert "Onvindbaar" not in text(answer)
    assert father.pk not in Entry.objects.get(kind="read", action="case_parties").residents


def test_the_page_takes_a_fixed_number_of_queries(client, anna, case, django_assert_max_num_queries):
    for _number in range(5):
        CaseParty.objects.create(
            case=case, resident=ResidentFactory(), role="subject", during=("2020-01-01", None)
        )
    client.force_login(anna)
    with django_assert_max_num_queries(14):
        client.get(reverse("case_parties", args=[case.number]))
