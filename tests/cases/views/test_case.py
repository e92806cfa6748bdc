"""The case page."""

import pytest
from django.urls import reverse

from cases.enums import CaseStatus
from sociaal.audit.models import Entry
from tests.factories import make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db


def page(client, user, case, **query):
    client.force_login(user)
    return client.get(reverse("case", args=[case.number]), query)


@pytest.mark.parametrize("status", [status for status in CaseStatus if status != "deciding"])
def test_the_contact_person_sees_the_case_in_every_status(client, status):
    anna = make_member("anna")
    case = make_case(anna, status=status)
    answer = page(client, anna, case)
    assert answer.status_code == 200
    assert case.resident.full_name in answer.content.decode()
    assert "Ik kom de trap niet meer op." in answer.content.decode()


def test_a_case_that_is_being_decided_shows_its_terms(client):
    anna = make_member("anna")
    case, procedure = make_deciding_case(anna)
    answer = page(client, anna, case)
    assert reverse("procedure", args=[procedure.pk]) in answer.content.decode()
