"""A whole household: from the conversation to a closing that is undone, with two questions and two laws."""

import re
from datetime import date, timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from cases.models import (
    Arrangement,
    Case,
    ContactTerm,
    Event,
    Household,
    HouseholdMember,
    Procedure,
    Review,
    Weighing,
)
from cases.operations.principles import keep_principles
from intake.operations.conversations import Appointment, plan_conversation
from tests.factories import ProvisionFactory, ResidentFactory, make_case, make_member
from tests.journeys.conftest import DESKTOP, PHONE, ZOOMED

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
PRINCIPLE = "We doen niets waar de inwoner niet beter van wordt."
REFUSAL = "Een tweede leuning is nog niet geprobeerd."


@pytest.fixture
def town():
    """Anna and colleagues; mother and son in one household, each with a question; what can be given."""
    people = {name: make_member(name) for name in ("anna", "bram", "dirk", "fatma")}
    now, anna = timezone.now(), people["anna"]
    keep_principles(words=[PRINCIPLE], by=people["fatma"], now=now)
    mother = ResidentFactory(first_names="Aaltje", last_name="Zonneveld")
    son = ResidentFactory(first_names="Teun", last_name="Zonneveld", birth_date=date(1980, 4, 2))
    home = Household.objects.create(name="Zonneveld")
    for resident in (mother, son):
        HouseholdMember.objects.create(
            household=home, resident=resident, during=DateRange(timezone.localdate(), None)
        )
    for name, weight in (("Klussendienst", "general"), ("Buurthulp", "social_base")):
        ProvisionFactory(name=name, weight=weight, neighbourhoods=["Oost"])
    ProvisionFactory(name="Traplift", weight="specialist", law="wmo")
    case, second = (make_case(anna, resident=resident, at=now) for resident in (mother, son))
    at = Appointment(now - timedelta(minutes=5), "Thuis")
    plan_conversation(case=case, appointment=at, by=anna, now=now)
    return people | {"case": case, "second": second}


def test_a_household_is_helped_no_heavier_than_needed(desks, town):
    anna, number = desks.of(town["anna"]), town["case"].number
    _converse(anna, number)
    _ask_for_specialist_support(anna, number, town["bram"])
    _bram_does_not_agree(desks.of(town["bram"]), number)
    _one_rung_down(anna, number)
    _two_laws_beside_each_other(anna, number)
    _goal_with_an_action(anna, number)
    _help_that_is_waited_for(anna, number)
    _second_question_on_the_fast_track(anna, town["second"].number, number)
    _handover_asked_and_refused(anna, desks.of(town["dirk"]), town)
    _review_and_step_down(anna, number)
    _close_and_undo(anna, number)
    assert Case.objects.get(number=number).weight == "social_base"
    assert ContactTerm.objects.filter(user=town["anna"], during__upper_inf=True).count() == 2


def _converse(anna, number):
    page = anna.go(reverse("case_conversation", args=[number]))
    page.locator("button.talk__domain[value=housing]").click()
    expect(page.locator("button.talk__domain[value=housing]")).to_have_attribute("aria-current", "true")
    for name, text in {
        "notes": "Slaapt beneden in de stoel.", "can_do": "Loopt goed op de begane grond.",
        "network_can": "Haar zoon Teun woont in.", "own_words": "Ik kom de trap niet meer op.",
        "wish": "Weer in mijn eigen bed slapen.",
    }.items():  # fmt: skip
        page.locator(f"[name={name}]").fill(text)
    page.locator("[name=level][value='3']").check(force=True)
    page.locator("#save").click()
    expect(page.locator(".saved")).to_be_visible()
    page.locator("[name=held_at]").fill(timezone.localtime().strftime("%Y-%m-%dT00:01"))
    page.locator("button[name=do][value=finish]").click()
    page.wait_for_url(re.compile(rf"/casus/{number}/afweging/$"))


def _ask_for_specialist_support(anna, number, bram):
    """The conversation, the principles and what fits stand beside the ladder."""
    page = anna.page
    for words in ("Haar zoon Teun woont in.", PRINCIPLE, "in deze buurt"):
        expect(page.get_by_text(words).first).to_be_attached()
    _look(anna)
    for name, text in {
        "behind_question": "Zij is bang om alleen te vallen.",
        "social_base_considered": "Teun kan boodschappen doen.",
        "social_base_why_not": "Teun werkt overdag.",
        "general_considered": "De klussendienst plaatst een tweede leuning.",
        "general_why_not": "Een leuning lijkt te weinig.",
        "specialist_considered": "Een traplift.",
        "parties_needed": "1",
        "lighter_again_date": (timezone.localdate() + timedelta(days=120)).isoformat(),
    }.items():
        page.locator(f"[name={name}]").fill(text)
    _tick(page, weight="specialist", safety_at_stake="no", clear_how="yes", stable="yes")
    page.locator("[name=second_reader]").select_option(str(bram.pk))
    page.locator("button[name=agree]").click()
    expect(page.get_by_text("De tweede lezer heeft nog niet geantwoord.").first).to_be_visible()
    assert Case.objects.get(number=number).status == "weighing"


