"""A case of Anna's with partners around it, at the moment of the factories."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import translation

from cases.models import Professional
from regie.coordination.operations.agreements import make_agreement
from regie.coordination.operations.parties import add_party
from tests.factories import NOW, OrganisationFactory, make_case, make_member


@pytest.fixture(autouse=True)
def _now_in_english(db):
    with time_machine.travel(NOW, tick=False), translation.override("en"):
        yield


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def hanna():
    return make_member("hanna")


@pytest.fixture
def case(anna):
    return make_case(anna, status="arranging")


@pytest.fixture
def join(anna, case):
    """Lets a partner take part in the case; with only general data shared unless said otherwise."""

    def joined(organisation=None, **facts):
        facts = {
            "case": case, "role": "Landlord", "added_value": "Keeps the house.", "ground": "Consent",
            "shared_categories": ["general"], "by": anna, "now": NOW,
        } | facts  # fmt: skip
        return add_party(organisation=organisation or OrganisationFactory(kind="partner"), **facts)

    return joined


@pytest.fixture
def hannas_part(join, hanna):
    professional = Professional.objects.get(user=hanna)
    return join(professional.organisation, professional=professional)


@pytest.fixture
def agree(anna, case):
    """Makes an agreement in the case, due in a week; without a partner Anna does it."""

    def agreed(participation=None, **facts):
        facts = {
            "case": case, "what": "Call about the rent", "who": "" if participation else "Anna",
            "due_date": (NOW + timedelta(days=7)).date(), "by": anna, "now": NOW,
        } | facts  # fmt: skip
        return make_agreement(participation=participation, **facts)

    return agreed


@pytest.fixture
def as_user():
    """Gives a browser that is signed in as this user."""

    def browser(user):
        client = Client()
        client.cookies["sociaal_language"] = "en"
        client.force_login(user)
        return client

    return browser
