"""What the scripts and their owner get of a draft."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse

from cases.models import HelpRequest
from intake.drafts import Content
from intake.models import Draft
from intake.operations import waiting_drafts
from sociaal.accounts.middleware import mark_of
from sociaal.audit.models import Entry
from tests.factories import NOW, ResidentFactory, make_case, make_member
from tests.intake.typing import REGISTRATION, WORDS, make_draft
from tests.visiting import at_that_moment, visit

__all__ = ["at_that_moment", "visit"]

pytestmark = pytest.mark.django_db


FORM = {"words": WORDS, "reporter": "resident", "channel": "phone", "then": "later", "form_key": "key-1"}


def sent(words=WORDS, **more):
    """As the browser sends it."""
    content = {"title": "Nieuwe hulpvraag", "fields": [["words", words]], "hidden": [["resident", ""]]}
    typed = {"page": REGISTRATION, "form_key": "key-1", "tab": "tab", "typed": 1, "version": 0, "begun": 0}
    return typed | {"content": json.dumps(content)} | more


def test_what_is_typed_is_kept_and_the_answer_says_when(visit, anna):
    answer = visit(anna, "draft_keep", data=sent())
    assert answer.json() == {"state": "saved", "form_key": "key-1", "version": 1, "at": "11:00"}
    assert Content.read(Draft.objects.get().content).question == WORDS
    assert "no-store" in answer["Cache-Control"]


def test_it_began_when_the_browser_says(visit, anna):
    begun = NOW - timedelta(hours=2)
    visit(anna, "draft_keep", data=sent(begun=int(begun.timestamp() * 1000)))
    assert Draft.objects.get().started_at == begun
    visit(anna, "draft_keep", data=sent(begun=10**17, form_key="b"))
    assert Draft.objects.get(form_key="b").started_at == NOW


@pytest.mark.parametrize(
    "wrong",
    [
        {"form_key": ""}, {"form_key": "a b"}, {"content": "geen"}, {"content": "x" * 200_001}, {"tab": ""},
        {"typed": "-1"}, {"typed": "veel"}, {"page": "/elders/"}, {"page": "https://elders.example/"},
        {"begun": "gisteren"}, {"part": "x" * 41}, {"content": '{"title": 1}'},
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused_and_named(visit, anna, wrong):
    answer = visit(anna, "draft_keep", data=sent(**wrong))
    assert answer.status_code == 422
    assert set(answer.json()["errors"]) == set(wrong)
    assert not Draft.objects.exists()


def test_text_of_another_is_kept_in_nobodys_name(client, anna):
    bram = make_member("bram")
    client.force_login(bram)
    address = reverse("draft_keep")
    assert client.post(address, sent(), headers={"X-Typed-By": mark_of(anna)}).status_code == 401
    assert not Draft.objects.exists()
    assert client.post(address, sent(), headers={"X-Typed-By": mark_of(bram)}).status_code == 200


def test_the_key_is_ones_own_and_stays_the_same(visit, anna):
    first, again = visit(anna, "draft_key"), visit(anna, "draft_key")
    assert first.json() == again.json()
    assert "no-store" in first["Cache-Control"]
    theirs = visit(make_member("bram"), "draft_key").json()
    assert theirs["key"] != first.json()["key"]
    assert theirs["owner"] != first.json()["owner"]
    assert len(first.json()["key"]) == 44  # 32 bytes


def test_the_form_offers_what_was_begun_there(visit, anna):
    assert visit(anna, "draft_offer", page=REGISTRATION).status_code == 204
    resident = ResidentFactory(last_name="Vries")
    make_draft(anna, fields=(("resident", str(resident.pk)),))
    answer = visit(anna, "draft_offer", page=REGISTRATION)
    assert WORDS in answer.content.decode()
    assert "Vries" in answer.content.decode()
    assert Entry.objects.filter(action="draft_offer", residents=[resident.pk]).exists()
    assert visit(anna, "draft_offer", page=REGISTRATION, own="key-1").status_code == 204
    assert visit(anna, "draft_offer", page=REGISTRATION, part="answer").status_code == 204
    assert visit(make_member("bram"), "draft_offer", page=REGISTRATION).status_code == 204


def test_its_fields_come_back_as_typed(visit, anna):
    visit(anna, "draft_keep", data=sent())
    given = visit(anna, "draft_fields", "key-1").json()
    assert given["fields"] == [["words", WORDS]]
    assert given["hidden"] == [["resident", ""]]
    assert (given["form_key"], given["version"], given["part"], given["at"]) == ("key-1", 1, "", "11:00")
    assert visit(make_member("bram"), "draft_fields", "key-1").status_code == 404


def test_the_registration_opens_with_what_was_typed(visit, anna):
    resident = ResidentFactory(last_name="Vries")
    make_draft(anna, fields=(("resident", str(resident.pk)), ("red_flags", "eviction"), ("reporter", "gp")))
    form = visit(anna, "help_request_new", concept="key-1").context["form"]
    assert form["words"].value() == WORDS
    assert form["form_key"].value() == "key-1"
    assert form["red_flags"].value() == ["eviction"]
    assert visit(anna, "help_request_new", concept="weg").context["form"]["words"].value() is None


def test_the_list_shows_whose_and_what_and_logs_it(visit, anna, client, django_assert_max_num_queries):
    resident = ResidentFactory(last_name="Vries")
    for number in range(4):
        make_draft(anna, key=f"key-{number}", fields=(("resident", str(resident.pk)),))
    client.force_login(anna)
    with django_assert_max_num_queries(7):
        answer = client.get(reverse("drafts"))
    assert answer.content.decode().count("Vries") == 4
    assert Entry.objects.filter(action="drafts", residents=[resident.pk]).exists()
    assert "Geen concepten" in visit(make_member("bram"), "drafts").content.decode()


def test_sending_the_form_takes_the_draft_with_it(visit, anna):
    visit(anna, "draft_keep", data=sent())
    assert visit(anna, "help_request_new", data=FORM | {"words": ""}).status_code == 422
    assert Draft.objects.exists()
    assert visit(anna, "help_request_new", data=FORM).status_code == 302
    assert not Draft.objects.exists()
    assert visit(anna, "draft_keep", data=sent(typed=2)).json()["state"] == "sent"
    assert not Draft.objects.exists()


def test_a_form_that_entered_the_inbox_says_so_and_keeps_what_was_added(visit, anna):
    draft = make_draft(anna)
    request = waiting_drafts.enter_inbox(draft=draft, now=NOW)
    kept = visit(anna, "draft_keep", data=sent("Meer.", typed=2)).json()
    assert kept["entered"] == f"/hulpvraag/{request.pk}/"
    answer = visit(anna, "help_request_new", data=FORM | {"words": "Meer."})
    assert answer.status_code == 422
    assert "staat nu in het postvak" in answer.content.decode()
    assert HelpRequest.objects.count() == 1
    assert Content.read(Draft.objects.get().content).question == "Meer."


def test_throwing_a_question_away_asks_why(visit, anna):
    make_draft(anna)
    page = visit(anna, "draft_discard", "key-1")
    assert WORDS in page.content.decode()
    answer = visit(anna, "draft_discard", "key-1", data={"form_key": "f"})
    assert answer.status_code == 422
    assert Draft.objects.exists()
    for _press in range(2):
        done = visit(anna, "draft_discard", "key-1", data={"form_key": "f", "reason": "withdrawn"})
        assert done["Location"] == reverse("drafts")
    assert not Draft.objects.exists()


def test_other_drafts_go_with_one_press(visit, anna):
    case = make_case(anna)
    make_draft(anna, page=f"/casus/{case.number}/afweging/")
    assert "Waarom" not in visit(anna, "draft_discard", "key-1").content.decode()
    assert visit(anna, "draft_discard", "key-1", data={"form_key": "f"}).status_code == 302
    assert not Draft.objects.exists()


def test_nobody_throws_away_anothers(visit, anna):
    make_draft(anna)
    bram = make_member("bram")
    assert visit(bram, "draft_discard", "key-1").status_code == 404
    assert visit(bram, "draft_discard", "key-1", data={"reason": "withdrawn"}).status_code == 404
    assert Draft.objects.exists()


def test_at_sign_out_the_browser_forgets_all_but_encrypted_text_of_others(client, anna):
    for data, wiped in (({}, '"cache", "storage"'), ({"keep_texts": "1"}, '"cache"')):
        client.force_login(anna)
        answer = client.post(reverse("account_logout"), data)
        assert answer["Clear-Site-Data"] == wiped
