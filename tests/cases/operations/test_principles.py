"""The leading principles: ten at most."""

import pytest
from django.db import IntegrityError, connection, transaction

from cases.models import Principle
from cases.operations.principles import keep_principles, mark_of
from sociaal.core.errors import Conflict, NotPermitted, Refused
from tests.factories import NOW, make_member

pytestmark = pytest.mark.django_db
FIRST = ["We doen niets waar de inwoner niet beter van wordt.", "Eerst zelf en samen."]


@pytest.fixture
def fatma(db):
    return make_member("fatma")


def keep(words, by, **more):
    return keep_principles(words=words, by=by, now=NOW, **more)


def test_the_list_is_kept_in_its_order_without_empty_lines(fatma):
    keep([FIRST[0], "  ", FIRST[1]], fatma)
    keep(FIRST[::-1], fatma)
    assert list(Principle.objects.values_list("place", "words")) == [(1, FIRST[1]), (2, FIRST[0])]


@pytest.mark.parametrize("words", [[f"Principe {n}" for n in range(11)], ["Zelfde.", "zelfde."]])
def test_more_than_ten_or_twice_the_same_is_refused(fatma, words):
    with pytest.raises(Refused):
        keep(words, fatma)


def test_two_at_once_lose_nothing(fatma):
    keep(FIRST, fatma, seen=mark_of([]))
    with pytest.raises(Conflict):
        keep(["Van mij."], fatma, seen=mark_of([]))
    assert Principle.objects.count() == 2


def test_others_do_not_change_them():
    with pytest.raises(NotPermitted):
        keep(FIRST, make_member("anna"))


@pytest.mark.parametrize("place", [0, 11])
def test_the_database_knows_ten_places(place):
    with pytest.raises(IntegrityError, match="principle_at_most_ten"), transaction.atomic():
        Principle.objects.create(place=place, words="Nog een.", changed_at=NOW)


def test_a_place_is_taken_once():
    for words in ("Een.", "Twee."):
        Principle.objects.create(place=1, words=words, changed_at=NOW)
    with pytest.raises(IntegrityError, match="principle_own_place"):
        connection.check_constraints()
