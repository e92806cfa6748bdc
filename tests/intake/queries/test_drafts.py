"""My drafts, and nobody else's."""

import pytest

from cases.models import Resident
from intake.models import Draft
from intake.operations import drafts as operations
from intake.operations import waiting_drafts
from intake.queries import drafts
from sociaal.core.errors import NotFound
from tests.factories import NOW, ResidentFactory, make_case, make_member
from tests.intake.typing import REGISTRATION, WORDS, make_draft, typed

pytestmark = pytest.mark.django_db


def test_one_sees_ones_own_and_nothing_empty(anna):
    mine, theirs = make_draft(anna), make_draft(make_member("bram"))
    make_draft(anna, key="gone")
    operations.keep(typed=typed("", key="gone", at=2, nothing=True), by=anna, now=NOW)
    assert list(drafts.drafts_of(anna)) == [mine]
    assert len(drafts.MINE(user=anna.pk)) == 1
    assert drafts.draft_called(anna, "key-1") == mine
    for key in ("gone", "unknown"):
        with pytest.raises(NotFound):
            drafts.draft_called(anna, key)
    Draft.objects.filter(pk=theirs.pk).update(form_key="theirs")
    with pytest.raises(NotFound):
        drafts.draft_called(anna, "theirs")


def test_what_was_begun_in_a_form_is_of_that_page_and_part_and_not_in_the_inbox_yet(anna):
    draft = make_draft(anna)
    make_draft(anna, key="b", part="answer")
    make_draft(anna, key="c", page="/")
    assert drafts.begun_here(anna, REGISTRATION, "") == [draft]
    waiting_drafts.enter_inbox(draft=draft, now=NOW)
    assert drafts.begun_here(anna, REGISTRATION, "") == []


def test_a_draft_fills_in_a_form_under_its_own_key(anna):
    make_draft(anna, fields=(("red_flags", "eviction"), ("red_flags", "no_food")))
    fields = drafts.filled_in(anna, "key-1")
    assert (fields["words"], fields["form_key"]) == (WORDS, "key-1")
    assert fields.getlist("red_flags") == ["eviction", "no_food"]
    assert drafts.filled_in(anna, "") is None
    assert drafts.filled_in(make_member("bram"), "key-1") is None


def test_a_row_says_what_it_is_when_the_team_sees_it_and_where_to_go_on(anna, django_assert_max_num_queries):
    known, secret = ResidentFactory(last_name="Vries"), ResidentFactory()
    asks = make_draft(anna, "Lang verhaal " * 30, fields=(("resident", str(known.pk)),))
    hides = make_draft(anna, key="b", fields=(("resident", str(secret.pk)),))
    case = make_case(anna)
    weighs = make_draft(anna, key="c", page=f"/casus/{case.number}/afweging/")
    Resident.objects.filter(pk=secret.pk).update(restricted=True)
    with django_assert_max_num_queries(2):
        first, second, third = drafts.rows_of([asks, hides, weighs], anna, NOW)
    assert first.url == f"{REGISTRATION}?concept=key-1"
    assert first.enters_at == NOW.replace(day=19)
    assert first.excerpt.endswith(" …")
    assert "Vries" in first.name
    assert second.name == ""  # no longer theirs to know
    assert (third.enters_at, third.name) == (None, case.resident.full_name)


def test_what_stands_in_the_inbox_leads_there(anna):
    draft = make_draft(anna)
    request = waiting_drafts.enter_inbox(draft=draft, now=NOW)
    draft.refresh_from_db()
    (row,) = drafts.rows_of([draft], anna, NOW)
    assert (row.url, row.enters_at) == (f"/hulpvraag/{request.pk}/", None)
