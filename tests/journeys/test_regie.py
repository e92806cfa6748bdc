"""Working together in a case: a partner joins, an agreement is made, and the partner says it is kept."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cases.models import Wait
from regie.board.operations.suggestions import suggest
from regie.coordination.models import Agreement, Participation
from tests.factories import make_case, make_member

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.slow
def test_a_partner_joins_an_agreement_is_made_and_the_partner_keeps_it(desks):
    anna, hanna = make_member("anna"), make_member("hanna")
    case = make_case(anna, status="arranging", at=timezone.now())
    annas = desks.of(anna)
    page = annas.go(reverse("party_new", args=[case.number]))
    annas.check_accessible()
    page.locator("[name=organisation]").select_option(index=1)
    page.locator("[name=role]").fill("Verhuurder")
    page.locator("[name=added_value]").fill("Voorkomt dat mevrouw haar huis verliest")
    page.locator("[name=ground]").fill("Toestemming van mevrouw, 2 november 2026")
    page.locator("main form .actions button").click()
    page.wait_for_url(f"**{reverse('regie_panel', args=[case.number])}")
    party = Participation.objects.get()
    assert party.professional.user == hanna

    annas.go(reverse("agreement_new", args=[case.number]) + f"?partner={party.pk}")
    annas.check_accessible()
    page.locator("[name=what]").fill("Schort de ontruiming op")
    page.locator("[name=due_date]").fill((timezone.localdate() + timedelta(days=3)).isoformat())
    page.locator("[name=we_wait]").check()
    page.locator("main form .actions button").click()
    page.wait_for_url(f"**{reverse('regie_panel', args=[case.number])}")
    annas.check_accessible()
    assert Wait.objects.filter(case=case, on="partner", until__isnull=True).exists()

    hannas = desks.of(hanna)
    hannas.go("/regie/").locator("tbody th a").click()
    hannas.page.wait_for_url(f"**{reverse('case', args=[case.number])}")
    hannas.page.locator("form[action*='/afspraak/'] button").click()
    hannas.page.locator("main .utrecht-alert--ok").wait_for()
    assert Agreement.objects.get().state == "kept"
    assert not Wait.objects.filter(case=case, on="partner", until__isnull=True).exists()
    hannas.go("/regie/")
    hannas.check_accessible()


@pytest.mark.slow
def test_the_pages_of_settling_leaving_and_one_suggestion_are_accessible(desks):
    anna = make_member("anna")
    make_member("hanna")
    case = make_case(anna, status="arranging", at=timezone.now())
    suggestion = suggest(gets_in_the_way="Wij wachten.", by=anna, now=timezone.now())
    desk = desks.of(anna)
    desk.go(reverse("regie_panel", args=[case.number]))
    desk.check_accessible()
    desk.go(reverse("board:suggestion", args=[suggestion.pk]))
    desk.check_accessible()