def _bram_does_not_agree(bram, number):
    page = bram.go(reverse("home"))
    page.locator(f"a[href*='/casus/{number}/tweede-lezer/']").first.click()
    bram.check_accessible()
    _tick(page, agrees="no")
    page.locator("[name=words]").fill(REFUSAL)
    _send(page)
    assert Weighing.objects.get().second_reader_agrees is False


def _one_rung_down(anna, number):
    page = anna.go(reverse("weighing", args=[number]))
    expect(page.get_by_text(REFUSAL).first).to_be_visible()
    _look(anna)
    page.locator("button[name=lighter]").click()
    expect(page.locator("[name=weight][value=general]")).to_be_checked()
    expect(page.locator("[name=specialist_why_not]")).to_have_value(f"Bram: {REFUSAL}")
    page.locator("button[name=agree]").click()
    page.wait_for_url(re.compile(rf"/casus/{number}/$"))
    case = Case.objects.get(number=number)
    assert (case.status, case.weight) == ("arranging", "general")


def _two_laws_beside_each_other(anna, number):
    for law, subject in (("wmo", "Huishouden"), ("wgs", "Schulden")):
        page = anna.go(reverse("procedure_new", args=[number]))
        page.locator("select[name=law], [name=law]").first.wait_for()
        _choose(page, "law", law)
        page.locator("[name=subject]").fill(subject)
        _send(page)
    page = anna.go(reverse("case", args=[number]))
    for subject in ("Huishouden", "Schulden"):
        expect(page.locator("main")).to_contain_text(subject)
    _look(anna)


def _goal_with_an_action(anna, number):
    page = anna.go(reverse("plan_conditions", args=[number]))
    page.locator("[name=conditions]").fill("De huurschuld is geregeld.")
    _send(page)
    page = anna.go(reverse("plan", args=[number]))
    goal = page.get_by_role("heading", name="“Weer in mijn eigen bed slapen.”")
    expect(goal).to_be_visible()  # out of the conversation
    page.get_by_role("link", name=re.compile("^Actie toevoegen")).click()
    _tick(page, who="network")
    page.locator("[name=name]").fill("Teun")
    page.locator("[name=what]").fill("Het bed naar beneden zetten")
    _send(page)
    page.get_by_role("button", name=re.compile("^Klaar.*Het bed naar beneden zetten")).click()
    page.get_by_role("button", name="Dit is nu op orde").click()
    expect(page.get_by_text("op orde", exact=True).first).to_be_visible()
    _look(anna)


def _help_that_is_waited_for(anna, number):
    """Asked for: the resident waits on the provider, and the page says so."""
    help_ = _choose_help(anna, number, "Klussendienst")
    _step(anna, help_, "request")
    expect(anna.page.locator(".identity").first).to_contain_text("aanbieder")
    _step(anna, help_, "accept")
    _step(anna, help_, "start")
    assert Case.objects.get(number=number).status == "supported"


def _second_question_on_the_fast_track(anna, second, number):
    page = anna.go(reverse("fast_track", args=[second]))
    _look(anna)
    for name, text in {
        "wish": "De huur weer kunnen betalen.", "can_do": "Post openen.", "network_can": "Moeder helpt mee.",
        "behind_question": "Hij schaamt zich.", "social_base": "Een maatje.",
    }.items():  # fmt: skip
        page.locator(f"[name={name}]").fill(text)
    page.locator("[name=domain]").select_option("finances")
    _tick(page, safety_at_stake="no", clear_how="yes", stable="yes", parties_needed="1")
    option = page.locator("[name=provision] option").filter(has_text="Buurthulp").first.get_attribute("value")
    page.locator("[name=provision]").select_option(option)
    page.locator("[name=start_now]").check(force=True)
    _send(page)
    assert Case.objects.get(number=second).status == "supported"
    page = anna.go(reverse("plan", args=[number]))
    for name in ("Klussendienst", "Buurthulp"):  # pile-up in the household
        expect(page.locator("aside").get_by_text(name).first).to_be_visible()


