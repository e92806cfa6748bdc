"""The manager's list of exceptions, and the page on which one is decided."""

from dataclasses import replace

import pytest
from django.urls import reverse

from cases.models import Weighing
from cases.operations.weighing import save_weighing
from sociaal.audit.models import Entry
from tests.factories import COMPLETE, NOW, make_case, make_member

pytestmark = pytest.mark.django_db
RULE = "Eerst een half jaar wachten"


@pytest.fixture
def case(db):
    return make_case(make_member("anna"), status="weighing")


@pytest.fixture
def esra(db):
    return make_member("esra")


@pytest.fixture
def asked(case):
    anna = case.resident.contact_terms.get().user
    given = replace(COMPLETE, exception_rule=RULE, exception_reason="Dan is het te laat.")
    return save_weighing(case=case, given=given, by=anna, now=NOW)


def answer_of(asked, **typed):
    return {"seen": asked.exception_asked_at.isoformat(), "form_key": "e", "allowed": "yes"} | typed


def test_the_list_shows_what_waits_without_a_name(visit, esra, case, asked):
    page = visit(esra, "exceptions").content.decode()
    assert RULE in page
    assert case.number in page
    assert case.resident.last_name not in page


def test_a_decision_brings_the_manager_back_and_the_colleague_on(visit, esra, case, asked):
    url = visit(esra, "exception_decide", case.number, asked.pk, data=answer_of(asked, words="Doen.")).url
    assert url == reverse("exceptions")
    counts = visit(esra, "exceptions").context["counts"]
    assert (counts.asked, counts.allowed, counts.refused) == (1, 1, 0)
    page = visit(case.resident.contact_terms.get().user, "weighing", case.number).content.decode()
    assert "Doen." in page


def test_the_page_shows_the_words_to_the_manager_not_the_name_and_is_logged(visit, esra, case, asked):
    page = visit(esra, "exception_decide", case.number, asked.pk).content.decode()
    assert "Dan is het te laat." in page
    assert case.resident.last_name not in page
    assert Entry.objects.filter(action="exception_decide", residents=[case.resident_id]).exists()


def test_a_decision_without_words_stays_at_its_field(visit, esra, case, asked):
    answer = visit(esra, "exception_decide", case.number, asked.pk, data=answer_of(asked, words=" "))
    assert answer.status_code == 422
    assert "words" in answer.context["form"].errors


@pytest.mark.parametrize("seen", ["", "2020-01-01T10:00:00+00:00", "morgen", "2020-13-41T10:00:00"])
def test_words_that_changed_meanwhile_are_read_again_first(visit, esra, case, asked, seen):
    data = answer_of(asked, words="Doen.", seen=seen)
    assert visit(esra, "exception_decide", case.number, asked.pk, data=data).status_code == 409
    assert Weighing.objects.get().exception_allowed is None


def test_a_manager_of_another_team_finds_nothing(visit, esra, case, asked):
    esra.team = make_member("dirk").team
    esra.save(update_fields=["team"])
    assert visit(esra, "exception_decide", case.number, asked.pk).status_code == 404
    assert RULE not in visit(esra, "exceptions").content.decode()


def test_the_team_page_says_how_many_wait(visit, esra, asked):
    assert "1 vraag om maatwerk wacht op jou" in visit(esra, "team").content.decode()


def test_the_list_filters_on_the_answer(visit, esra, asked):
    assert len(visit(esra, "exceptions", answer="waits").context["listing"].rows) == 1
    assert visit(esra, "exceptions", answer="allowed").context["listing"].rows == []
