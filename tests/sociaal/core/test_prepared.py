"""A query that is put together once gives what the queryset gives."""

from datetime import date

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from cases.models import Case, Event, Resident
from sociaal.core.prepared import Prepared
from tests.factories import NOW, ResidentFactory, make_case, make_member

pytestmark = pytest.mark.django_db


def test_rows_carry_the_names_of_their_columns_whatever_their_order():
    resident = ResidentFactory(street="Kade")
    ask = Prepared(
        lambda given: (
            Resident.objects.filter(pk=given.number("key"))
            .annotate(place=F("street"))
            .values_list("place", "pk")
        )
    )
    (row,) = ask(key=resident.pk)
    assert (row.place, row.pk) == ("Kade", resident.pk)


def test_each_call_asks_with_its_own_values():
    first, second = ResidentFactory(), ResidentFactory(birth_date=date(1990, 1, 1))
    ask = Prepared(
        lambda given: Resident.objects.filter(
            pk__any_of=given.keys("keys"), birth_date__lt=given.day("before")
        ).values_list("pk")
    )
    assert [row.pk for row in ask(keys=[first.pk, second.pk], before=date(1980, 1, 1))] == [first.pk]
    assert [row.pk for row in ask(keys={second.pk}, before=date(2000, 1, 1))] == [second.pk]
    assert ask(keys=(), before=date(2000, 1, 1)) == []


def test_values_come_back_as_the_fields_read_them():
    case = make_case(make_member("anna"))
    ask = Prepared(
        lambda given: (
            Event.objects.filter(case=given.number("case"), occurred_at__lte=given.moment("now"))
            .order_by("pk")
            .values_list("codes", "occurred_at")
        )
    )
    rows = ask(case=case.pk, now=NOW)
    stored = list(Event.objects.filter(case=case).order_by("pk").values_list("codes", "occurred_at"))
    assert [tuple(row) for row in rows] == stored


def test_the_query_is_one_statement_and_is_put_together_once():
    made = []

    def build(given):
        made.append(given)
        return Case.objects.filter(resident__any_of=given.keys("residents")).values_list("number")

    ask = Prepared(build)
    with CaptureQueriesContext(connection) as asked:
        for _time in range(3):
            ask(residents=[1, 2])
    assert len(asked) == 3
    assert len(made) == 1


def test_a_missing_value_is_said():
    ask = Prepared(lambda given: Resident.objects.filter(pk=given.number("key")).values_list("pk"))
    with pytest.raises(TypeError, match="key"):
        ask(other=1)


def test_a_query_of_a_model_gives_its_objects_with_who_comes_along_and_what_stays_behind():
    case = make_case(make_member("anna"))
    ask = Prepared(
        lambda given: (
            Case.objects.select_related("resident", "team")
            .defer("resident__bsn")
            .filter(number=given.text("number"))
        )
    )
    with CaptureQueriesContext(connection) as asked:
        (row,) = ask(number=case.number)
        assert (row, row.resident, row.team.name) == (case, case.resident, case.team.name)
    assert len(asked) == 1
    assert row.resident.get_deferred_fields() == {"bsn"}
    assert {f.attname: getattr(row, f.attname) for f in Case._meta.concrete_fields} == {
        f.attname: getattr(case, f.attname) for f in Case._meta.concrete_fields
    }
    assert not row._state.adding
