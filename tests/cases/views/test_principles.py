"""The administrator's page of leading principles, and where they stand."""

import pytest
from django.urls import reverse

from cases.models import Principle
from cases.operations.principles import keep_principles
from tests.factories import NOW, make_case, make_member

pytestmark = pytest.mark.django_db
ONE = "We doen niets waar de inwoner niet beter van wordt."


@pytest.fixture
def fatma(db):
    return make_member("fatma")


def send(visit, fatma, *lines, key="p"):
    page = visit(fatma, "principles")
    data = {f"line_{place}": text for place, text in enumerate(lines, start=1)}
    return visit(
        fatma, "principles", data=data | {"form_key": key, "seen": page.context["form"]["seen"].value()}
    )


def test_they_are_kept_and_shown_again(visit, fatma):
    assert send(visit, fatma, ONE, "", "Eerst zelf.").url == reverse("principles")
    fields = visit(fatma, "principles").context["form"]
    assert [fields[f"line_{place}"].value() for place in (1, 2, 3)] == [ONE, "Eerst zelf.", ""]


def test_a_conflict_shows_both_and_the_next_sending_goes_through(visit, fatma):
    page = visit(fatma, "principles")
    keep_principles(words=["Van een collega."], by=fatma, now=NOW)
    data = {"line_1": ONE, "form_key": "a", "seen": page.context["form"]["seen"].value()}
    answer = visit(fatma, "principles", data=data)
    assert answer.status_code == 409
    assert "Van een collega." in answer.content.decode()
    data |= {"form_key": "b", "seen": answer.context["form"]["seen"].value()}
    assert visit(fatma, "principles", data=data).status_code == 302
    assert [row.words for row in Principle.objects.all()] == [ONE]


@pytest.mark.parametrize("name", ["weighing", "fast_track"])
def test_they_stand_beside_the_work(visit, fatma, name):
    anna = make_member("anna")
    case = make_case(anna, status="weighing")
    keep_principles(words=[ONE], by=fatma, now=NOW)
    assert ONE in visit(anna, name, case.number).content.decode()
