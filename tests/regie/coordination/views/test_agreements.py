"""The pages on which an agreement is made and settled."""

import pytest
from django.urls import reverse

from regie.coordination.models import Agreement
from tests.factories import make_member


@pytest.fixture
def new(case):
    return reverse("agreement_new", args=[case.number])


def typed(**facts):
    return {
        "what": "Calls the landlord", "who": "Anna", "due_date": "2026-11-30", "category": "general",
        "form_key": "key",
    } | facts  # fmt: skip


def settle_address(agreement):
    return reverse("agreement_settle", args=[agreement.case.number, agreement.pk])


def test_an_agreement_is_made_with_who_what_and_before_when(anna, as_user, new):
    assert as_user(anna).post(new, typed()).status_code == 302
    agreement = Agreement.objects.get()
    assert (agreement.who, agreement.what, agreement.due_date.isoformat()) == (
        "Anna", "Calls the landlord", "2026-11-30"
    )  # fmt: skip


def test_the_partner_in_the_address_is_chosen_beforehand(anna, as_user, new, hannas_part):
    page = as_user(anna).get(new, {"partner": hannas_part.pk}).content.decode()
    assert f'<option value="{hannas_part.pk}" selected>' in page


def test_without_partner_and_without_name_the_field_says_what_is_missing(anna, as_user, new):
    answer = as_user(anna).post(new, typed(who=""))
    assert answer.status_code == 422
    assert "Choose the partner, or write down who does it." in answer.content.decode()
    assert "Calls the landlord" in answer.content.decode()


def test_the_form_sent_twice_makes_one_agreement(anna, as_user, new):
    client = as_user(anna)
    client.post(new, typed())
    client.post(new, typed())
    assert Agreement.objects.count() == 1


def test_kept_is_one_press_of_a_button_in_the_panel(anna, as_user, agree):
    agreement = agree()
    answer = as_user(anna).post(settle_address(agreement), {"outcome": "kept", "form_key": "key"})
    assert answer.url == reverse("regie_panel", args=[agreement.case.number])
    assert Agreement.objects.get().state == "kept"


def test_kept_pressed_on_the_case_page_leads_back_to_the_case_page(case, anna, as_user, agree):
    panel = reverse("regie_panel", args=[case.number])
    agreement, client = agree(), as_user(anna)
    part = client.get(panel, headers={"HX-Request": "true"}).content.decode()
    assert 'name="on_case"' in part
    assert 'name="on_case"' not in client.get(panel).content.decode()
    answer = client.post(settle_address(agreement), {"outcome": "kept", "form_key": "key", "on_case": "1"})
    assert answer.url == reverse("case", args=[case.number])


def test_not_kept_without_words_asks_for_them_and_changes_nothing(anna, as_user, agree):
    answer = as_user(anna).post(settle_address(agree()), {"outcome": "not_kept", "form_key": "key"})
    assert answer.status_code == 422
    assert "Write down what came between" in answer.content.decode()
    assert Agreement.objects.get().state == "made"


def test_what_a_colleague_settled_just_before_is_said_and_not_overwritten(anna, as_user, agree):
    agreement, client = agree(), as_user(anna)
    client.post(settle_address(agreement), {"outcome": "kept", "form_key": "1"})
    answer = client.post(settle_address(agreement), {"outcome": "cancelled", "form_key": "2"})
    assert answer.status_code == 422
    assert Agreement.objects.get().state == "kept"


def test_a_partner_is_offered_kept_and_nothing_else(hanna, as_user, agree, hannas_part):
    url, client = settle_address(agree(hannas_part)), as_user(hanna)
    page = client.get(url).content.decode()
    assert 'value="kept"' in page
    assert 'value="not_kept"' not in page
    assert client.post(url, {"outcome": "cancelled", "form_key": "1"}).status_code == 422
    assert client.post(url, {"outcome": "kept", "form_key": "2"}).status_code == 302


def test_an_agreement_outside_what_is_shared_is_not_there_for_the_partner(hanna, as_user, agree, hannas_part):
    assert as_user(hanna).get(settle_address(agree(category="justice"))).status_code == 404


def test_a_colleague_of_the_team_hears_who_can_do_it(as_user, agree):
    answer = as_user(make_member("bram")).get(settle_address(agree()))
    assert answer.status_code == 403
    assert "case director" in answer.content.decode()
