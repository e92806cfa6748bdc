"""The administrator's pages of the catalogue."""

import pytest
from django.urls import reverse

from cases.models import Organisation, Professional, Provision
from sociaal.audit.models import Entry
from tests.factories import OrganisationFactory, ProvisionFactory, make_member

pytestmark = pytest.mark.django_db
PROVISION = {
    "name": "Maaltijdservice",
    "weight": "general",
    "domains": ["instrumental_adl"],
    "waiting_weeks": "2",
    "is_active": "on",
    "form_key": "p",
}


@pytest.fixture
def fatma(db):
    return make_member("fatma")


def test_a_provision_is_added_once_and_logged(visit, fatma):
    for _time in range(2):
        assert visit(fatma, "provision_add", data=PROVISION).url == reverse("provisions")
    assert Provision.objects.get().waiting_weeks == 2
    assert Entry.objects.filter(action="add_provision", actor=fatma).count() == 1


def test_a_provision_is_changed_and_the_page_shows_what_is_known(visit, fatma):
    row = ProvisionFactory(name="Dagbesteding")
    assert "Dagbesteding" in visit(fatma, "provision", row.pk).content.decode()
    visit(fatma, "provision", row.pk, data=PROVISION)
    row.refresh_from_db()
    assert row.name == "Maaltijdservice"


def test_a_name_that_is_taken_is_refused_at_its_field(visit, fatma):
    ProvisionFactory(name="Maaltijdservice")
    answer = visit(fatma, "provision_add", data=PROVISION)
    assert answer.status_code == 422
    assert "name" in answer.context["form"].errors


def test_an_organisation_and_who_works_there(visit, fatma):
    visit(fatma, "organisation_add", data={"name": "Zorggroep", "kind": "provider", "form_key": "o"})
    house = Organisation.objects.get()
    visit(
        fatma,
        "professional_add",
        house.pk,
        data={"name": "Hanna", "profession": "Begeleider", "form_key": "h"},
    )
    assert "Hanna" in visit(fatma, "organisation", house.pk).content.decode()
    row = Professional.objects.get()
    visit(fatma, "professional", house.pk, row.pk, data={"name": "Hanna B.", "form_key": "i"})
    row.refresh_from_db()
    assert row.name == "Hanna B."


def test_a_professional_is_found_in_their_own_organisation_only(visit, fatma):
    row = Professional.objects.create(organisation=OrganisationFactory(), name="Hanna")
    other = OrganisationFactory()
    assert visit(fatma, "professional", other.pk, row.pk).status_code == 404


def test_an_account_belongs_to_one_professional(visit, fatma):
    hanna = make_member("hanna")
    house = OrganisationFactory()
    data = {"name": "Nog iemand", "user": hanna.pk, "form_key": "h"}
    assert "user" in visit(fatma, "professional_add", house.pk, data=data).context["form"].errors


@pytest.mark.parametrize("name", ["provisions", "provision_add", "organisations", "organisation_add"])
def test_only_the_administrator_keeps_the_catalogue(visit, fatma, name):
    assert visit(fatma, name).status_code == 200
    assert visit(make_member("anna"), name).status_code == 403
    assert visit(make_member("hanna"), name).status_code == 404


def test_where_and_when_it_is_given(visit, fatma):
    data = PROVISION | {"neighbourhoods": "Oost\n Oost \n\nWest", "from_date": "2026-01-01"}
    visit(fatma, "provision_add", data=data)
    row = Provision.objects.get()
    assert (row.neighbourhoods, str(row.from_date)) == (["Oost", "West"], "2026-01-01")
    assert "Oost\nWest" in visit(fatma, "provision", row.pk).content.decode()


def test_a_period_does_not_end_before_it_begins(visit, fatma):
    data = PROVISION | {"from_date": "2026-02-01", "until_date": "2026-01-01"}
    answer = visit(fatma, "provision_add", data=data)
    assert "until_date" in answer.context["form"].errors
