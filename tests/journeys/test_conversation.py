"""The conversation at the kitchen table: a tablet held upright, a finger, at times a colleague beside one."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect
from psycopg.types.range import DateRange, TimestamptzRange

from cases.models import Case, Deputyship, Goal, Household, HouseholdMember, NetworkMember
from cases.operations.cases import withdraw
from intake.models import Conversation, DomainNote
from intake.operations.conversations import Appointment, hold, plan_conversation
from intake.operations.notes import keep_said
from tests.factories import ResidentFactory, make_case, make_member
from tests.journeys.conftest import DESKTOP, PHONE, ZOOMED

pytestmark = pytest.mark.django_db(transaction=True)
TABLET = {"width": 768, "height": 1024}
SIZES = (TABLET, PHONE, ZOOMED)
DAY = timedelta(days=1)
TOO_SMALL = """(least) => [...document.querySelectorAll(
    'main :is(a[href], button, summary, textarea, select, input:not([type=hidden]), label.levels__level)'
  )].filter((one) => {
    const { width, height } = one.getBoundingClientRect();
    const visible = !one.closest('[aria-hidden=true]') && one.checkVisibility({ visibilityProperty: true });
    const shown = visible && width > 1 && height > 1;
    const inline = one.matches('a') && one.closest('p, li');
    return shown && !inline && Math.min(width, height) < least;
  }).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def bram(anna):
    """Her deputy, who is there as well."""
    deputy, now = make_member("bram"), timezone.now()
    Deputyship.objects.create(absent=anna, deputy=deputy, during=TimestamptzRange(now - DAY, now + DAY))
    return deputy


@pytest.fixture
def talk(anna):
    """A conversation with a mother who has a son at home and a neighbour who helps."""
    now = timezone.now()
    case = make_case(anna, at=now)
    home = Household.objects.create(name="Gezin")
    son = ResidentFactory(first_names="Kees", birth_date=date(2015, 1, 1))
    for resident, role in ((case.resident, "adult"), (son, "child")):
        during = DateRange(date(2020, 1, 1), None)
        HouseholdMember.objects.create(household=home, resident=resident, role=role, during=during)
    NetworkMember.objects.create(resident=case.resident, name="Truus Bakker", relation="buurvrouw")
    return plan_conversation(case=case, appointment=Appointment(now, "thuis"), by=anna, now=now)


def address(talk, domain=""):
    return reverse("conversation", args=[talk.pk]) + (f"?domain={domain}" if domain else "")


def tablet(desks, user, **options):
    desk = desks.of(user, has_touch=True, **options)
    desk.page.set_viewport_size(TABLET)
    return desk


def write(page, name, text):
    """As somebody does with a finger and the keyboard on the glass."""
    page.locator(f"[name={name}]").tap()
    page.keyboard.insert_text(text)


def kept(page):
    expect(page.locator("[data-autosave-status]")).to_contain_text("opgeslagen")


@pytest.mark.slow
def test_a_whole_conversation_by_touch_on_a_tablet_held_upright(desks, anna, talk):
    desk = tablet(desks, anna)
    page = desk.go(address(talk))
    _pass_over_what_does_not_matter(page)
    _talk_about_the_house(desk, page)
    _see_whether_the_question_is_clear(page)
    _say_who_was_there(page)
    assert page.evaluate(TOO_SMALL, 24) == []
    page.locator("button[name=do][value=finish]").tap()
    page.wait_for_url("**/afweging/")
    expect(page.locator("[name=behind_question]")).to_have_value("Bang om te vallen.")  # not asked twice
    _was_kept(talk)


