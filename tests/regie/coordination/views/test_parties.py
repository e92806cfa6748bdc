"""The pages on which a partner joins and leaves."""

import pytest
from django.urls import reverse

from cases.models import Professional
from regie.coordination.models import Participation
from tests.factories import OrganisationFactory


@pytest.fixture
def new(case):
    return reverse("party_new", args=[case.number])


def typed(partner, **facts):
    return {
        "organisation": str(partner.pk), "role": "Landlord", "added_value": "Keeps the house.",
        "shared_categories": ["general"], "ground": "Consent of 2 November", "form_key": "key",
    } | facts  # fmt: skip


def test_one_choice_says_organisation_and_professional(anna, as_user, new, hanna):
    hannas = Professional.objects.get(user=hanna)
    answer = as_user(anna).post(
        new, typed(hannas.organisation, organisation=f"{hannas.organisation_id}-{hannas.pk}")
    )
    assert answer.status_code == 302
    party = Participation.objects.get()
    assert (party.organisation, party.professional) == (hannas.organisation, hannas)


def test_an_organisation_may_take_part_without_anyone_in_particular(anna, as_user, new):
    as_user(anna).post(new, typed(OrganisationFactory()))
    assert Participation.objects.get().professional is None


def test_who_takes_part_already_is_no_longer_offered(anna, as_user, new, join):
    here, free = join().organisation, OrganisationFactory()
    page = as_user(anna).get(new).content.decode()
    assert free.name in page
    assert f">{here.name}<" not in page


def test_why_one_more_is_asked_from_the_fourth_party_on(anna, as_user, new, join):
    client = as_user(anna)
    assert "Why one more party?" not in client.get(new).content.decode()
    for _number in range(3):
        join()
    assert "Why one more party?" in client.get(new).content.decode()
    answer = client.post(new, typed(OrganisationFactory()))
    assert answer.status_code == 422
    assert (
        client.post(new, typed(OrganisationFactory(), why_more="The eviction", form_key="2")).status_code
        == 302
    )


def test_sharing_without_a_ground_is_refused_at_its_field_and_keeps_what_was_typed(anna, as_user, new):
    answer = as_user(anna).post(new, typed(OrganisationFactory(), ground="", role="The school"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Fill in: on what ground do we share this." in page
    assert 'value="The school"' in page
    assert page.index("Error:") < page.index("</title>")


def test_the_form_sent_twice_lets_one_partner_in(anna, as_user, new):
    client, given = as_user(anna), typed(OrganisationFactory())
    first, second = client.post(new, given), client.post(new, given)
    assert (first.status_code, second.status_code, second.url) == (302, 302, first.url)
    assert Participation.objects.count() == 1


def test_a_partner_leaves_after_a_page_that_says_what_ends(case, anna, as_user, hannas_part, agree):
    agree(hannas_part, what="Waits with the eviction")
    url, client = reverse("party_end", args=[case.number, hannas_part.pk]), as_user(anna)
    assert "Waits with the eviction" in client.get(url).content.decode()
    assert Participation.objects.get().until is None
    assert client.post(url, {"form_key": "key"}).status_code == 302
    assert Participation.objects.get().until is not None


def test_a_party_of_another_case_is_not_there(anna, as_user, case, join):
    url = reverse("party_end", args=[case.number, join().pk + 1])
    assert as_user(anna).get(url).status_code == 404
