"""The regie panel of a case and the overview, as each of the cast sees them."""

import pytest
from django.urls import reverse

from sociaal.audit.models import Entry
from tests.factories import NOW, make_case, make_member
from tests.relations import surrounded_case, take_part


def panel(client, case, **extra):
    return client.get(reverse("regie_panel", args=[case.number]), **extra)


def test_the_panel_names_who_takes_part_and_what_is_shared_on_what_ground(case, anna, as_user, hannas_part):
    page = panel(as_user(anna), case).content.decode()
    for text in ("Woonstichting De Linde", "Hanna", "Keeps the house.", "general", "Consent"):
        assert text in page


def test_a_case_without_partners_says_that_one_contact_person_may_be_enough(case, anna, as_user):
    page = panel(as_user(anna), case).content.decode()
    assert "No partner takes part" in page
    assert reverse("party_new", args=[case.number]) in page


def test_a_partner_sees_the_parties_but_not_what_we_share_with_the_others(
    case, hanna, as_user, hannas_part, join
):
    join(role="GP", shared_categories=["health"], ground="Consent for health only")
    page = panel(as_user(hanna), case).content.decode()
    assert "GP" in page
    assert "Consent for health only" not in page
    assert reverse("party_new", args=[case.number]) not in page


def test_a_partner_sees_agreements_within_what_is_shared_only(case, hanna, as_user, hannas_part, agree):
    agree(what="Pays the rent"), agree(what="Talks with the police", category="justice")
    page = panel(as_user(hanna), case).content.decode()
    assert "Pays the rent" in page
    assert "police" not in page


def test_a_partner_may_say_kept_of_their_own_agreement_only(case, hanna, as_user, hannas_part, agree):
    own, other = agree(hannas_part), agree()
    page = panel(as_user(hanna), case).content.decode()
    assert reverse("agreement_settle", args=[case.number, own.pk]) in page
    assert reverse("agreement_settle", args=[case.number, other.pk]) not in page


def test_the_case_page_gets_the_panel_as_a_part_without_a_frame(case, anna, as_user, hannas_part):
    page = panel(as_user(anna), case, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in page
    assert "<h2" in page
    assert (
        reverse("regie_panel", args=[case.number])
        in as_user(anna).get(reverse("case", args=[case.number])).content.decode()
    )


def test_the_whole_page_is_logged_with_whom_it_shows(case, anna, as_user):
    panel(as_user(anna), case)
    assert Entry.objects.filter(kind="read", actor_id=anna.pk, residents=[case.resident_id]).count() == 1


@pytest.mark.parametrize("address", ["regie_panel", "party_new", "agreement_new"])
def test_who_may_not_read_the_case_gets_no_further(case, as_user, address):
    url = reverse(address, args=[case.number])
    expected = {"dirk": 403, "esra": 403, "fatma": 404, "hanna": 404}
    assert {name: as_user(make_member(name)).get(url).status_code for name in expected} == expected


def test_the_panel_costs_a_fixed_number_of_queries(
    case, anna, as_user, join, agree, django_assert_max_num_queries
):
    client = as_user(anna)
    for _number in range(3):
        agree(join())
    with django_assert_max_num_queries(9):
        panel(client, case)


def test_the_overview_shows_the_agreement_that_comes_first_and_the_case(case, anna, as_user, join, agree):
    agree(join())
    page = as_user(anna).get(reverse("regie")).content.decode()
    assert page.count(case.resident.full_name) == 2
    assert "25 November 2026" in page


def test_an_agreement_past_its_day_is_said_to_be_late_in_words(case, anna, as_user, join, agree):
    row = agree(join(), due_date=NOW.date())
    type(row).objects.update(due_date="2026-11-01")
    assert "should have been done before" in as_user(anna).get(reverse("regie")).content.decode()


def test_a_manager_sees_numbers_and_no_names(as_user):
    case, people = surrounded_case("arranging")
    page = as_user(people["manager"]).get(reverse("regie")).content.decode()
    assert case.number in page
    assert case.resident.full_name not in page


def test_a_partner_sees_the_cases_they_take_part_in(case, anna, hanna, as_user):
    take_part(case, hanna)
    other = make_case(anna)
    page = as_user(hanna).get(reverse("regie")).content.decode()
    assert case.resident.full_name in page
    assert other.resident.full_name not in page


def test_the_overview_narrows_to_cases_i_direct_and_cases_nobody_directs(as_user):
    case, people = surrounded_case("arranging")
    director, url = as_user(people["case_director"]), reverse("regie")
    assert case.number in director.get(url, {"director": "me"}).content.decode()
    assert case.number not in director.get(url, {"director": "none"}).content.decode()


def test_the_overview_says_what_to_do_when_it_is_empty(anna, as_user):
    assert "No cases with several parties" in as_user(anna).get(reverse("regie")).content.decode()


def test_the_overview_is_for_who_works_with_cases(as_user):
    url = reverse("regie")
    expected = {"bram": 200, "esra": 200, "hanna": 200, "fatma": 403, "gijs": 403}
    assert {name: as_user(make_member(name)).get(url).status_code for name in expected} == expected


def test_the_overview_logs_whom_it_names(case, anna, as_user, join):
    join()
    as_user(anna).get(reverse("regie"))
    assert Entry.objects.filter(kind="read", residents=[case.resident_id]).count() == 1


def test_the_overview_costs_a_fixed_number_of_queries(
    anna, as_user, join, agree, django_assert_max_num_queries
):
    client = as_user(anna)
    for _number in range(4):
        case = make_case(anna)
        agree(join(case=case), case=case)
    with django_assert_max_num_queries(7):
        client.get(reverse("regie"))