def _pass_over_what_does_not_matter(page):
    page.locator("#nothing-justice").tap()
    expect(page.locator("#nothing-justice")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#nothing-justice")).to_be_focused()
    page.locator("#nothing-work_education").tap()
    page.locator("#nothing-work_education[name=something]").tap()
    expect(page.locator("#nothing-work_education")).to_have_attribute("aria-pressed", "false")


def _talk_about_the_house(desk, page):
    page.locator("#domain-housing").tap()
    expect(page.locator("#question")).to_be_focused()
    page.locator("summary", has_text="Vraag door").tap()
    expect(page.locator(".talk__prompts li").first).to_be_visible()
    write(page, "notes", "Slaapt al een week in de stoel beneden.")
    write(page, "can_do", "Kookt zelf.")
    write(page, "network_can", "Truus doet boodschappen.")
    page.locator(".levels__level", has_text="2 Niet").tap()
    kept(page)
    expect(page.locator("#domain-housing .talk__level")).to_contain_text("2")
    expect(page.locator("#talk-picture")).to_contain_text("Niet zelfredzaam")
    page.locator(".talk__side summary").tap()
    expect(page.locator("#preview")).to_contain_text("Slaapt al een week")  # the report grows along


def _see_whether_the_question_is_clear(page):
    expect(page.locator("#talk-clear")).to_contain_text("Wat wil de inwoner bereiken?")
    write(page, "wish", "Weer in mijn eigen bed slapen.")
    write(page, "behind", "Bang om te vallen.")
    page.locator("[name=support_offered]").tap()
    expect(page.locator("#talk-clear")).not_to_contain_text("Wat wil de inwoner bereiken?")
    page.locator("#talk-clear button", has_text="Er zijn kinderen").tap()
    expect(page.locator("#question")).to_contain_text("Ouderschap")
    expect(page.locator("#question")).to_be_focused()
    write(page, "goes_well", "Zij lezen elke avond samen.")
    kept(page)
    expect(page.locator("#talk-clear")).not_to_contain_text("Er zijn kinderen")


def _say_who_was_there(page):
    page.locator(".talk__people summary").tap()
    page.get_by_label("Truus Bakker – buurvrouw").tap()
    write(page, "at_table", "Mees, kleinzoon")
    kept(page)


def _was_kept(talk):
    assert Case.objects.get().status == "weighing"
    assert set(DomainNote.objects.filter(no_questions=True).values_list("domain", flat=True)) == {"justice"}
    row = Conversation.objects.get()
    assert ([one.name for one in row.people.all()], row.at_table) == (["Truus Bakker"], "Mees, kleinzoon")
    goal = Goal.objects.get()
    assert (goal.words, goal.domain) == ("Weer in mijn eigen bed slapen.", "housing")


@pytest.fixture
def two(desks, anna, bram, talk):
    """Anna and Bram, each with the same domain open."""
    pages = [desks.of(user).go(address(talk, "housing")) for user in (anna, bram)]
    for page in pages:
        expect(page.locator("#talk-here")).to_contain_text("is ook in dit gesprek")
    return pages


@pytest.mark.slow
def test_two_at_one_conversation_in_different_fields_are_merged(two):
    anna, bram = two
    bram.locator("[name=wish]").focus()
    anna.locator("[name=network_can]").fill("De buurvrouw.")
    bram.locator("[name=can_do]").fill("Koken.")
    expect(anna.locator("[name=can_do]")).to_have_value("Koken.", timeout=5_000)
    expect(anna.locator("[data-slot=can_do]")).to_contain_text("Bram schreef dit om")
    expect(bram.locator("[name=network_can]")).to_have_value("De buurvrouw.", timeout=5_000)
    expect(anna.locator("[name=network_can]")).to_be_focused()
    expect(bram.locator("[name=can_do]")).to_be_focused()
    note = DomainNote.objects.get()
    assert (note.can_do, note.network_can) == ("Koken.", "De buurvrouw.")


def test_two_in_one_field_see_both_versions_within_five_seconds_and_lose_nothing(two):
    anna, bram = two
    bram.locator("[name=notes]").focus()  # about to type: else her words simply come into his empty field
    anna.locator("[name=notes]").fill("Zij viel van de trap.")
    kept(anna)
    bram.locator("[name=notes]").fill("Zij gleed uit in de badkamer.")
    panel = bram.locator("[data-slot=notes] [data-both]")
    expect(panel).to_contain_text("Zij viel van de trap.", timeout=5_000)
    expect(panel).to_contain_text("Anna schreef hier ook, om")
    expect(bram.locator("[name=notes]")).to_have_value("Zij gleed uit in de badkamer.")
    expect(bram.locator("[name=notes]")).to_be_focused()
    assert DomainNote.objects.get().notes == "Zij viel van de trap."
    bram.locator("[data-choose=both]").click()
    both = "Zij viel van de trap.\nZij gleed uit in de badkamer."
    expect(bram.locator("[name=notes]")).to_have_value(both)
    expect(bram.locator("[name=notes]")).to_be_focused()
    expect(bram.locator("[data-slot=notes] > *")).to_have_count(0)
    anna.locator("[name=wish]").focus()
    expect(anna.locator("[name=notes]")).to_have_value(both, timeout=5_000)
    assert DomainNote.objects.get().notes == both


@pytest.mark.slow
def test_whoever_types_on_under_a_conflict_keeps_their_text_until_they_choose(two):
    anna, bram = two
    bram.locator("[name=notes]").focus()
    anna.locator("[name=notes]").fill("Van Anna.")
    kept(anna)
    bram.locator("[name=notes]").fill("Van Bram.")
    expect(bram.locator("[data-slot=notes] [data-both]")).to_contain_text("Van Anna.", timeout=5_000)
    bram.locator("[name=notes]").press_sequentially(" En nog iets.")
    bram.locator("[name=cannot]").fill("Traplopen.")
    expect(anna.locator("[name=cannot]")).to_have_value("Traplopen.", timeout=5_000)
    expect(bram.locator("[name=notes]")).to_have_value("Van Bram. En nog iets.")
    bram.locator("[data-choose=theirs]").click()
    expect(bram.locator("[name=notes]")).to_have_value("Van Anna.")
    assert DomainNote.objects.get().notes == "Van Anna."


@pytest.mark.slow
def test_without_scripts_a_conversation_is_held_and_two_see_both_versions(desks, anna, bram, talk):
    page = desks.of(anna, java_script_enabled=False).go(address(talk, "housing"))
    keep_said(conversation=talk, domain="housing", given={"notes": "Van Bram."}, seen={}, by=bram,
              now=timezone.now())  # fmt: skip
    page.locator("[name=notes]").fill("Van Anna.")
    page.locator("[name=can_do]").fill("Koken.")
    page.locator("button[name=next][value=social_network]").first.click()
    expect(page.locator("[data-slot=notes]")).to_contain_text("Van Bram.")
    expect(page.locator("[name=notes]")).to_have_value("Van Anna.")
    page.locator("[name=notes]").fill("Van allebei.")
    page.locator("button[name=next][value=social_network]").first.click()
    page.locator("#nothing-justice").click()
    page.locator("[name=network_can]").fill("De zoon.")
    page.locator("[name=wish]").fill("Zelf naar boven.")
    page.locator("button[name=do][value=finish]").click()
    page.wait_for_url("**/afweging/")
    assert DomainNote.objects.get(domain="housing").notes == "Van allebei."


@pytest.mark.slow
def test_every_state_is_accessible_and_nothing_scrolls_sideways(desks, anna, bram, talk):
    desk, now = tablet(desks, anna), timezone.now()
    desk.go(address(talk, "housing"))
    desk.check_accessible(at=(DESKTOP, *SIZES))  # nothing said yet
    _half(anna, talk, now)
    second = plan_conversation(case=talk.case, appointment=Appointment(now, "kantoor"), by=anna, now=now)
    page = desk.go(address(second, "housing"))
    for summary in page.locator("main summary").all():
        if summary.is_visible() and summary.locator("xpath=..").get_attribute("open") is None:
            summary.click()
    desk.check_accessible(at=(DESKTOP, *SIZES))  # half-way, with a last time, everything unfolded
    page.set_viewport_size(TABLET)
    assert page.evaluate(TOO_SMALL, 24) == []
    keep_said(conversation=second, domain="housing", given={"notes": "Van Bram."}, seen={}, by=bram, now=now)
    page.locator("[name=notes]").fill("Van Anna.")
    expect(page.locator("[data-slot=notes] [data-both]")).to_be_visible()
    desk.check_accessible(at=(DESKTOP, *SIZES))  # two versions
    page.set_viewport_size(TABLET)
    assert page.evaluate(TOO_SMALL, 24) == []
    page.locator("[data-choose=both]").click()
    kept(page)
    page.locator("button[name=do][value=finish]").click()
    expect(page.locator(".error-summary")).to_be_focused()
    desk.check_accessible(at=(DESKTOP, *SIZES))  # cannot be finished yet
    _read_only_and_refused(desks, desk, anna, second)


def _half(anna, talk, now):
    given = {"notes": "Zij slaapt beneden.", "level": 2, "can_do": "Koken", "wish": "Boven slapen"}
    keep_said(conversation=talk, domain="housing", given=given, seen={}, by=anna, now=now)
    keep_said(conversation=talk, domain="finances", given={"level": 5}, seen={}, by=anna, now=now)
    hold(conversation=talk, held_at=now, by=anna, now=now)


def _read_only_and_refused(desks, desk, anna, talk):
    withdraw(case=talk.case, who="inwoner", reason="Het hoeft niet.", outcome="withdrawn", by=anna,
             now=timezone.now())  # fmt: skip
    desk.go(address(talk))
    desk.check_accessible(at=(DESKTOP, *SIZES))
    expect(desk.page.locator("#talk")).to_have_count(0)
    dirk = desks.of(make_member("dirk"))
    assert dirk.page.goto(dirk.base + address(talk)).status == 403
    dirk.check_accessible(at=SIZES)


@pytest.mark.slow
def test_the_own_plan_page_is_accessible_and_leads_back(desks, anna, talk):
    desk = tablet(desks, anna)
    page = desk.go(reverse("own_plan", args=[talk.case.number]))
    desk.check_accessible(at=SIZES)
    page.locator("main form.form button[type=submit]").click()
    expect(page.locator(".error-summary")).to_be_focused()
    desk.check_accessible(at=SIZES)
    page.locator("[name=words]").fill("Mijn zoon zet een tweede leuning.")
    page.locator("[name=was_read]").check()
    page.locator("main form.form button[type=submit]").click()
    page.wait_for_url(f"**/casus/{talk.case.number}/")
    assert not page.url.endswith("eigen-plan/")
