"""Several prepared queries in one statement give what each gives by itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Case, ContactTerm, Event, Resident
from cases.queries import case_rows
from sociaal.core.prepared import Prepared
from sociaal.core.prepared_together import Together
from tests.factories import NOW, make_case, make_member

pytestmark = pytest.mark.django_db

PARTS = {
    "events": Prepared(
        lambda given: (
            Event.objects.filter(case=given.number("case"), occurred_at__lte=given.moment("now"))
            .order_by("-pk")
            .values_list("pk", "codes", "kind", "occurred_at")
        )
    ),
    "residents": Prepared(
        lambda given: Resident.objects.filter(cases=given.number("case")).values_list(
            "first_names", "pk", "birth_date"
        )
    ),
    "terms": Prepared(
        lambda given: ContactTerm.objects.filter(user=given.number("user")).values_list(
            "during", "user__name"
        )
    ),
    "none": Prepared(lambda given: Case.objects.filter(number=given.text("number")).values_list("pk")),
}


@pytest.fixture
def values():
    anna = make_member("anna")
    case = make_case(anna, status="supported")
    return {"case": case.pk, "user": anna.pk, "now": NOW, "number": "nothing"}


def test_each_list_is_what_it_is_by_itself_in_its_own_order(values):
    found = Together(**PARTS)(**values)
    assert vars(found) == {name: part(**values) for name, part in PARTS.items()}
    assert len(found.events) > 2
    assert found.none == []


def test_it_is_one_statement(values):
    together = Together(**PARTS)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        together(**values)
        together(**values)
    assert len(queries) == 2


def test_a_name_that_is_missing_is_said(values):
    with pytest.raises(TypeError, match="asks for case, now, number, user"):
        Together(**PARTS)(case=1)


def test_the_lists_of_the_case_page_are_those_of_each_kind(values):
    case = Case.objects.get(pk=values["case"])
    given = {
        "case": case.pk, "resident": case.resident_id, "residents": [case.resident_id], "since": NOW,
        "today": NOW.date(),
    }  # fmt: skip
    found = case_rows.LISTS(**given)
    for name, part in case_rows.LISTS.parts.items():
        assert getattr(found, name) == part(**given), name
    assert found.terms
    assert found.help
