"""Keeping what is typed, and letting it go with its form."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from cases.models import Resident
from intake.drafts import Content
from intake.models import Draft
from intake.operations import drafts, waiting_drafts
from sociaal.audit.models import Entry
from sociaal.core.errors import NotFound, Refused
from sociaal.outbox.models import Effect
from sociaal.outbox.once import once
from tests.factories import NOW, ResidentFactory, make_case, make_member
from tests.intake.typing import WORDS, make_draft, typed
from tests.threads import at_once

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=1)


@pytest.fixture
def anna():
    return make_member("anna")


def keep(by, *args, now=LATER, **kwargs):
    return drafts.keep(typed=typed(*args, **kwargs), by=by, now=now)


def question_of(draft):
    return Content.read(Draft.objects.get(pk=draft.pk).content).question


def test_what_is_typed_is_kept_and_stands_encrypted_in_the_database(anna, django_assert_num_queries):
    draft = make_draft(anna)
    assert (draft.has_question, draft.is_empty, draft.started_at, draft.team) == (True, False, NOW, anna.team)
    stored = Draft.objects.extra(select={"raw": "content || ''"}).values_list("raw", flat=True).get()
    assert WORDS not in stored
    with django_assert_num_queries(5):  # savepoint, lock, draft, draft, savepoint
        kept = keep(anna, WORDS + " En verder.", at=2)
    assert (kept.state, kept.version, question_of(draft)) == ("saved", 2, WORDS + " En verder.")


def test_the_log_says_that_a_draft_was_begun_once_and_holds_no_word_of_it(anna):
    draft = make_draft(anna)
    keep(anna, "Iets anders.", at=2)
    line = Entry.objects.get(action="draft_begun")
    assert (line.actor, line.object_id, line.codes) == (anna, draft.pk, {})


def test_what_was_overtaken_on_the_way_changes_nothing(anna):
    draft = make_draft(anna, "Nieuw.", at=5)
    assert keep(anna, "Oud.", at=4).state == "saved"
    assert question_of(draft) == "Nieuw."


def test_another_tab_in_the_same_draft_overwrites_nothing(anna):
    draft = make_draft(anna, tab="one", at=5)
    kept = keep(anna, "Anders.", tab="two", at=9)
    assert (kept.state, kept.form_key != draft.form_key) == ("apart", True)
    assert question_of(draft) == WORDS
    assert question_of(kept.draft) == "Anders."


def test_another_tab_goes_on_from_what_it_was_given(anna):
    draft = make_draft(anna, tab="one", at=5)
    kept = keep(anna, "Verder.", tab="two", at=1, version=draft.version)
    assert (kept.state, kept.form_key, question_of(draft)) == ("saved", draft.form_key, "Verder.")
    assert (
        keep(anna, "Verder.", tab="one", at=6, version=1).state == "saved"
    )  # the same words: no second draft
    assert Draft.objects.count() == 1


def test_two_people_never_meet_in_one_draft(anna):
    bram = make_member("bram")
    hers, his = make_draft(anna, "Van Anna."), make_draft(bram, "Van Bram.")
    assert hers.pk != his.pk
    drafts.forget_sent(bram, "key-1", NOW)
    assert list(Draft.objects.all()) == [hers]
    with pytest.raises(NotFound):
        drafts.discard(draft=hers, by=bram, now=NOW, reason="withdrawn")


def test_what_was_typed_without_network_began_when_it_was_typed(anna):
    assert make_draft(anna, began_at=NOW - timedelta(hours=5)).started_at == NOW - timedelta(hours=5)


def test_nothing_typed_makes_no_draft_and_what_is_taken_away_again_leaves_an_empty_one(anna):
    assert keep(anna, "", nothing=True).draft is None
    draft = make_draft(anna)
    keep(anna, "", at=2, nothing=True)
    draft.refresh_from_db()
    assert (draft.is_empty, draft.has_question) == (True, False)
    keep(anna, at=3, nothing=True)  # whatever the browser says, a question is not nothing
    draft.refresh_from_db()
    assert (draft.is_empty, draft.has_question) == (False, True)


def test_whom_it_is_about_is_noted_as_far_as_one_may_know(anna):
    known, secret = ResidentFactory(), ResidentFactory()
    Resident.objects.filter(pk=secret.pk).update(restricted=True)
    assert make_draft(anna, fields=(("resident", str(known.pk)),)).resident == known
    assert make_draft(anna, key="b", fields=(("resident", str(secret.pk)),)).resident is None
    assert make_draft(anna, key="c", fields=(("resident", "9" * 40),)).resident is None


def test_a_draft_in_a_case_knows_the_case_when_its_owner_reads_it(anna):
    case = make_case(anna)
    page = f"/casus/{case.number}/afweging/"
    mine = make_draft(anna, page=page)
    theirs = make_draft(make_member("dirk"), page=page)
    assert (mine.case, mine.resident, mine.has_question) == (case, case.resident, False)
    assert (theirs.case, theirs.resident) == (None, None)


def test_an_address_that_is_no_page_is_refused(anna):
    with pytest.raises(Refused):
        keep(anna, page="/elders/")


def test_it_goes_with_its_form_and_stays_when_the_form_fails(anna):
    make_draft(anna)

    def fails() -> str:
        drafts.forget_sent(anna, "key-1", NOW)
        raise Refused("nu niet")

    with pytest.raises(Refused):
        once("key-1", "help_request_new", fails, now=NOW)
    assert Draft.objects.exists()
    drafts.forget_sent(anna, "key-1", NOW)
    drafts.forget_sent(AnonymousUser(), "key-1", NOW)
    assert not Draft.objects.exists()


def test_what_comes_in_after_the_form_was_sent_revives_nothing(anna):
    Effect.objects.create(key="key-1", effect="help_request_new", done_at=NOW)
    assert keep(anna).state == "sent"
    assert not Draft.objects.exists()


def test_a_question_is_not_thrown_away_without_a_reason(anna):
    resident = ResidentFactory()
    draft = make_draft(anna, fields=(("resident", str(resident.pk)),))
    for reason in ("", "zomaar"):
        with pytest.raises(Refused) as refusal:
            drafts.discard(draft=draft, by=anna, now=NOW, reason=reason)
        assert refusal.value.field == "reason"
    drafts.discard(draft=draft, by=anna, now=NOW, reason="withdrawn")
    line = Entry.objects.get(action="draft_discarded")
    assert (line.codes, line.residents) == ({"question": True, "reason": "withdrawn"}, [resident.pk])
    assert not Draft.objects.exists()


def test_other_drafts_and_questions_that_others_see_go_without_a_reason(anna):
    other = make_draft(anna, key="b", page="/")
    drafts.discard(draft=other, by=anna, now=NOW)
    seen = make_draft(anna)
    waiting_drafts.enter_inbox(draft=seen, now=NOW)
    drafts.discard(draft=seen, by=anna, now=NOW)
    assert not Draft.objects.exists()


def test_a_form_whose_question_went_to_the_inbox_meanwhile_is_not_sent(anna):
    draft = make_draft(anna)
    waiting_drafts.enter_inbox(draft=draft, now=NOW)
    with pytest.raises(Refused):
        drafts.forget_sent(anna, "key-1", NOW)
    assert Draft.objects.filter(pk=draft.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_sending_while_it_is_still_being_kept_leaves_no_draft_behind(anna):
    def send() -> str:
        def work() -> str:
            drafts.forget_sent(anna, "key-1", NOW)
            return "/"

        return once("key-1", "help_request_new", work, now=NOW)

    def keep_again(number: int):
        return lambda: keep(anna, f"Getypt {number}.", at=number + 2)

    make_draft(anna)
    outcomes = at_once(send, *map(keep_again, range(7)))
    assert [one for one in outcomes if isinstance(one, Exception)] == []
    assert not Draft.objects.exists()