def _handover_asked_and_refused(anna, dirk, town):
    resident = town["case"].resident_id
    page = anna.go(reverse("handover_new", args=[resident]))
    _tick(page, reason="expertise")
    page.locator("[name=explanation]").fill("Schulden spelen mee.")
    page.locator("[name=told_resident]").fill("Zij weet dat ik het vraag.")
    page.locator("[name=to]").select_option(str(town["dirk"].pk))
    _send(page)
    asked = Event.objects.get(kind="handover_asked").codes["handover"]
    page = dirk.go(reverse("handover", args=[asked]))
    page.locator("[name=refusal]").fill("Zij kent Anna; ik denk wel mee over de schulden.")
    page.locator("form[action$='/weigeren/'] button").last.click()
    page.wait_for_load_state()
    assert ContactTerm.objects.get(resident=resident, during__upper_inf=True).user == town["anna"]


def _review_and_step_down(anna, number):
    page = anna.go(reverse("review", args=[number]))
    _send(page)
    page = anna.go(reverse("review", args=[number]))
    expect(page.get_by_text("Teun werkt overdag.").first).to_be_visible()  # it starts from what was written
    _look(anna)
    goal = page.locator("[name^=goal_][value=partly]")
    goal.check(force=True)
    page.locator("[name=experience]").fill("Ik slaap weer boven, dank u wel.")
    page.locator("[name=lighter]").fill("Teun is vanaf volgende week vaker thuis.")
    _send(page)
    assert Review.objects.get().experience.startswith("Ik slaap weer boven")
    _send(anna.go(reverse("review", args=[number])))
    page = anna.go(reverse("weighing", args=[number]))
    expect(page.locator("[name=social_base_why_not]")).to_have_value("Teun werkt overdag.")
    _look(anna)
    page.locator("[name=social_base_why_not]").fill("")
    page.locator("[name=social_base_considered]").fill("Teun is nu overdag thuis, met Buurthulp erbij.")
    _tick(page, weight="social_base", safety_at_stake="no", clear_how="yes", stable="yes")
    page.locator("[name=parties_needed]").fill("1")
    page.locator("button[name=agree]").click()
    page.wait_for_url(re.compile(rf"/casus/{number}/$"))
    running = Arrangement.objects.get(case__number=number, state="started")
    _step(anna, running, "end", reason="De leuning zit.")
    _step(anna, _choose_help(anna, number, "Buurthulp"), "start_at_once")
    case = Case.objects.get(number=number)
    assert (case.status, case.weight) == ("supported", "social_base")


def _close_and_undo(anna, number):
    for row in Arrangement.objects.filter(case__number=number, state="started"):
        _step(anna, row, "end", reason="Teun doet het nu zelf.")
    for row in Procedure.objects.filter(case__number=number):  # no question is left lying
        _step(anna, row, "withdraw", reason="Niet meer nodig.", at="procedure")
    page = anna.go(reverse("close", args=[number]))
    _tick(page, outcome="goals_reached")
    page.locator("[name=note]").fill("Zij slaapt weer boven.")
    page.locator("[name=experience]").fill("Fijn dat u steeds dezelfde was.")
    _choose(page, "level_housing", "4")
    _look(anna)
    _send(page)
    assert Case.objects.get(number=number).status == "closed"
    page = anna.go(reverse("undo_close", args=[number]))
    page.locator("[name=reason]").fill("De verkeerde casus gesloten.")
    _send(page)
    assert Case.objects.get(number=number).status == "supported"
    expect(page.locator("main")).to_contain_text("Zij slaapt weer boven.")


def _choose_help(anna, number, name):
    page = anna.go(reverse("arrangement_new", args=[number]))
    value = page.locator("[name=provision] option").filter(has_text=name).first.get_attribute("value")
    page.locator("[name=provision]").select_option(value)
    _send(page)
    return Arrangement.objects.filter(case__number=number, provision__name=name).latest("pk")


def _step(anna, row, step, reason="", at="arrangement"):
    page = anna.go(reverse(at, args=[row.pk]))
    form = page.locator(f"form[action$='/{step}/']")
    if reason:
        page.locator(f"details:has(form[action$='/{step}/']) > summary").click()
        form.locator("[name=reason]").fill(reason)
    form.locator("button").last.click()
    page.wait_for_load_state()


def _tick(page, **answers):
    for name, value in answers.items():
        page.locator(f"[name={name}][value='{value}']").check(force=True)


def _choose(page, name, value):
    field = page.locator(f"select[name={name}]")
    if field.count():
        field.select_option(value)
    else:
        _tick(page, **{name: value})


def _send(page):
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_load_state()


def _look(anna):
    """As everyone must be able to use it: on a desk, on a phone, and at 400 %."""
    anna.check_accessible(at=(DESKTOP, PHONE, ZOOMED))
