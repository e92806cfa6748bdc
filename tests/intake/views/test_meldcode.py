"""The pages of the meldcode, for who may see them; and that there is nothing of it for anybody else."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from cases.models import HelpRequest
from intake.enums.meldcode import Danger, EntryKind, MeldcodeDecision
from intake.models import DomainNote, Meldcode, MeldcodeEntry
from intake.operations.meldcode import Decision, Done, decide, note, open_meldcode
from sociaal.audit.models import Entry
from tests.factories import NOW
from tests.relations import surrounded_case
from tests.visiting import at_that_moment, visit

__all__ = ["at_that_moment", "visit"]
pytestmark = pytest.mark.django_db
SECRET = "Woordvanhetmes"


@pytest.fixture
def world():
    return surrounded_case("conversation")


@pytest.fixture
def case(world):
    return world[0]


@pytest.fixture
def people(world):
    return world[1]


@pytest.fixture
def anna(people):
    return people["contact_person"]


@pytest.fixture
def running(case, anna):
    return open_meldcode(case=case, by=anna, now=NOW)


def _note(row, by, kind, **more):
    return note(meldcode=row, done=Done(kind, NOW, **{"text": SECRET} | more), by=by, now=NOW)


def _settled(row, by):
    _note(row, by, EntryKind.ACUTE)
    return decide(meldcode=row, decision=Decision(MeldcodeDecision.REPORT, NOW), by=by, now=NOW)


def test_beginning_leads_to_the_first_step_with_its_form(visit, case, anna, client):
    page = visit(anna, "meldcode", case.number)
    assert page.context["may_open"]
    key = {"form_key": page.context["form_key"]}
    answers = [visit(anna, "meldcode_open", case.number, data=key) for _twice in range(2)]
    assert {answer.url for answer in answers} == {reverse("meldcode", args=[case.number])}
    assert Meldcode.objects.count() == 1
    page = client.get(answers[0].url)
    assert [step.is_now for step in page.context["page"].steps] == [True, False, False, False, False]
    assert page.context["form"].kind == EntryKind.SIGNALS


def test_each_step_is_noted_from_the_page_and_the_decision_settles_it(visit, case, anna, running):
    at = "2026-11-18T10:30"
    for kind, words in (
        ("signals", {"text": "Blauwe plek"}),
        ("colleague", {"text": "Twijfel", "with_whom": "Bram"}),
        ("talk", {"held": "no", "why_not": "Kind in gevaar", "text": "valt weg"}),
        ("weighing", {"danger": "acute", "text": "Vannacht weer"}),
        ("decision", {"decision": "both", "told": "Moeder weet het"}),
    ):
        answer = visit(anna, "meldcode_step", case.number, kind, data={"at": at, **words})
        assert answer.status_code == 302, answer.context["form"].errors
    row = Meldcode.objects.get()
    assert (row.state, row.decision, row.danger) == ("settled", "both", "acute")
    talk = MeldcodeEntry.objects.get(kind="talk")
    assert (talk.text, talk.why_not) == ("", "Kind in gevaar")
    page = visit(anna, "meldcode", case.number)
    assert "Moeder weet het" in page.content.decode()


@pytest.mark.parametrize(
    ("kind", "sent", "field"),
    [
        ("signals", {"text": ""}, "text"),
        ("talk", {"held": "yes", "text": "Zij schrok"}, "with_whom"),
        ("talk", {"held": "no"}, "why_not"),
        ("weighing", {"text": "Erg"}, "danger"),
        ("decision", {}, "decision"),
        ("signals", {"text": "Straks", "at": "2026-11-19T10:00"}, "at"),
    ],
)
def test_what_is_missing_stands_at_its_field_and_what_was_typed_stays(
    visit, case, anna, running, kind, sent, field
):
    answer = visit(anna, "meldcode_step", case.number, kind, data={"at": "2026-11-18T10:30"} | sent)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    if sent.get("text"):
        assert sent["text"] in answer.content.decode()


def test_a_step_that_is_not_on_yet_is_refused_in_words(visit, case, anna, running):
    answer = visit(
        anna, "meldcode_step", case.number, "decision", data={"at": "2026-11-18T10:30", "decision": "report"}
    )
    assert answer.status_code == 422
    assert answer.context["form"].non_field_errors()


@pytest.mark.parametrize("kind", ["afterwards", "nothing"])
def test_a_step_that_does_not_exist_is_not_there(visit, case, anna, running, kind):
    assert visit(anna, "meldcode_step", case.number, kind).status_code == 404


def test_without_a_meldcode_there_is_no_step_to_note(visit, case, anna):
    assert visit(anna, "meldcode_step", case.number, "signals").status_code == 404


def test_afterwards_is_noted_with_the_one_that_was_decided(visit, case, anna, running):
    assert visit(anna, "meldcode_afterwards", case.number, running.pk).status_code == 404
    _settled(running, anna)
    sent = {"at": "2026-11-18T10:30", "text": "Veilig Thuis belde"}
    assert visit(anna, "meldcode_afterwards", case.number, running.pk, data=sent).status_code == 302
    assert "Veilig Thuis belde" in visit(anna, "meldcode", case.number).content.decode()


def test_who_reads_along_sees_it_and_has_no_button(visit, case, people, anna, running):
    _note(running, anna, EntryKind.SIGNALS)
    page = visit(people["reading_grant"], "meldcode", case.number)
    text = page.content.decode()
    assert SECRET in text
    assert page.context["form"] is None
    assert "/stap/" not in text


def test_the_panel_says_why_safety_is_in_doubt(visit, case, anna):
    HelpRequest.objects.filter(case=case).update(red_flags=["unsafe"])
    quiet = visit(anna, "meldcode_panel", case.number)
    assert quiet.context["doubts"]
    open_meldcode(case=case, by=anna, now=NOW)
    assert visit(anna, "meldcode_panel", case.number).context["running"].state == "signals"


def test_what_was_known_at_the_decision_has_been_weighed(visit, case, anna):
    talk = case.conversations.create(planned_at=NOW, by=anna)
    note_ = DomainNote.objects.create(
        conversation=talk, domain="parenting", level=1, category="youth_safety", changed_at=NOW
    )
    HelpRequest.objects.filter(case=case).update(red_flags=["unsafe"])
    _settled(open_meldcode(case=case, by=anna, now=NOW), anna)
    assert visit(anna, "meldcode_panel", case.number).context["doubts"] == []
    DomainNote.objects.filter(pk=note_.pk).update(changed_at=NOW + timedelta(hours=1))
    assert len(visit(anna, "meldcode_panel", case.number).context["doubts"]) == 1


def test_opening_the_page_is_logged_with_what_it_is_about(visit, case, anna, running):
    visit(anna, "meldcode", case.number)
    line = Entry.objects.filter(kind="read").latest("pk")
    assert line.residents == [case.resident_id]
    assert line.action == "meldcode"


@pytest.mark.parametrize("entries", [1, 8])
def test_the_page_asks_no_more_of_the_database_with_more_entries(
    client, case, anna, running, entries, django_assert_max_num_queries
):
    for _each in range(entries):
        _note(running, anna, EntryKind.SIGNALS)
    client.force_login(anna)
    with django_assert_max_num_queries(16):
        assert client.get(reverse("meldcode", args=[case.number])).status_code == 200


NOT_FOR = ("own_team", "partner", "manager", "other_team", "second_reader", "other_manager", "administrator")
CHANGING = re.compile(
    r'name="(csrfmiddlewaretoken|form_key)" value="[^"]*"|value="[^"]*" name="form_key"|hx-headers=\'[^\']*\''
)
PLACES = (
    ("case", "number"),
    ("case_conversations", "number"),
    ("meldcode", "number"),
    ("meldcode_panel", "number"),
    ("resident", "resident"),
    ("home", None),
    ("team", None),
    ("inbox", None),
    ("regie", None),
    ("metrics:dashboard", None),
)


def _all_pages(visit, user, case):
    keys = {"number": [case.number], "resident": [case.resident_id], None: []}
    pages = {}
    for name, key in PLACES:
        answer = visit(user, name, *keys[key])
        pages[name] = (answer.status_code, CHANGING.sub("", answer.content.decode()))
    return pages


@pytest.mark.parametrize("relations", [NOT_FOR[:3], pytest.param(NOT_FOR[3:], marks=pytest.mark.slow)])
def test_nothing_changes_on_any_page_of_who_may_not_know(visit, case, people, anna, relations):
    def seen():
        return {relation: _all_pages(visit, people[relation], case) for relation in relations}

    before = seen()
    row = open_meldcode(case=case, by=anna, now=NOW)
    _note(row, anna, EntryKind.SIGNALS)
    _note(row, anna, EntryKind.COLLEAGUE)
    _note(row, anna, EntryKind.TALK)
    _note(row, anna, EntryKind.WEIGHING, danger=Danger.ACUTE)
    assert seen() == before
    decide(meldcode=row, decision=Decision(MeldcodeDecision.REPORT, NOW), by=anna, now=NOW)
    assert seen() == before


def test_the_timeline_tells_the_steps_to_who_may_see_them(visit, case, people, anna, running):
    _note(running, anna, EntryKind.SIGNALS)
    told = [str(moment.title) for moment in visit(anna, "case", case.number).context["moments"]]
    assert [title for title in told if "Meldcode" in title]
    hidden = [str(one.title) for one in visit(people["own_team"], "case", case.number).context["moments"]]
    assert not [title for title in hidden if "Meldcode" in title or "eporting" in title]


def test_the_case_page_offers_the_panel_to_who_may_see_it(visit, case, people, anna):
    address = reverse("meldcode_panel", args=[case.number])
    assert address in visit(anna, "case", case.number).content.decode()
    assert address not in visit(people["own_team"], "case", case.number).content.decode()
    assert address not in visit(people["partner"], "case", case.number).content.decode()


def test_a_low_level_of_parenting_puts_safety_in_doubt(visit, case, anna):
    talk = case.conversations.create(planned_at=NOW, by=anna)
    DomainNote.objects.create(conversation=talk, domain="parenting", level=2, category="youth_safety")
    assert visit(anna, "meldcode", case.number).context["page"].doubts


@pytest.mark.parametrize("page", ["close", "withdraw"])
def test_who_closes_the_case_is_told_that_it_still_runs(visit, case, anna, running, page):
    (told,) = visit(anna, page, case.number).context["still_running"]
    assert told.url == reverse("meldcode", args=[case.number])
    _settled(running, anna)
    assert visit(anna, page, case.number).context["still_running"] == []
