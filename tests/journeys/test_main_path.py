"""The main path of the product, walked in the browser by a consultant, with a real worker counting along."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from cases.models import Case
from sociaal.accounts.models import User
from tests.factories import ProvisionFactory, ResidentFactory, TeamFactory, make_member
from tests.journeys.conftest import PHONE
from tests.workers import running_worker

pytestmark = pytest.mark.django_db(transaction=True)
NARROW = (PHONE,)
"""Each page at one width here; `test_every_page` looks at all of them at both."""
WORDS = "Ik kom de trap niet meer op en ik ben bang om te vallen."


@pytest.fixture
def town():
    """Anna and who she works with, a resident whom she knows by name, and a provision that fits."""
    team = TeamFactory(neighbourhoods=["Oost"])
    people = {name: make_member(name) for name in ("anna", "dirk", "esra")}
    User.objects.filter(name="Anna").update(expertise=["wmo"])
    ResidentFactory(last_name="Vries", prefix="de", first_names="Aaltje")
    ProvisionFactory(name="Klussendienst", weight="general", provider=None)
    return people | {"team": team}


def test_a_question_by_phone_becomes_help_and_the_manager_sees_it(desks, town):
    with running_worker():
        anna = desks.of(town["anna"])
        esra = desks.of(town["esra"])
        esra.go(reverse("metrics:dashboard"))
        number = _register(anna)
        _see_the_figures_change(esra)
        _converse(anna, number)
        _weigh(anna, number)
        _arrange(anna, number)
        _review_and_close(anna, number)
    _dirk_finds_but_does_not_read(desks.of(town["dirk"]), number)
    assert Case.objects.get(number=number).outcome == "goals_reached"


def _register(anna) -> str:
    page = anna.go(reverse("home"))
    anna.check_accessible(at=NARROW)
    page.locator(".frame a[href='/hulpvraag/nieuw/']").first.click()
    page.locator("[name=find]").press_sequentially(
        "aaltje vris", delay=20
    )  # a typing error, found all the same
    page.locator("#found [role=option]").filter(has_text="Aaltje de Vries").first.click()
    page.locator("[name=words]").fill(WORDS)
    anna.focus_is_somewhere()
    anna.check_accessible(at=NARROW)
    tomorrow = timezone.localtime() + timedelta(days=1)
    page.locator("details:has([name=planned_date]) > summary").click()
    page.locator("[name=planned_date]").fill(tomorrow.strftime("%Y-%m-%d"))
    page.locator("[name=planned_time]").fill("10:00")
    page.locator("button[name=then][value=plan]").click()
    page.wait_for_url(re.compile(r"/vastgelegd/"))
    anna.check_accessible(at=NARROW)
    expect(page.locator("main")).to_contain_text("Anna")
    return Case.objects.get().number


def _see_the_figures_change(esra) -> None:
    """Within ten seconds: one inhabitant more in the work in progress."""
    page = esra.page
    for _time in range(40):
        page.wait_for_timeout(250)
        page.reload()
        if re.search(r"\b1\b", page.locator("main").inner_text()):
            break
    expect(page.locator("main")).to_contain_text(re.compile(r"\b1\b"))
    esra.check_accessible(at=NARROW)


def _converse(anna, number: str) -> None:
    page = anna.go(reverse("case", args=[number]))
    anna.check_accessible(at=NARROW)
    page.goto(anna.base + reverse("case_conversation", args=[number]))
    page.locator("button.talk__domain[value=housing]").click()
    expect(page.locator("button.talk__domain[value=housing]")).to_have_attribute("aria-current", "true")
    anna.focus_is_somewhere()
    page.locator("[name=notes]").fill("Slaapt al een week in de stoel beneden.")
    page.locator("[name=level][value='3']").check(force=True)
    page.locator("[name=can_do]").fill("Loopt goed op de begane grond.")
    page.locator("[name=network_can]").fill("Haar zoon komt elke zaterdag.")
    page.locator("[name=own_words]").fill(WORDS)
    page.locator("[name=wish]").fill("Weer in mijn eigen bed slapen.")
    page.locator("#save").click()
    expect(page.locator(".saved")).to_be_visible()
    anna.check_accessible(at=NARROW)
    page.locator("[name=held_at]").fill(timezone.localtime().strftime("%Y-%m-%dT00:01"))
    page.locator("button[name=do][value=finish]").click()
    page.wait_for_url(re.compile(rf"/casus/{number}/afweging/$"))


def _weigh(anna, number: str) -> None:
    page = anna.go(reverse("weighing", args=[number]))
    page.locator("[name=behind_question]").fill("Zij is bang om alleen te vallen.")
    page.locator("button[name=agree]").click()
    expect(page.locator("h1")).to_be_visible()
    assert page.title().startswith("Fout:")  # the ladder is not climbed yet
    anna.check_accessible(at=NARROW)
    for name, text in {
        "social_base_considered": "De buurvrouw kan boodschappen doen.",
        "social_base_why_not": "Zij kan haar niet ondersteunen op de trap.",
        "general_considered": "De klussendienst plaatst een tweede leuning.",
        "parties_needed": "1",
    }.items():
        page.locator(f"[name={name}]").fill(text)
    page.locator("[name=weight][value=general]").check(force=True)
    for name in ("clear_how", "stable"):
        page.locator(f"[name={name}][value=yes]").check(force=True)
    page.locator("[name=safety_at_stake][value=no]").check(force=True)
    page.locator("button[name=agree]").click()
    page.wait_for_url(re.compile(rf"/casus/{number}/$"))
    assert Case.objects.get().track == "fast"


def _arrange(anna, number: str) -> None:
    page = anna.go(reverse("arrangement_new", args=[number]))
    anna.check_accessible(at=NARROW)
    page.locator("select[name=provision]").select_option(label=_option(page, "Klussendienst"))
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_load_state()
    arrangement = Case.objects.get().arrangements.get()
    page.goto(anna.base + reverse("arrangement", args=[arrangement.pk]))
    anna.check_accessible(at=NARROW)
    page.locator("form[action$='/start_at_once/'] button, form[action*='start-at-once'] button").first.click()
    page.wait_for_load_state()
    assert Case.objects.get().status == "supported"


def _review_and_close(anna, number: str) -> None:
    page = anna.go(reverse("case", args=[number]))
    anna.check_accessible(at=NARROW)
    arrangement = Case.objects.get().arrangements.get()
    page.goto(anna.base + reverse("arrangement", args=[arrangement.pk]))
    page.locator("details:has(form[action$='/end/']) > summary").click()
    end = page.locator("form[action$='/end/']")
    end.locator("[name=reason]").fill("De leuning zit; zij loopt weer zelf naar boven.")
    end.locator("button").last.click()
    page.wait_for_load_state()
    page = anna.go(reverse("close", args=[number]))
    page.locator("[name=outcome]").first.wait_for()
    anna.check_accessible(at=NARROW)
    _choose(page, "outcome", "goals_reached")
    page.locator("[name=note]").fill("Zij slaapt weer boven.")
    _choose(page, "level_housing", "4")
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text(re.compile("Zij slaapt weer boven|Afgesloten|afgesloten"))


def _dirk_finds_but_does_not_read(dirk, number: str) -> None:
    page = dirk.go(reverse("home"))
    page.keyboard.press("/")
    page.keyboard.type("aaltje de vries")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/zoeken/"))
    expect(page.locator("main")).to_contain_text("Anna")
    dirk.check_accessible(at=NARROW)
    answer = page.goto(dirk.base + reverse("case", args=[number]))
    assert answer.status == 403
    expect(page.locator("main")).to_contain_text("Anna")
    expect(page.locator("main")).not_to_contain_text("slaapt")
    dirk.check_accessible(at=NARROW)


def _choose(page, name: str, value: str) -> None:
    """In a list or among buttons."""
    field = page.locator(f"select[name={name}]")
    if field.count():
        field.select_option(value)
    else:
        page.locator(f"[name={name}][value={value}]").check(force=True)


def _option(page, text: str) -> str:
    return page.locator("select[name=provision] option").filter(has_text=text).first.inner_text().strip()
