"""Conditions of a plan and of a decision: one by one, each met or not, by whom and when."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from cases.models import Condition, Event, Plan
from cases.operations.conditions import conditions_in, keep_conditions, meet_condition
from cases.operations.procedures import decide
from sociaal.core.errors import Conflict, NotPermitted, Refused
from tests.factories import NOW, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def case(anna):
    return make_case(anna, status="supported")


def keep(case, by, *conditions, before=()):
    text, began = "\n".join(conditions), "\n".join(before)
    return keep_conditions(case=case, conditions=text, before=began, by=by, now=NOW)


def what(case):
    rows = Event.objects.filter(case=case, kind="plan_changed").order_by("pk")
    return [row.codes["what"] for row in rows if "what" in row.codes]


def words():
    return list(Condition.objects.values_list("words", flat=True))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []), ("  \n ", []), ("Een dak.", ["Een dak."]), ("- Een dak.\n• Rust", ["Een dak.", "Rust"]),
        ("Een dak.\n\n Rust \nEen dak.", ["Een dak.", "Rust"]), ("-", ["-"]),
    ],
)  # fmt: skip
def test_each_line_is_a_condition_once(text, found):
    assert conditions_in(text) == found


def test_each_is_met_by_somebody_and_after_all_not(case, anna):
    keep(case, anna, "Een inkomen.", "Een dak.")
    first, second = Condition.objects.all()
    for now in (NOW, LATER):  # twice the same changes nothing
        row = meet_condition(condition=first, met=True, by=anna, now=now)
    assert (row.met_at, row.met_by) == (NOW, anna)
    assert Condition.objects.get(pk=second.pk).met_at is None
    row = meet_condition(condition=first, met=False, by=anna, now=LATER)
    assert (row.met_at, row.met_by) == (None, None)
    assert what(case) == ["conditions", "met", "unmet"]


def test_what_stays_in_the_list_stays_met_and_other_words_are_not_met_yet(case, anna):
    keep(case, anna, "Een inkomen.", "Een dak.")
    for row in Condition.objects.all():
        meet_condition(condition=row, met=True, by=anna, now=NOW)
    keep(case, anna, "Een inkomen.", "Een eigen dak.", before=("Een inkomen.", "Een dak."))
    met = {row.words: row.met_at is not None for row in Condition.objects.all()}
    assert met == {"Een inkomen.": True, "Een eigen dak.": False}


def test_who_began_from_other_words_hears_what_stands_there(case, anna):
    keep(case, anna, "Een inkomen.")
    with pytest.raises(Conflict, match="Een inkomen"):
        keep(case, anna, "Een dak.")
    assert words() == ["Een inkomen."]


def test_the_same_words_change_nothing(case, anna):
    for before in ((), ("Een inkomen.",)):
        keep(case, anna, "Een inkomen.", before=before)
    assert what(case) == ["conditions"]


def test_a_decision_has_its_conditions_and_they_are_met_one_by_one(anna):
    procedure = make_deciding_case(anna)[1]
    decide(
        procedure=procedure, outcome="granted", reasons="Nodig.",
        conditions="- Stroom op de trap.\n- Onderhoud.", decided_date=NOW.date(), by=anna, now=NOW,
    )  # fmt: skip
    assert words() == ["Stroom op de trap.", "Onderhoud."]
    row = meet_condition(condition=procedure.conditions.first(), met=True, by=anna, now=NOW)
    assert row.met_by == anna


def test_a_colleague_who_reads_along_meets_nothing_and_nobody_in_a_closed_case(case, anna):
    keep(case, anna, "Een inkomen.")
    row = Condition.objects.get()
    with pytest.raises(NotPermitted):
        meet_condition(condition=row, met=True, by=make_member("bram"), now=NOW)
    closed = make_case(anna, status="closed")
    theirs = Condition.objects.create(plan=Plan.objects.get_or_create(case=closed)[0], words="Een dak.")
    with pytest.raises(Refused):
        meet_condition(condition=theirs, met=True, by=anna, now=NOW)


def test_what_was_taken_away_meanwhile_cannot_be_met(case, anna):
    keep(case, anna, "Een inkomen.")
    row = Condition.objects.get()
    keep(case, anna, before=("Een inkomen.",))
    with pytest.raises(Refused):
        meet_condition(condition=row, met=True, by=anna, now=NOW)


@pytest.mark.parametrize("facts", [{"words": "Een dak."}, {"words": ""}])
def test_the_database_wants_words_and_what_it_belongs_to(case, anna, facts):
    plan = keep(case, anna, "Een inkomen.") if not facts["words"] else None
    with pytest.raises(IntegrityError), transaction.atomic():
        Condition.objects.create(plan=plan, **facts)
